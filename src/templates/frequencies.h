/* How often each word and each shingle stands in the distinct texts, in tables addressed by hash. Two words
 * or shingles may share a counter, so that a count is never too low and seldom too high. */
#ifndef TEMPLATES_FREQUENCIES_H
#define TEMPLATES_FREQUENCIES_H

#include "templates/corpus.h"

struct frequencies {
    uint8_t *shingles;     /* counts up to 255 */
    uint32_t *many;        /* what exceeds 255, for neighbouring counters together */
    uint32_t *words;       /* only while counting */
    uint8_t *word_weights; /* what a word costs, in eighths of a bit, 1 to WEIGHT_MOST */
    unsigned shingle_bits, many_bits, word_bits; /* log2 of the tables' sizes */
    uint64_t word_total;
    uint32_t text_total;
    uint8_t fractions[256]; /* log2(1 + i / 256) in eighths */
};

/* Two bytes a word at most. Each worker scans all texts and counts in its own part of the tables. */
enum bowline_status frequencies_init(struct frequencies *f, const struct corpus *corpus,
                                     struct bowline_error *err) BOWLINE_WARN_UNUSED;
void frequencies_release(struct frequencies *f);

/* Takes the shingles of the texts that are marked out of the counts, so that a text which many groups of its
 * own kind repeat is counted for what it is: one text. False where the loop was stopped. */
bool frequencies_forget(struct frequencies *f, const struct corpus *corpus, const uint8_t *marked)
    __attribute__((warn_unused_result));

static inline size_t frequencies_slot(const struct frequencies *f, uint64_t hash)
{
    return hash >> (64 - f->shingle_bits);
}

static inline uint32_t shingle_frequency(const struct frequencies *f, uint64_t hash)
{
    size_t slot = frequencies_slot(f, hash);
    uint32_t count = f->shingles[slot];
    return count < 255 ? count : 255 + f->many[slot >> (f->shingle_bits - f->many_bits)];
}

static inline uint8_t word_weight(const struct frequencies *f, uint32_t code)
{
    return f->word_weights[code & ((1u << f->word_bits) - 1)];
}

/* log2 in eighths, rounded down to the table's precision; of 0 as of 1. */
static inline uint32_t log2_eighths(const struct frequencies *f, uint64_t x)
{
    if (x < 2)
        return 0;
    unsigned high = 63 - (unsigned)__builtin_clzll(x);
    uint64_t fraction = high >= 8 ? x >> (high - 8) : x << (8 - high);
    return high * WEIGHT_UNIT + f->fractions[fraction & 255];
}

#endif
