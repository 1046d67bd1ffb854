/* The few shingles of a text that may propose partners for it: a sample in which a shingle stands the
 * likelier, the rarer it is, and in which two texts agree on a shared one (priority sampling, Duffield, Lund
 * and Thorup 2007, with the shingle's hash as its dice). Shingles that stand only once propose nobody and are
 * left out. */
#ifndef TEMPLATES_SKETCH_H
#define TEMPLATES_SKETCH_H

#include "templates/weights.h"

#define SKETCH_MOST 64
#define SKETCH_NONE UINT64_MAX /* no posting */

/* A posting is shingle << seat_bits | seat; the i-th of a text's sketch has the seat text << most_bits | i.
 */
struct sketches {
    uint64_t *postings;
    size_t count;
    uint32_t texts;
    unsigned seat_bits, most_bits;
};

/* The shingles of least rank, ascending, each once. */
struct sketch {
    uint64_t rank[SKETCH_MOST];
    uint64_t key[SKETCH_MOST];
    uint64_t limit; /* ranks that are not below it need not be put */
    unsigned count, most;
    uint32_t steps[256]; /* of rank, by w */
};
void sketch_init(struct sketch *sketch, unsigned most);
void sketch_reset(struct sketch *sketch);
void sketch_put(struct sketch *sketch, uint64_t rank, uint64_t key);

/* A shingle worth w eighths of a bit is w^2 times as likely to be drawn as one worth an eighth: the square,
 * because what a few texts share by chance outnumbers what a group shares. */
static inline uint64_t sketch_rank(const struct sketch *sketch, uint64_t hash, uint32_t w)
{
    return (hash & UINT32_MAX) * sketch->steps[w < 256 ? w : 255];
}

/* An empty list for so many texts with sketches of at most `most` shingles; room for all, or NULL. */
struct sketches sketches_for(uint32_t texts, uint32_t most);
static inline size_t sketches_room(const struct sketches *s)
{
    return (size_t)s->texts << s->most_bits;
}

/* Writes the sketch of a text into its seats; SKETCH_NONE where it is shorter. */
void sketches_put(struct sketches *sketches, uint32_t text, const struct sketch *sketch);
/* Closes the gaps that SKETCH_NONE leaves. */
void sketches_squeeze(struct sketches *sketches);

/* Reads the tally to its end: sets weights and bits of all texts, takes the sketches, and puts the corpus in
 * the order of its sketches, so that alike texts stand near each other. */
enum bowline_status sketches_init(struct sketches *sketches, struct corpus *corpus, struct frequencies *f,
                                  struct bowline_error *err) BOWLINE_WARN_UNUSED;
void sketches_release(struct sketches *sketches);

#endif
