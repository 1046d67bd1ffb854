/* How often each word and each shingle stands in the distinct texts, in tables addressed by hash. Two words
 * or shingles may share a counter, so that a count is never too low and seldom too high. Words are counted in
 * so many texts, drawn by their hash, as settle their weights. */
#ifndef TEMPLATES_FREQUENCIES_H
#define TEMPLATES_FREQUENCIES_H

#include "templates/tally.h"

#define PHRASE_TEXTS   32u /* a phrase in fewer texts is not taken for boilerplate */
#define PHRASE_EIGHTHS 40u /* log2 of it, in eighths */

struct frequencies {
    uint8_t *shingles;                /* counts up to 255 */
    uint32_t *many;                   /* what exceeds 255, for 128 neighbouring counters together */
    uint32_t *words;                  /* only while counting */
    uint8_t *word_weights;            /* what a word costs, in eighths of a bit, 1 to WEIGHT_MOST */
    unsigned shingle_bits, word_bits; /* log2 of the tables' sizes */
    uint64_t word_total;              /* of all texts */
    uint64_t words_counted;
    uint32_t text_total;
    uint32_t text_eighths;  /* log2 of it, in eighths */
    struct tally tally;     /* counts in the order of the texts, until they are read */
    uint8_t fractions[256]; /* log2(1 + i / 256) in eighths */
};

/* Two bytes a word for the tally, and a table of half a byte to four bytes a word, at most 128 MB. */
enum bowline_status frequencies_init(struct frequencies *f, const struct corpus *corpus,
                                     struct bowline_error *err) BOWLINE_WARN_UNUSED;
void frequencies_release(struct frequencies *f);

/* Takes the counts of one range of a tally of so many bits into the table. */
void frequencies_take(struct frequencies *f, unsigned bits, size_t range, const uint32_t *counters);

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
    return count < 255 ? count : 255 + f->many[slot >> 7];
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

/* log2 of a shingle's frequency, in eighths; of 32 and more from 40 on, of less below. */
static inline uint32_t frequency_eighths(const struct frequencies *f, uint32_t frequency)
{
    uint32_t eighths = log2_eighths(f, frequency);
    return frequency < PHRASE_TEXTS && eighths >= PHRASE_EIGHTHS ? PHRASE_EIGHTHS - 1 : eighths;
}

#endif
