/* Greedy additive edge contraction (GAEC; Keuper et al. 2015): a partition of a signed, weighted graph that
 * seeks the largest sum of weights inside its groups. The edge with the largest gain is contracted first, its
 * ends become one node, parallel edges become one edge, and it stops where no edge gains.
 *
 *   strangers = base + weight + means + items - per_doubling * (floor log2 s + floor log2 t)
 *   partners  = weight + lasting mean + items / partners
 *   gain      = the lesser of the two
 *
 * Of parallel edges weights add up, each of the two means is averaged over those that have it (average
 * linkage; Sokal and Michener 1958), and of the items each counts once: a thing that two groups share proves
 * the same however many of their members have it. A lasting mean below zero counts half as much again where
 * two edges have it, and twice from four: one slip explains one, not all. s and t are the chances that each
 * side has for a false edge: the sum of its nodes' sizes, less what the edges that were contracted share.
 * Or, by_lesser, a join costs by the lesser side alone: one node more errs by a node, two groups by all.
 * `partners` is the rival that two work together, who share far more things than strangers do. */
#ifndef GRAPH_CONTRACTION_H
#define GRAPH_CONTRACTION_H

#include "base/error.h"
#include "graph/item_pool.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Weights of an edge that is decided: its ends are joined before anything is weighed, or the groups that hold
 * them are never joined, whatever else speaks for it. Of contradictory ones the first wins. */
#define CONTRACTION_ALWAYS INT32_MAX
#define CONTRACTION_NEVER  INT32_MIN

enum contraction_mean { MEAN_LASTING, MEAN_PASSING, CONTRACTION_MEANS };

struct contraction_edge {
    uint32_t a, b; /* nodes, in any order; a == b is ignored; the same pair may come again */
    int32_t weight;
    int32_t mean[CONTRACTION_MEANS];
    uint32_t first_item; /* in contraction.items */
    uint8_t item_count;  /* at most ITEMS_MOST; keys apart */
    uint8_t has_mean;    /* 1 << enum contraction_mean of those that say anything */
};

/* What stands between the groups of two nodes where contraction ends. Set a and b; the rest is filled in. */
struct contraction_probe {
    uint32_t a, b;     /* nodes */
    bool is_one;       /* one group */
    bool is_connected; /* by a chain of edges that speak for a join; else it was never weighed */
    bool has_edge;     /* some edge runs between the two groups; the sums below are of those */
    bool is_forbidden; /* by an edge of CONTRACTION_NEVER */
    int64_t added, shared, mean, cost;
    int64_t partners; /* what the rival of partners takes off; at most 0 */
    uint32_t items;   /* that the groups share */
    int64_t gain;
};

struct contraction {
    const struct contraction_edge *edges;
    size_t edge_count; /* below 2^31 */
    uint32_t node_count;
    const uint64_t
        *keys; /* [node]: breaks ties, so that they do not hang on numbering; NULL: the number itself */
    int32_t per_doubling;            /* 0 for plain GAEC */
    int32_t base;                    /* of every edge */
    int32_t partners;                /* what part of an item speaks against partners; 0: no such rival */
    bool by_lesser;                  /* s and t are plain sums, and twice the lesser one's doublings cost */
    const struct item *items;        /* NULL where no edge has any */
    const uint32_t *sizes;           /* [node], at least 1; NULL: 1 each */
    struct contraction_probe *probe; /* NULL for none */
};

/* group[node]: the smallest node of its group. Time O(E log^2 E) at worst; memory some 100 bytes an edge of
 * the largest connected part. */
enum bowline_status contraction_run(const struct contraction *in, uint32_t *group,
                                    struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
