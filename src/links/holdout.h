/* Holding out: what the compared pairs claim without one type of identifier, beside whether they share one.
 */
#ifndef LINKS_HOLDOUT_H
#define LINKS_HOLDOUT_H

#include "links/blocking.h"
#include "links/calibration.h"
#include "links/pair_score.h"

/* Looks at all pairs, or at a sample of some hundred thousand that does not hang on the order of rows. */
enum bowline_status holdout_measure(const struct pair_scorer *scorer, const struct pair_list *pairs,
                                    const struct parallel *parallel, struct calibration *out,
                                    struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
