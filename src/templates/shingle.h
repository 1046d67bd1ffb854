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
};

static inline struct shingle_reader shingle_read(const struct corpus_text *text, uint32_t need)
{
    return (struct shingle_reader){text->words, text->length, 0, 0, 0, need};
}

static inline uint64_t shingle_hash(const uint32_t *words, uint32_t count)
{
    uint64_t h = 0x2545f4914f6cdd1du;
    for (uint32_t i = 0; i < count; i++) {
        if (code_kind(words[i]) == CODE_SYMBOL)
            continue;
        h = (h ^ words[i]) * 0x9fb21c651e98df25u;
        h ^= h >> 32;
    }
    return h * 0xd6e8feb86659fd93u;
}

static inline bool shingle_next(struct shingle_reader *r, struct shingle *out)
{
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
