/* Links as edges of the graph that entities are made of, whole or with one type of identifier left out. */
#ifndef ENTITIES_ENTITY_EDGES_H
#define ENTITIES_ENTITY_EDGES_H

#include "graph/contraction.h"
#include "links/link_table.h"

/* A join of groups with s and t chances for a false link costs this much for each doubling of s * t: with
 * more chances, one link proves less (Bonferroni, in bits; a third of it, for the values of a group are not
 * independent).
 */
#define ENTITY_JOIN_COST 350

/* Who work together share far more than strangers do: against that rival, that two are partners, a shared
 * value speaks with a twelfth of its bits. Assumed; it matters only where names or births speak against. */
#define ENTITY_PARTNERS 12

/* What is left out; NULL for nothing. */
struct left_out {
    const struct identifier_table *identifiers;
    enum identifier_type type;
};

/* Shared values become items of the edge, each counted once however many pairs of two groups share it; what
 * fields say is averaged over the pairs. The prior is the edge's base. edge->first_item is set before. */
void entity_edge_read(const struct link_table *links, const struct link *l, const struct left_out *without,
                      struct contraction_edge *edge, struct item *items);

#endif
