/* The circuits that the case lists, scored. */
#ifndef REPORTS_SCORE_LISTED_H
#define REPORTS_SCORE_LISTED_H

#include "reports/score_parts.h"
#include "scoring/circuits.h"

/* What score_put_circuits has read: true circuits, and the number that stands for each place of the case. */
struct listed_inputs {
    const struct circuit *truth;
    size_t count;
    const uint32_t *place_of; /* [1 .. last_place] */
    uint32_t last_place;
};

/* Adds "networks", "others" and "touring" to `out`. */
void score_put_listed(struct scored *s, const struct listed_inputs *inputs, json_t *out);

#endif
