/* Where the nodes of a drawing stand, so that distances on paper follow distances in the graph: stress
 * majorisation with weights 1/d^2 (Gansner, Koren and North 2004), from a spiral, nodes moved one after the
 * other; at the end, nodes that cover each other part. The same graph gives the same points on every machine:
 * a fixed order of sums, square roots alone. */
#ifndef GRAPH_LAYOUT_H
#define GRAPH_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define LAYOUT_NODES 400  /* at most; memory and each round are quadratic */
#define LAYOUT_SIDE  1000 /* points lie within -LAYOUT_SIDE .. LAYOUT_SIDE, the longer side of the drawing */

struct layout_edge {
    uint32_t a, b; /* nodes from 0; a loop does nothing */
};

struct layout_graph {
    size_t nodes;
    const struct layout_edge *edges;
    size_t edge_count;
};

struct layout_point {
    int32_t x, y;
};

/* points: graph->nodes of them, the caller's. False where memory is short. O(nodes^2) for each of 150 rounds:
 * 60 nodes take 2 ms. */
bool layout_stress(const struct layout_graph *graph, struct layout_point *points)
    __attribute__((warn_unused_result));

/* The hops between all nodes: nodes x nodes, the caller's. Two that are not connected are two hops further
 * apart than half the longest way in the graph, so that parts stand beside each other. False where memory is
 * short. */
bool layout_distances(const struct layout_graph *graph, uint16_t *hops) __attribute__((warn_unused_result));

#endif
