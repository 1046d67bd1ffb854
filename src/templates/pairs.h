/* Pairs of texts that share a shingle of their sketches: in a bucket of m texts at most (window + 1) m pairs,
 * namely each text with its neighbours and with the first of the bucket. A pair counts where two shingles
 * propose it. */
#ifndef TEMPLATES_PAIRS_H
#define TEMPLATES_PAIRS_H

#include "templates/sketch.h"

struct pairs {
    uint64_t *keys; /* lower index << 32 | higher index; by the higher, each once */
    size_t count;
};

/* Sorts the postings and releases the sketches. While it runs it takes 8 bytes a posting more, at most. */
enum bowline_status pairs_init(struct pairs *pairs, struct sketches *sketches, uint32_t window,
                               const struct parallel *parallel,
                               struct bowline_error *err) BOWLINE_WARN_UNUSED;
void pairs_release(struct pairs *pairs);

#endif
