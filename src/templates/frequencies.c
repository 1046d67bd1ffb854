/* Counting tables for words and shingles. */
#include "templates/frequencies.h"

#include "base/memory.h"
#include "templates/shingle.h"

#include <math.h>

#define BATCH 64

struct counting {
    struct frequencies *f;
    const struct corpus *corpus;
    const uint8_t *forget; /* NULL: count all texts; else uncount those marked */
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
    unsigned shift = f->shingle_bits - f->many_bits;
    for (unsigned i = 0; i < count; i++) {
        uint32_t *many = &f->many[slots[i] >> shift];
        if (f->shingles[slots[i]] == 255 && *many > 0)
            --*many;
        else if (f->shingles[slots[i]] > 1)
            f->shingles[slots[i]]--;
    }
}

static void count_slots(const struct counting *c, const size_t *slots, unsigned count)
{
    struct frequencies *f = c->f;
    unsigned shift = f->shingle_bits - f->many_bits;
    for (unsigned i = 0; i < count; i++)
        __builtin_prefetch(&f->shingles[slots[i]], 1);
    if (c->forget) {
        uncount_slots(f, slots, count);
        return;
    }
    for (unsigned i = 0; i < count; i++) {
        if (f->shingles[slots[i]] < 255)
            f->shingles[slots[i]]++;
        else
            f->many[slots[i] >> shift]++;
    }
}

/* The counters [begin, end) of shingles. Slots are gathered first, without a branch that nobody can foresee,
 * so that memory is fetched ahead. */
static void count_shingles(const struct counting *c, size_t begin, size_t end)
{
    struct frequencies *f = c->f;
    uint32_t need = c->corpus->options->shingle_words * WORD_UNITS;
    size_t slots[BATCH];
    unsigned waiting = 0;
    for (uint32_t t = 0; t < c->corpus->count; t++) {
        struct shingle_reader reader = shingle_read(&c->corpus->texts[t], need);
        struct shingle shingle;
        if (c->forget && !c->forget[t])
            continue;
        while (shingle_next(&reader, &shingle)) {
            size_t slot = frequencies_slot(f, shingle.hash);
            slots[waiting] = slot;
            waiting += slot - begin < end - begin;
            if (waiting == BATCH) {
                count_slots(c, slots, waiting);
                waiting = 0;
            }
        }
    }
    count_slots(c, slots, waiting);
}

static void count_words(const struct counting *c, size_t begin, size_t end)
{
    struct frequencies *f = c->f;
    uint32_t mask = (1u << f->word_bits) - 1;
    for (uint32_t t = 0; t < c->corpus->count; t++) {
        const struct corpus_text *text = &c->corpus->texts[t];
        for (uint32_t i = 0; i < text->length; i++) {
            size_t slot = text->words[i] & mask;
            if (slot >= begin && slot < end)
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
    size_t shingles = (size_t)1 << c->f->shingle_bits;
    size_t words = (size_t)1 << c->f->word_bits;
    size_t unit = (size_t)1 << (c->f->shingle_bits - c->f->many_bits);
    (void)worker;
    for (size_t n = begin; n < end; n++) {
        count_shingles(c, part_begin(shingles, unit, c->parts, n),
                       part_begin(shingles, unit, c->parts, n + 1));
        if (!c->forget)
            count_words(c, part_begin(words, 1, c->parts, n), part_begin(words, 1, c->parts, n + 1));
    }
}

static void weigh_counts(void *context, size_t begin, size_t end, unsigned worker)
{
    struct frequencies *f = context;
    uint32_t all = log2_eighths(f, f->word_total);
    (void)worker;
    for (size_t i = begin; i < end; i++) {
        uint32_t some = log2_eighths(f, f->words[i]);
        uint32_t weight = all > some ? all - some : 1;
        f->word_weights[i] = (uint8_t)(weight > WEIGHT_MOST ? WEIGHT_MOST : weight);
    }
}

enum bowline_status frequencies_init(struct frequencies *f, const struct corpus *corpus,
                                     struct bowline_error *err)
{
    *f = (struct frequencies){.text_total = corpus->count};
    for (uint32_t t = 0; t < corpus->count; t++)
        f->word_total += corpus->texts[t].length;
    for (unsigned i = 0; i < 256; i++)
        f->fractions[i] = (uint8_t)lround(WEIGHT_UNIT * log2(1 + i / 256.0));
    f->shingle_bits = bits_for(2 * f->word_total, 12, 30);
    f->many_bits = f->shingle_bits - 7;
    f->word_bits = bits_for(f->word_total / 4, 12, 24);
    f->shingles = memory_new((size_t)1 << f->shingle_bits, sizeof *f->shingles);
    f->many = memory_new((size_t)1 << f->many_bits, sizeof *f->many);
    f->words = memory_new((size_t)1 << f->word_bits, sizeof *f->words);
    f->word_weights = memory_new((size_t)1 << f->word_bits, sizeof *f->word_weights);
    struct counting counting = {f, corpus, NULL, corpus->parallel->workers};
    enum bowline_status status = BOWLINE_OK;
    if (!f->shingles || !f->many || !f->words || !f->word_weights)
        status = error_memory(err);
    else if (!parallel_loop(corpus->parallel, counting.parts, 1, count_body, &counting) ||
             !parallel_loop(corpus->parallel, (size_t)1 << f->word_bits, 1u << 12, weigh_counts, f))
        status = error_set(err, BOWLINE_ERROR_INTERRUPTED, "stopped while counting words");
    memory_free(f->words);
    f->words = NULL;
    if (status != BOWLINE_OK)
        frequencies_release(f);
    return status;
}

bool frequencies_forget(struct frequencies *f, const struct corpus *corpus, const uint8_t *marked)
{
    struct counting counting = {f, corpus, marked, corpus->parallel->workers};
    return parallel_loop(corpus->parallel, counting.parts, 1, count_body, &counting);
}

void frequencies_release(struct frequencies *f)
{
    memory_free(f->shingles);
    memory_free(f->many);
    memory_free(f->words);
    memory_free(f->word_weights);
    f->shingles = f->word_weights = NULL;
    f->many = f->words = NULL;
}
