/* Shingles: stretches of consecutive words that together carry `units` quarters of a word. Symbols among them
 * do not count: emoji strewn into a text leave its shingles as they were. */
#ifndef TEMPLATES_SHINGLE_H
#define TEMPLATES_SHINGLE_H

#include "templates/corpus.h"

#define WORD_UNITS 4u

struct shingle {
    uint64_t hash;
    uint32_t begin, end; /* words [begin, end) */
};

struct shingle_reader {
    const uint32_t *words;
    uint32_t length;
    uint32_t begin, end; /* of the next one, as far as it is known */
    uint32_t units, need;
    uint32_t fixed; /* words of every shingle where all are whole words, else 0 */
    uint32_t stop;  /* there are so many of those */
};

static inline struct shingle_reader shingle_read(const struct corpus_text *text, uint32_t need)
{
    uint32_t fixed = text->plain ? (need + WORD_UNITS - 1) / WORD_UNITS : 0;
    return (struct shingle_reader){.words = text->words,
                                   .length = text->length,
                                   .need = need,
                                   .fixed = fixed,
                                   .stop = text->length >= fixed ? text->length - fixed + 1 : 0};
}

#define SHINGLE_BASE 0x9fb21c651e98df25u

static inline uint64_t shingle_mix(uint64_t h)
{
    h = (h ^ h >> 32) * 0xd6e8feb86659fd93u;
    return h ^ h >> 32;
}

/* A polynomial over the words, mixed. */
static inline uint64_t shingle_hash(const uint32_t *words, uint32_t count)
{
    uint64_t h = 0;
    for (uint32_t i = 0; i < count; i++)
        if (code_kind(words[i]) != CODE_SYMBOL)
            h = h * SHINGLE_BASE + words[i];
    return shingle_mix(h);
}

/* The same of words among which is no symbol. */
static inline uint64_t shingle_hash_fixed(const uint32_t *words, uint32_t count)
{
    uint64_t h = 0;
    for (uint32_t i = 0; i < count; i++)
        h = h * SHINGLE_BASE + words[i];
    return shingle_mix(h);
}

static inline uint64_t shingle_hash_three(const uint32_t *words)
{
    return shingle_mix(words[0] * (SHINGLE_BASE * SHINGLE_BASE) + words[1] * SHINGLE_BASE + words[2]);
}

static inline bool shingle_next_fixed(struct shingle_reader *r, struct shingle *out)
{
    uint32_t begin = r->begin;
    if (begin >= r->stop)
        return false;
    const uint32_t *words = r->words + begin;
    uint64_t hash = r->fixed == 3 ? shingle_hash_three(words) : shingle_hash_fixed(words, r->fixed);
    *out = (struct shingle){hash, begin, begin + r->fixed};
    r->begin++;
    return true;
}

static inline bool shingle_next(struct shingle_reader *r, struct shingle *out)
{
    if (r->fixed)
        return shingle_next_fixed(r, out);
    while (r->units < r->need && r->end < r->length)
        r->units += code_units(r->words[r->end++]);
    if (r->units < r->need)
        return false;
    while (code_kind(r->words[r->begin]) == CODE_SYMBOL)
        r->begin++;
    *out = (struct shingle){shingle_hash(r->words + r->begin, r->end - r->begin), r->begin, r->end};
    r->units -= code_units(r->words[r->begin++]);
    return true;
}

#endif
