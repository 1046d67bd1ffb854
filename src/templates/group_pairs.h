/* Pairs of groups that may be one: what most members of each have is sketched and joined as texts are. */
#ifndef TEMPLATES_GROUP_PAIRS_H
#define TEMPLATES_GROUP_PAIRS_H

#include "templates/pairs.h"
#include "templates/verify.h"

/* Groups as lists of members: group g is members[first[g]] .. members[first[g + 1] - 1], g below the number
 * of texts. */
struct group_list {
    const uint32_t *first, *members;
};

/* Puts the pairs of groups with two members or more into out, each once, the lower group first. */
enum bowline_status group_pairs_init(struct pairs *out, const struct verifier *verifier,
                                     struct group_list groups, struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
