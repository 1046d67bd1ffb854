/* What people decided of pairs, as a graph: "same" joins, "not the same" forbids. Tells whether one more
 * decision contradicts those that stand, and by which chain. Pure. */
#ifndef DECISIONS_DECISION_GRAPH_H
#define DECISIONS_DECISION_GRAPH_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct decided_edge {
    uint32_t a, b; /* nodes below node_count, a != b */
    bool is_same;
};

struct decision_graph {
    const struct decided_edge *edges; /* that stand, and do not contradict each other */
    size_t count;
    uint32_t node_count;
};

struct contradiction {
    bool is_found;
    /* Indices of the "same" edges that, with `added` where that is one, lead from one end of a "not the same"
     * to the other; the caller's, of count + 1 entries. count stands for `added` itself. */
    size_t *chain;
    size_t length;
    size_t against; /* the "not the same": an index, or count for `added` */
};

/* Breadth first, so that the chain is a shortest one. O(edges + nodes) for each "not the same" that is hit.
 */
enum bowline_status decision_graph_check(const struct decision_graph *graph, struct decided_edge added,
                                         struct contradiction *out,
                                         struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
