/* The sum of evidence for and against two mentions having one operator. */
#ifndef LINKS_PAIR_SCORE_H
#define LINKS_PAIR_SCORE_H

#include "links/compare.h"
#include "links/holdings.h"
#include "links/near_pictures.h"
#include "links/weights.h"

struct pair_scorer {
    const struct link_inputs *in;
    const struct holdings *holdings;
    const struct ownership *ownership; /* [value] */
    const struct near_pictures *near;
    const struct portrait_table *portraits;
    const struct weights *weights; /* [CLASS_COUNT] */
    millibits prior;
};

#define PAIR_EVIDENCE 48 /* summands of one pair that are kept apart; further shared values are left out */

struct pair_score {
    millibits bits;
    uint32_t count;
    struct evidence evidence[PAIR_EVIDENCE];
};

/* What the sum would be without one of its summands, under the same rules. evidence: the prior first; only
 * kind and bits are read. */
millibits pair_score_without(const struct evidence *evidence, uint32_t count, uint32_t without);

void pair_score(const struct pair_scorer *s, mention_id a, mention_id b, struct pair_score *out);

#endif
