/* The few shingles of a text that may propose partners for it: a sample in which a shingle stands the
 * likelier, the rarer it is, and in which two texts agree on a shared one (priority sampling, Duffield, Lund
 * and Thorup 2007, with the shingle's hash as its dice). Shingles that stand only once propose nobody and are
 * left out. */
#ifndef TEMPLATES_SKETCH_H
#define TEMPLATES_SKETCH_H

#include "templates/weights.h"

#define SKETCH_MOST 64

struct sketches {
    uint64_t *postings; /* shingle << place_bits | index of the text */
    size_t count;
    unsigned place_bits;
};

/* Sets weights and bits of all texts, takes the sketches, and puts the corpus in the order of its sketches,
 * so that alike texts stand near each other. */
enum bowline_status sketches_init(struct sketches *sketches, struct corpus *corpus,
                                  const struct frequencies *f, struct bowline_error *err) BOWLINE_WARN_UNUSED;
void sketches_release(struct sketches *sketches);

#endif
