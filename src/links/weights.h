/* Weights: how often each grade of agreement occurs in pairs of one operator (m) and of two (u), Fellegi and
 * Sunter 1969. u from random pairs; m by expectation maximisation over the candidate pairs, one blocking rule
 * at a time and only over the fields that the rule does not fix (Winkler 2000). */
#ifndef LINKS_WEIGHTS_H
#define LINKS_WEIGHTS_H

#include "links/compare.h"

#define PATTERNS 30625u /* 7 * 7 * 5 * 5 * 5 * 5: of grades over all fields */

struct weights {
    double m[FIELD_COUNT][GRADES]; /* of the grades 1 upwards; they sum to 1 */
    double u[FIELD_COUNT][GRADES];
};

extern const struct weights weights_defaults;

uint32_t weights_pattern(const struct comparison *c); /* below PATTERNS */

/* random: [PATTERNS] counts of pairs taken at random. */
void weights_learn_u(struct weights *w, const uint32_t *random);

/* What one blocking rule teaches about m. counts: [PATTERNS] of its pairs; fixed: set of bits of the fields
 * that the rule makes agree; matches: [FIELD_COUNT][GRADES], to which the expected matches are added. */
void weights_expect(const struct weights *w, const uint32_t *counts, unsigned fixed,
                    double matches[FIELD_COUNT][GRADES]);
void weights_learn_m(struct weights *w, double matches[FIELD_COUNT][GRADES]);

/* Bits of one field of a comparison; 0 where it is missing. */
millibits weights_bits(const struct weights *w, const struct comparison *c, enum compare_field field);

#endif
