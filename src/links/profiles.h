/* Profiles: portraits that say exactly the same and hold the same values, such as the payer of a hundred
 * payments. One of each stands for all where alike portraits are looked for; the others are paired with it.
 */
#ifndef LINKS_PROFILES_H
#define LINKS_PROFILES_H

#include "links/blocking.h"

struct profiles {
    portrait_id *order; /* [0 .. count): one of each profile, alike names together, else by mention key */
    uint32_t count;
};

/* Adds the pairs of each profile to `out`. Time O(n log n). */
enum bowline_status profiles_build(const struct holdings *holdings, const struct portrait_table *portraits,
                                   struct profiles *profiles, struct pair_list *out,
                                   struct bowline_error *err) BOWLINE_WARN_UNUSED;
void profiles_release(struct profiles *profiles);

#endif
