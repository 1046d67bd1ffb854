/* Counting tables for words and shingles. */
#include "templates/frequencies.h"

#include "base/memory.h"
#include "templates/shingle.h"

#include <math.h>

#define BATCH        64
#define SHINGLE_BITS 27u /* of the table at most */
#define MANY_SHIFT   7u  /* so many neighbouring counters share what exceeds 255: 2^7 */
#define WORD_BITS                                                                                            \
    18u /* of the table at most, which a cache then holds: rare words, which share, are alike                \
         */
#define WORDS_MOST ((uint64_t)1 << 26) /* that are counted: a word of 16 bits then stands 1,024 times */

struct counting {
    struct frequencies *f;
    const struct corpus *corpus;
    const uint8_t *forget; /* of each text: to be uncounted */
    uint64_t sample;       /* texts whose hash is not above it have their words counted */
    size_t parts;
};

static unsigned bits_for(uint64_t count, unsigned least, unsigned most)
{
    unsigned bits = least;
    while (bits < most && (1ull << bits) < count)
        bits++;
    return bits;
}

/* Neighbours share what exceeds 255, so that uncounting depends on the order of texts: it is always the same.
 */
static void uncount_slots(struct frequencies *f, const size_t *slots, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        __builtin_prefetch(&f->shingles[slots[i]], 1);
    for (unsigned i = 0; i < count; i++) {
        uint32_t *many = &f->many[slots[i] >> MANY_SHIFT];
        if (f->shingles[slots[i]] == 255 && *many > 0)
            --*many;
        else if (f->shingles[slots[i]] > 1)
            f->shingles[slots[i]]--;
    }
}

/* The counters [begin, end) of shingles. Slots are gathered first, without a branch that nobody can foresee,
 * so that memory is fetched ahead. */
static void uncount_shingles(const struct counting *c, size_t begin, size_t end)
{
    struct frequencies *f = c->f;
    uint32_t need = c->corpus->options->shingle_words * WORD_UNITS;
    size_t slots[BATCH] = {0};
    unsigned waiting = 0;
    for (uint32_t t = 0; t < c->corpus->count; t++) {
        if (!c->forget[t])
            continue;
        struct shingle_reader reader = shingle_read(&c->corpus->texts[t], need);
        struct shingle shingle;
        while (shingle_next(&reader, &shingle)) {
            size_t slot = frequencies_slot(f, shingle.hash);
            slots[waiting] = slot;
            waiting += slot - begin < end - begin;
            if (waiting == BATCH) {
                uncount_slots(f, slots, waiting);
                waiting = 0;
            }
        }
    }
    uncount_slots(f, slots, waiting);
}

static void count_words(const struct counting *c, size_t begin, size_t end)
{
    struct frequencies *f = c->f;
    uint32_t mask = (1u << f->word_bits) - 1;
    for (uint32_t t = 0; t < c->corpus->count; t++) {
        const struct corpus_text *text = &c->corpus->texts[t];
        if (text->hash > c->sample)
            continue;
        for (uint32_t i = 0; i < text->length; i++) {
            size_t slot = text->words[i] & mask;
            if (slot - begin < end - begin)
                f->words[slot]++;
        }
    }
}

/* The n-th of `parts` pieces of a table; pieces begin at multiples of the unit. */
static size_t part_begin(size_t size, size_t unit, size_t parts, size_t n)
{
    return n == parts ? size : size / unit * n / parts * unit;
}

static void count_body(void *context, size_t begin, size_t end, unsigned worker)
{
    const struct counting *c = context;
    size_t words = (size_t)1 << c->f->word_bits;
    (void)worker;
    for (size_t n = begin; n < end; n++)
        count_words(c, part_begin(words, 1, c->parts, n), part_begin(words, 1, c->parts, n + 1));
}

static void uncount_body(void *context, size_t begin, size_t end, unsigned worker)
{
    const struct counting *c = context;
    size_t shingles = (size_t)1 << c->f->shingle_bits;
    size_t unit = (size_t)1 << MANY_SHIFT;
    (void)worker;
    for (size_t n = begin; n < end; n++)
        uncount_shingles(c, part_begin(shingles, unit, c->parts, n),
                         part_begin(shingles, unit, c->parts, n + 1));
}

static void weigh_counts(void *context, size_t begin, size_t end, unsigned worker)
{
    struct frequencies *f = context;
    uint32_t all = log2_eighths(f, f->words_counted);
    (void)worker;
    for (size_t i = begin; i < end; i++) {
        uint32_t some = log2_eighths(f, f->words[i]);
        uint32_t weight = all > some ? all - some : 1;
        f->word_weights[i] = (uint8_t)(weight > WEIGHT_MOST ? WEIGHT_MOST : weight);
    }
}

/* So many neighbouring counts into as many bytes; returns what exceeds them. */
static uint32_t take_counts(const uint32_t *counts, uint8_t *table)
{
    uint32_t beyond = 0;
    for (size_t i = 0; i < (size_t)1 << MANY_SHIFT; i++) {
        int32_t more = (int32_t)counts[i] - 255;
        more = more > 0 ? more : 0;
        table[i] = (uint8_t)(counts[i] - (uint32_t)more);
        beyond += (uint32_t)more;
    }
    return beyond;
}

void frequencies_take(struct frequencies *f, unsigned bits, size_t range, const uint32_t *counters)
{
    unsigned fold = bits - f->shingle_bits;
    size_t slots = (size_t)1 << (bits < TALLY_SLOT_BITS ? bits : TALLY_SLOT_BITS) >> fold;
    size_t first = range << TALLY_SLOT_BITS >> fold;
    for (size_t begin = 0; begin < slots; begin += (size_t)1 << MANY_SHIFT) {
        uint32_t sums[1 << MANY_SHIFT] = {0};
        for (size_t i = 0; fold && i < (size_t)1 << MANY_SHIFT << fold; i++)
            sums[i >> fold] += counters[(begin << fold) + i];
        f->many[(first + begin) >> MANY_SHIFT] =
            take_counts(fold ? sums : counters + begin, f->shingles + first + begin);
    }
}

static enum bowline_status count_all(struct frequencies *f, const struct corpus *corpus,
                                     struct bowline_error *err)
{
    struct counting counting = {.f = f, .corpus = corpus, .parts = corpus->parallel->workers};
    counting.sample = UINT64_MAX;
    if (f->word_total > WORDS_MOST)
        counting.sample = UINT64_MAX / f->word_total * WORDS_MOST;
    for (uint32_t t = 0; t < corpus->count; t++)
        f->words_counted += corpus->texts[t].hash <= counting.sample ? corpus->texts[t].length : 0;
    if (!parallel_loop(corpus->parallel, counting.parts, 1, count_body, &counting) ||
        !parallel_loop(corpus->parallel, (size_t)1 << f->word_bits, 1u << 12, weigh_counts, f))
        return error_set(err, BOWLINE_ERROR_INTERRUPTED, "stopped while counting words");
    memory_free(f->words);
    f->words = NULL;
    return tally_init(&f->tally, corpus, f, err);
}

enum bowline_status frequencies_init(struct frequencies *f, const struct corpus *corpus,
                                     struct bowline_error *err)
{
    *f = (struct frequencies){.text_total = corpus->count};
    for (uint32_t t = 0; t < corpus->count; t++)
        f->word_total += corpus->texts[t].length;
    for (unsigned i = 0; i < 256; i++)
        f->fractions[i] = (uint8_t)lround(WEIGHT_UNIT * log2(1 + i / 256.0));
    f->text_eighths = log2_eighths(f, f->text_total);
    f->shingle_bits = tally_bits(f->word_total) < SHINGLE_BITS ? tally_bits(f->word_total) : SHINGLE_BITS;
    f->word_bits = bits_for(f->word_total / 4, 12, WORD_BITS);
    f->shingles = memory_new((size_t)1 << f->shingle_bits, sizeof *f->shingles);
    f->many = memory_new((size_t)1 << (f->shingle_bits - MANY_SHIFT), sizeof *f->many);
    f->words = memory_new((size_t)1 << f->word_bits, sizeof *f->words);
    f->word_weights = memory_new((size_t)1 << f->word_bits, sizeof *f->word_weights);
    enum bowline_status status =
        f->shingles && f->many && f->words && f->word_weights ? count_all(f, corpus, err) : error_memory(err);
    if (status != BOWLINE_OK)
        frequencies_release(f);
    return status;
}

bool frequencies_forget(struct frequencies *f, const struct corpus *corpus, const uint8_t *marked)
{
    struct counting counting = {f, corpus, marked, 0, corpus->parallel->workers};
    return parallel_loop(corpus->parallel, counting.parts, 1, uncount_body, &counting);
}

void frequencies_release(struct frequencies *f)
{
    memory_free(f->shingles);
    memory_free(f->many);
    memory_free(f->words);
    memory_free(f->word_weights);
    f->shingles = f->word_weights = NULL;
    f->many = f->words = NULL;
    tally_release(&f->tally);
}
