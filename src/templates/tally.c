/* Counting by ranges of hash. */
#include "templates/tally.h"

#include "base/memory.h"
#include "templates/frequencies.h"

#define NOTES_A_RANGE 32u /* of a block: long enough to be read at the speed of memory */
#define NOTES_LEAST   32768u
#define NOTES_MOST    (1u << 21)
#define SLOTS         ((size_t)1 << TALLY_SLOT_BITS)
#define AHEAD         12u /* blocks whose notes are fetched before they are counted */

struct tallying {
    struct tally *tally;
    const struct corpus *corpus;
    struct frequencies *f;
    uint32_t **counters; /* a worker's own */
    uint32_t need;
    unsigned shift; /* of a hash to its slot */
    bool *failed;   /* a worker's own */
};

unsigned tally_bits(uint64_t words)
{
    unsigned bits = 12;
    while (bits < 30 && (1ull << bits) < 2 * words)
        bits++;
    return bits;
}

/* Divides the texts into blocks of about as many shingles. Returns how many; writes them where not NULL. */
static size_t divide(const struct corpus *corpus, size_t ranges, struct tally_block *blocks)
{
    uint64_t target = ranges * NOTES_A_RANGE;
    uint64_t words = 0;
    size_t count = 0;
    target = target < NOTES_LEAST ? NOTES_LEAST : target > NOTES_MOST ? NOTES_MOST : target;
    for (uint32_t t = 0, first = 0; t < corpus->count; t++) {
        words += corpus->texts[t].length;
        if (words < target && t + 1 < corpus->count)
            continue;
        if (blocks)
            blocks[count] = (struct tally_block){.first = first, .end = t + 1};
        count++;
        words = 0;
        first = t + 1;
    }
    return count;
}

/* Slots go to their range's place in the block. begins[r + 1] is where the next one goes, and so in the end
 * where the range ends. */
static void write_notes(const struct tallying *y, struct tally_block *block)
{
    unsigned shift = y->shift;
    uint32_t *begins = block->begins;
    struct shingle shingle;
    for (uint32_t t = block->first; t < block->end; t++) {
        struct shingle_reader reader = shingle_read(&y->corpus->texts[t], y->need);
        while (shingle_next(&reader, &shingle))
            begins[tally_range(shift, shingle.hash) + 2]++;
    }
    for (size_t r = 2; r <= y->tally->ranges; r++)
        begins[r + 1] += begins[r];
    uint16_t *notes = memory_resize(NULL, begins[y->tally->ranges + 1], sizeof *notes);
    for (uint32_t t = block->first; t < block->end && notes; t++) {
        struct shingle_reader reader = shingle_read(&y->corpus->texts[t], y->need);
        while (shingle_next(&reader, &shingle))
            notes[begins[tally_range(shift, shingle.hash) + 1]++] =
                (uint16_t)(shingle.hash >> shift & (SLOTS - 1));
    }
    block->notes = notes;
}

static void note_body(void *context, size_t begin, size_t end, unsigned worker)
{
    const struct tallying *y = context;
    for (size_t b = begin; b < end && !y->failed[worker]; b++) {
        struct tally_block *block = &y->tally->blocks[b];
        block->begins = memory_new(y->tally->ranges + 2, sizeof *block->begins);
        if (block->begins)
            write_notes(y, block);
        y->failed[worker] = !block->begins || !block->notes;
    }
}

static void fetch_notes(const struct tally *tally, size_t block, size_t range)
{
    if (block >= tally->block_count)
        return;
    const struct tally_block *b = &tally->blocks[block];
    for (uint32_t i = b->begins[range]; i < b->begins[range + 1]; i += 32)
        __builtin_prefetch(b->notes + i);
}

static void count_range(const struct tally *tally, size_t range, uint32_t *counters)
{
    memset(counters, 0, SLOTS * sizeof *counters);
    for (size_t b = 0; b < tally->block_count; b++) {
        const struct tally_block *block = &tally->blocks[b];
        fetch_notes(tally, b + AHEAD, range);
        for (uint32_t i = block->begins[range]; i < block->begins[range + 1]; i++)
            counters[block->notes[i]]++;
    }
}

/* Writes counts as logarithms in the slots' places. */
static void answer_range(const struct tallying *y, size_t range, const uint32_t *counters)
{
    uint8_t few[256];
    for (uint32_t i = 0; i < 256; i++)
        few[i] = (uint8_t)frequency_eighths(y->f, i);
    for (size_t b = 0; b < y->tally->block_count; b++) {
        const struct tally_block *block = &y->tally->blocks[b];
        fetch_notes(y->tally, b + AHEAD, range);
        for (uint32_t i = block->begins[range]; i < block->begins[range + 1]; i++) {
            uint32_t count = counters[block->notes[i]];
            block->notes[i] = (uint16_t)(count < 256 ? few[count] : frequency_eighths(y->f, count));
        }
    }
}

static void count_body(void *context, size_t begin, size_t end, unsigned worker)
{
    const struct tallying *y = context;
    for (size_t range = begin; range < end; range++) {
        count_range(y->tally, range, y->counters[worker]);
        answer_range(y, range, y->counters[worker]);
        frequencies_take(y->f, y->tally->bits, range, y->counters[worker]);
    }
}

static bool any_failed(const struct tallying *y)
{
    for (unsigned w = 0; w < y->corpus->parallel->workers; w++)
        if (y->failed[w])
            return true;
    return false;
}

static enum bowline_status count_all(struct tallying *y, struct bowline_error *err)
{
    const struct parallel *parallel = y->corpus->parallel;
    for (unsigned w = 0; w < parallel->workers; w++)
        if (!(y->counters[w] = memory_new(SLOTS, sizeof *y->counters[w])))
            return error_memory(err);
    bool ok = parallel_loop(parallel, y->tally->block_count, 1, note_body, y);
    if (ok && any_failed(y))
        return error_memory(err);
    if (!ok || !parallel_loop(parallel, y->tally->ranges, 8, count_body, y))
        return error_set(err, BOWLINE_ERROR_INTERRUPTED, "stopped while counting words");
    return BOWLINE_OK;
}

enum bowline_status tally_init(struct tally *tally, const struct corpus *corpus, struct frequencies *f,
                               struct bowline_error *err)
{
    unsigned bits = tally_bits(f->word_total);
    size_t ranges = bits > TALLY_SLOT_BITS ? (size_t)1 << (bits - TALLY_SLOT_BITS) : 1;
    *tally = (struct tally){.bits = bits, .ranges = ranges, .block_count = divide(corpus, ranges, NULL)};
    struct tallying y = {.tally = tally,
                         .corpus = corpus,
                         .f = f,
                         .need = corpus->options->shingle_words * WORD_UNITS,
                         .shift = 64 - bits};
    enum bowline_status status = BOWLINE_OK;
    tally->blocks = memory_new(tally->block_count, sizeof *tally->blocks);
    y.counters = memory_new(corpus->parallel->workers, sizeof *y.counters);
    y.failed = memory_new(corpus->parallel->workers, sizeof *y.failed);
    if (tally->blocks && y.counters && y.failed) {
        divide(corpus, ranges, tally->blocks);
        status = count_all(&y, err);
    } else {
        status = error_memory(err);
    }
    for (unsigned w = 0; y.counters && w < corpus->parallel->workers; w++)
        memory_free(y.counters[w]);
    memory_free(y.counters);
    memory_free(y.failed);
    if (status != BOWLINE_OK)
        tally_release(tally);
    return status;
}

struct tally_reader tally_read(const struct tally *tally, size_t block, uint32_t *scratch)
{
    memcpy(scratch, tally->blocks[block].begins, tally->ranges * sizeof *scratch);
    return (struct tally_reader){tally->blocks[block].notes, scratch, 64 - tally->bits};
}

void tally_forget(struct tally *tally, size_t block)
{
    memory_free(tally->blocks[block].notes);
    memory_free(tally->blocks[block].begins);
    tally->blocks[block].notes = NULL;
    tally->blocks[block].begins = NULL;
}

void tally_release(struct tally *tally)
{
    for (size_t b = 0; tally->blocks && b < tally->block_count; b++)
        tally_forget(tally, b);
    memory_free(tally->blocks);
    *tally = (struct tally){0};
}
