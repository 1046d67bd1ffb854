/* Words of nationality and ethnicity (blinding_words.txt), so that a reader can put one and the same word in
 * the place of each: which one it was has no part in any stage. Words are known by the hash that the reader
 * gives them, characters of scripts without spaces by that of their sequence. */
#ifndef TEXT_BLINDING_H
#define TEXT_BLINDING_H

#include "base/error.h"
#include "base/span.h"

#define BLINDING_FILTER_BITS 17 /* 16 KB, so that it stays in cache */

struct fold_table;

struct blinding {
    uint64_t *filter; /* a bit by the first bits of each hash in slots, open addressing behind it */
    uint64_t *slots;
    uint32_t mask, used;
};

/* Reads the list with the folds, whose own blinding is empty meanwhile. 272 KB. */
enum bowline_status blinding_init(struct blinding *blinding, const struct fold_table *folds,
                                  struct bowline_error *err) BOWLINE_WARN_UNUSED;
void blinding_release(struct blinding *blinding);

/* False for nearly all hashes that blinding_has does not have. */
static inline bool blinding_may_have(const struct blinding *b, uint64_t hash)
{
    uint64_t bit = hash >> (64 - BLINDING_FILTER_BITS);
    return b->filter[bit >> 6] >> (bit & 63) & 1;
}

bool blinding_has(const struct blinding *blinding, uint64_t hash);

/* The key of a sequence that goes on with a word, and what stands in the set where longer sequences begin
 * so. */
uint64_t blinding_join(uint64_t sequence, uint64_t word);
uint64_t blinding_beginning(uint64_t sequence);

#endif
