/* Disjoint sets over 0 .. count - 1 whose representative is always the smallest member, so that the outcome
 * does not depend on the order of joins. Path halving (Tarjan and van Leeuwen 1984). */
#ifndef GRAPH_UNION_FIND_H
#define GRAPH_UNION_FIND_H

#include <stddef.h>
#include <stdint.h>

/* parent: count entries that the caller owns. */
static inline void union_find_init(uint32_t *parent, size_t count)
{
    for (size_t i = 0; i < count; i++)
        parent[i] = (uint32_t)i;
}

static inline uint32_t union_find_root(uint32_t *parent, uint32_t at)
{
    while (parent[at] != at) {
        parent[at] = parent[parent[at]];
        at = parent[at];
    }
    return at;
}

/* Returns the root of the joined set. */
static inline uint32_t union_find_join(uint32_t *parent, uint32_t a, uint32_t b)
{
    a = union_find_root(parent, a);
    b = union_find_root(parent, b);
    if (a > b) {
        uint32_t swap = a;
        a = b;
        b = swap;
    }
    parent[b] = a;
    return a;
}

#endif
