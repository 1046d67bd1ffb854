/* Names of the gazetteer that are a slip of the pen away. A name with k slips has k + 1 parts one of which is
 * whole, so names meet in an index of their parts (partition into exact search; Navarro 2001, section 8). */
#ifndef PLACES_NEAR_NAMES_H
#define PLACES_NEAR_NAMES_H

#include "places/gazetteer.h"

struct near_names {
    uint64_t *parts; /* sorted: hash of a part with where it stands, and the name that has it */
    size_t count;
};

#define NEAR_SHORTEST       5 /* letters from which one slip is forgiven */
#define NEAR_SHORTEST_TWICE 9 /* and two */
#define NEAR_LONGEST        60

/* Names in the letters a to z with spaces; other scripts have no slips. Cost: some 60 ms and 12 MB. */
bool near_names_build(const struct gazetteer *gazetteer, struct near_names *out);
void near_names_release(struct near_names *near);

/* The names at the least distance from `folded`, in [1, slips allowed by its length], each once for each time
 * it is met. A slip is a letter left out, added, changed, or swapped with the next. Cost:
 * some hundreds of look-ups, and one comparison for each name that shares a part. */
typedef void near_visit(void *context, uint32_t name, unsigned slips);
void near_names_find(const struct gazetteer *gazetteer, const struct near_names *near, struct span folded,
                     near_visit *visit, void *context);

/* The least number of slips between two names, or most + 1 where it is more (optimal string alignment). */
unsigned near_slips(struct span a, struct span b, unsigned most);

#endif
