/* A yardstick: MinHash signatures of 128 values by C-MinHash (Li and Li 2022) over a circulant table of
 * 16-bit values, which takes loads and minima only. */
#ifndef BENCH_MINHASH_H
#define BENCH_MINHASH_H

#include "templates/corpus.h"

#define MINHASH_VALUES 128
#define MINHASH_TABLE  65536

struct minhash {
    int16_t table[MINHASH_TABLE + MINHASH_VALUES];
};

void minhash_init(struct minhash *minhash);
/* Of the text's shingles of three words. */
void minhash_sign(const struct minhash *minhash, const struct corpus_text *text, int16_t *signature);

#endif
