/* What each word of a text is worth in bits: what its frequency says or, where it stands in a phrase that
 * many texts share, what the phrase says. The words of boilerplate follow from each other and cost next to
 * nothing, by data, not by list. */
#ifndef TEMPLATES_WEIGHTS_H
#define TEMPLATES_WEIGHTS_H

#include "templates/frequencies.h"

struct counted_shingle {
    uint64_t hash;
    uint32_t begin, end; /* words [begin, end) */
    uint32_t frequency;
};

/* A worker's scratch. */
struct weigher {
    struct counted_shingle *shingles; /* of the text weighed last, in order */
    size_t capacity;
    bool failed; /* for want of memory */
};

/* Sets the text's weights and bits; returns how many shingles it has. */
size_t text_weigh(struct weigher *weigher, const struct corpus *corpus, const struct frequencies *f,
                  struct corpus_text *text);
void weigher_release(struct weigher *weigher);

/* How much rarer than `total` something is that stands `frequency` times, in eighths of a bit. */
static inline uint32_t bits_of_frequency(const struct frequencies *f, uint64_t total, uint32_t frequency)
{
    uint32_t all = log2_eighths(f, total);
    uint32_t some = log2_eighths(f, frequency);
    return all > some ? all - some : 0;
}

#endif
