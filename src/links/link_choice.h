/* Which links a case file keeps. Every pair that was compared counts in the partition; a person needs those
 * that hold a group together, those that speak for each mention, and those that speak against. */
#ifndef LINKS_LINK_CHOICE_H
#define LINKS_LINK_CHOICE_H

#include "links/link_table.h"

struct link_choice {
    uint8_t *is_kept; /* [0 .. links - 1]: 1 or 0 */
    size_t kept;
};

/* Keeps the links of a maximum spanning forest, so that the widest path between any two linked mentions stays
 * what it was; the two strongest links of each mention; and all below zero. Near-linear. mentions: the
 * largest mention_id. */
enum bowline_status link_choice_make(const struct link_table *table, uint32_t mentions,
                                     struct link_choice *out, struct bowline_error *err) BOWLINE_WARN_UNUSED;
void link_choice_release(struct link_choice *choice);

#endif
