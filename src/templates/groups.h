/* Groups of texts, each member verified against what the group has in common. Rounds of stars: the larger
 * group, or the text with the most partners, takes in each free neighbour that passes the test against its
 * profile; then groups themselves are the neighbours. No chain: whoever joins is like the whole group. */
#ifndef TEMPLATES_GROUPS_H
#define TEMPLATES_GROUPS_H

#include "templates/pairs.h"
#include "templates/verify.h"

struct groups {
    uint32_t count;
    uint32_t *first; /* [0 .. count]: members of group g are members[first[g]] .. members[first[g + 1] - 1] */
    uint32_t *members; /* indices of texts, ascending in a group */
    uint32_t *leader;  /* of each text; the leader of a group is the centre of its star */
};

/* Groups of one text are among them only where the text has copies and is informative enough. */
enum bowline_status groups_init(struct groups *groups, const struct verifier *verifier,
                                const struct pairs *pairs, struct bowline_error *err) BOWLINE_WARN_UNUSED;
void groups_release(struct groups *groups);

#endif
