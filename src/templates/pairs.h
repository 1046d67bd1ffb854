/* Pairs of texts that share a shingle of their sketches: in a bucket of m texts at most (window + 1) m pairs,
 * namely each text with its neighbours and with the first of the bucket. A pair counts where two shingles
 * propose it. */
#ifndef TEMPLATES_PAIRS_H
#define TEMPLATES_PAIRS_H

#include "templates/sketch.h"

struct pairs {
    uint64_t *keys; /* lower index << 32 | higher index; ascending, each once */
    size_t count, capacity;
};

/* Sorts the postings. */
enum bowline_status pairs_init(struct pairs *pairs, struct sketches *sketches, uint32_t window,
                               struct bowline_error *err) BOWLINE_WARN_UNUSED;
void pairs_release(struct pairs *pairs);

/* Sorts keys and removes those that stand twice. Returns the new count, or SIZE_MAX for want of memory. */
size_t keys_unique(uint64_t *keys, size_t count);

#endif
