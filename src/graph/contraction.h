/* Greedy additive edge contraction (GAEC; Keuper et al. 2015): a partition of a signed, weighted graph that
 * seeks the largest sum of weights inside its groups. The heaviest edge is contracted first, parallel edges
 * add up, and it stops where no edge is worth more than it costs. A join of groups of s and t nodes costs
 * per_doubling * (floor log2 s + floor log2 t): with s * t chances for a false edge, one edge proves less. */
#ifndef GRAPH_CONTRACTION_H
#define GRAPH_CONTRACTION_H

#include "base/error.h"

#include <stddef.h>
#include <stdint.h>

struct contraction_edge {
    uint32_t a, b; /* nodes, in any order; a == b is ignored; the same pair may come again and adds up */
    int32_t weight;
};

struct contraction {
    const struct contraction_edge *edges;
    size_t edge_count; /* below 2^31 */
    uint32_t node_count;
    const uint64_t
        *keys; /* [node]: breaks ties, so that they do not hang on numbering; NULL: the number itself */
    int32_t per_doubling; /* 0 for plain GAEC */
};

/* group[node]: the smallest node of its group. Time O(E log^2 E) at worst; memory some 60 bytes an edge of
 * the largest connected part. */
enum bowline_status contraction_run(const struct contraction *in, uint32_t *group,
                                    struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
