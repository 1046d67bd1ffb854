/* C-MinHash. */
#include "minhash.h"

#include "base/random.h"
#include "templates/shingle.h"

void minhash_init(struct minhash *m)
{
    struct random r;
    random_init(&r, 1);
    for (int i = 0; i < MINHASH_TABLE; i++)
        m->table[i] = (int16_t)(random_next(&r) >> 48);
    memcpy(m->table + MINHASH_TABLE, m->table, MINHASH_VALUES * sizeof *m->table);
}

#if defined __x86_64__ && defined __GNUC__ && !defined __clang__
__attribute__((target_clones("avx2", "default")))
#endif
static void
take_least(int16_t *restrict signature, const int16_t *restrict values)
{
    for (int i = 0; i < MINHASH_VALUES; i++)
        signature[i] = values[i] < signature[i] ? values[i] : signature[i];
}

void minhash_sign(const struct minhash *m, const struct corpus_text *text, int16_t *signature)
{
    struct shingle_reader reader = shingle_read(text, 3 * WORD_UNITS);
    struct shingle shingle;
    for (int i = 0; i < MINHASH_VALUES; i++)
        signature[i] = INT16_MAX;
    while (shingle_next(&reader, &shingle))
        take_least(signature, m->table + (shingle.hash >> 48));
}
