/* Learning: the candidate pairs of portraits, and from them how much each kind of agreement weighs. */
#ifndef LINKS_LEARNING_H
#define LINKS_LEARNING_H

#include "links/blocking.h"
#include "links/profiles.h"
#include "links/weights.h"

struct learning {
    const struct link_inputs *in;
    const struct holdings *holdings;
    const struct ownership *ownership; /* [value] */
    const struct portrait_table *portraits;
    const struct profiles *profiles;
    uint32_t window;
    const struct parallel *parallel;
    millibits prior, least_hope;
};

/* Sets weights [CLASS_COUNT], and adds the pairs that may become links to out. */
enum bowline_status learning_run(const struct learning *l, struct weights *weights, struct pair_list *out,
                                 struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
