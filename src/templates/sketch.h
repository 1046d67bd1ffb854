/* The few shingles of a text that may propose partners for it: a sample in which a shingle stands the
 * likelier, the rarer it is, and in which two texts agree on a shared one (priority sampling, Duffield, Lund
 * and Thorup 2007, with the shingle's hash as its dice). Shingles that stand only once propose nobody and are
 * left out. */
#ifndef TEMPLATES_SKETCH_H
#define TEMPLATES_SKETCH_H

#include "templates/weights.h"

#define SKETCH_MOST 64
#define SKETCH_NONE UINT64_MAX /* no posting */

struct sketches {
    uint64_t *postings; /* shingle << place_bits | index of the text */
    size_t count;
    unsigned place_bits;
};

/* The shingles of least rank, ascending, each once. */
struct sketch {
    uint64_t rank[SKETCH_MOST];
    uint64_t key[SKETCH_MOST];
    unsigned count, most;
};
void sketch_put(struct sketch *sketch, uint64_t rank, uint64_t key);

/* A shingle worth w eighths of a bit is w^2 times as likely to be drawn as one worth an eighth: the square,
 * because what a few texts share by chance outnumbers what a group shares. */
static inline uint64_t sketch_rank(uint64_t hash, uint32_t w)
{
    w = w > 255 ? 255 : w < 4 ? 4 : w;
    return (hash & UINT32_MAX) * ((1u << 30) / (w * w));
}

/* Bits that an index below count takes, 1 or more. */
unsigned place_bits_for(uint32_t count);

/* Sets weights and bits of all texts, takes the sketches, and puts the corpus in the order of its sketches,
 * so that alike texts stand near each other. */
enum bowline_status sketches_init(struct sketches *sketches, struct corpus *corpus,
                                  const struct frequencies *f, struct bowline_error *err) BOWLINE_WARN_UNUSED;
void sketches_release(struct sketches *sketches);

#endif
