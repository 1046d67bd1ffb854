/* Pictures that are near each other but not equal: perceptual hashes that differ in few bits, as of one
 * picture that was cut, scaled or drawn upon. Two records with near pictures are compared, and the pictures
 * speak for the two, less than an equal one would. Nearness is never passed on: of three in a row the outer
 * two are compared by their own distance. */
#ifndef LINKS_NEAR_PICTURES_H
#define LINKS_NEAR_PICTURES_H

#include "links/blocking.h"

struct near_picture {
    value_id other;
    uint32_t distance;           /* bits in which the hashes differ, 1 upwards */
    millibits bits, person_bits; /* what the two are worth, as in struct ownership */
};

struct near_pictures {
    value_id base, end;        /* pictures are among the values [base, end) */
    uint64_t *first;           /* [base - base .. end - base]: list[first[v - base] .. first[v - base + 1]) */
    struct near_picture *list; /* nearest first, then by value; at most a few of each picture */
    uint64_t cut;              /* near ones that were left out, and comparisons that a large block cost */
};

/* Linear in the pictures (identifiers/image_match.h); no near ones where none is a perceptual hash. */
enum bowline_status near_pictures_build(const struct identifier_table *identifiers, struct near_pictures *out,
                                        struct bowline_error *err) BOWLINE_WARN_UNUSED;
void near_pictures_release(struct near_pictures *near);

/* Sets what near pictures are worth: of what one picture in their place would be, a share that falls to
 * nothing beyond the radius. */
void near_pictures_weigh(struct near_pictures *near, const struct ownership *ownership, millibits prior);

/* Adds pairs of their holders: each with the next ones in time. False: no memory. */
bool near_pictures_pair(const struct near_pictures *near, const struct blocking_values *b,
                        struct pair_list *out);

/* The nearest two pictures of a pair of mentions, by what they are worth: bits 0 where there are none. */
struct evidence near_pictures_evidence(const struct near_pictures *near, const struct holdings *holdings,
                                       const mention_id pair[2], bool of_persons);

#endif
