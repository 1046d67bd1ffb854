/* Calibration without labels: one type of identifier is held out. Each pair whose two sides both have an own
 * value of that type claims a probability from all other evidence; how often such pairs then share a value of
 * the type tells what the claim was worth (docs/methods/evidence.md). */
#ifndef LINKS_CALIBRATION_H
#define LINKS_CALIBRATION_H

#include "base/bits.h"
#include "identifiers/identifier_table.h"

#define CALIBRATION_BINS 10 /* of equal width, from 0 to 1 */

struct calibration_bin {
    uint64_t pairs;
    uint64_t agree;   /* that share a value of the held-out type */
    uint64_t claimed; /* sum of the claims, in millionths */
};

/* A point of the curve from claimed to calibrated probability. */
struct calibration_point {
    double claimed, actual;
};

struct calibration {
    struct calibration_bin bins[IDENTIFIER_TYPE_COUNT][CALIBRATION_BINS];
    double agreement[IDENTIFIER_TYPE_COUNT]; /* of pairs that are one operator's beyond doubt; 0: too few */
    uint64_t pairs;                          /* of the types that tell something */
    struct calibration_point curve[CALIBRATION_BINS + 2]; /* from (0, 0) to (1, 1), both rising */
    unsigned points;
};

/* What one pair says: bits without the type, whether both have an own value of it, and whether they share
 * one. */
void calibration_add(struct calibration *c, enum identifier_type held_out, millibits bits_without,
                     bool agree);
void calibration_merge(struct calibration *into, const struct calibration *from);

/* Fills agreement and the curve from the bins. */
void calibration_finish(struct calibration *c);

/* The share of a bin's pairs that have one operator, as the held-out type tells; below 0 where it cannot. */
double calibration_actual(const struct calibration *c, enum identifier_type held_out, unsigned bin);

/* What a claim of so many bits has proved to be worth. The raw probability where nothing was learned. */
double calibration_probability(const struct calibration *c, millibits bits);

#endif
