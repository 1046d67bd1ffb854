/* Some of the places that a unit visits most: those that a cycle may be made of. Inside the room only. */
#ifndef MOVEMENT_PLACE_SUBSET_H
#define MOVEMENT_PLACE_SUBSET_H

#include "movement/circuit_fit.h"

enum { CANDIDATES = 16, NOWHERE = 255, LEAST_PLACES = 3 };

struct subset {
    uint8_t of[CIRCUIT_PLACES]; /* candidates, ascending */
    unsigned count;
};

/* Which place of the subset each candidate is, or NOWHERE. */
struct subset_index {
    uint8_t of[CANDIDATES];
};

struct subset_index index_subset(const struct subset *subset);

/* It must not be there yet, nor the subset full. */
void add_to_subset(struct subset *subset, uint8_t candidate);

/* The subset without candidate `drop`, with `add`; CANDIDATES: none. False where it would be too small or too
 * large, or holds `add` already. */
bool change_subset(const struct subset *from, unsigned drop, unsigned add, struct subset *out);

/* How many sets of as many places there are among the candidates. */
double count_subsets(unsigned candidates, unsigned count);

#endif
