/* One connected part of a graph under contraction: edges in doubly linked lists by node, found by a hash of
 * their ends, ranked by a heap that may hold stale entries. The parallel edges of a join move from the node
 * with fewer edges to the one with more. */
#ifndef GRAPH_CONTRACTION_PART_H
#define GRAPH_CONTRACTION_PART_H

#include "graph/contraction.h"

struct contraction_rank { /* a heap entry */
    int64_t gain;
    uint64_t key; /* of the edge */
    uint32_t edge;
};

struct contraction_half { /* edge e has halves 2e and 2e + 1 */
    uint32_t node;
    uint32_t next, before; /* half + 1; 0 is the end */
};

struct contraction_node {
    uint64_t key;
    int64_t cost;  /* per_doubling for each doubling of size */
    uint32_t size; /* chances for a false edge */
    uint32_t list; /* half + 1 */
    uint32_t degree;
};

/* What an edge weighs, and what of. */
struct contraction_weight {
    int64_t added;
    int64_t mean_sum[CONTRACTION_MEANS];
    int64_t shared; /* the sum of its items */
    uint32_t mean_count[CONTRACTION_MEANS];
    struct item_list items;
};

struct contraction_part {
    struct contraction_node *nodes;
    uint32_t *parent;
    struct contraction_half *halves;
    uint64_t *keys; /* [edge]: of its ends at first; the least of the edges that were added up */
    struct contraction_weight *weight; /* [edge] */
    struct item_pool pool;
    int64_t *pushed; /* [edge]: the gain of its latest heap entry */
    uint32_t *slots; /* edge + 1, by hash of the ends */
    struct contraction_rank *heap;
    size_t nodes_capacity, parent_capacity, halves_capacity, keys_capacity, weight_capacity, pushed_capacity,
        slots_capacity, heap_capacity, heap_count;
    uint32_t node_count, edge_count, slot_mask;
    int32_t per_doubling, base, partners;
    bool by_lesser;
};

void contraction_part_init(struct contraction_part *p, const struct contraction *in);
void contraction_part_release(struct contraction_part *p);

/* Makes room for a part of so many nodes and edges. */
enum bowline_status contraction_part_reset(struct contraction_part *p, uint32_t nodes, size_t edges);
void contraction_part_node(struct contraction_part *p, uint32_t node, uint64_t key, uint32_t size);

/* The ends a and b are the part's own numbers of the edge's ends. False: no memory. */
bool contraction_part_add(struct contraction_part *p, uint32_t a, uint32_t b,
                          const struct contraction_edge *edge, const struct item *items);
enum bowline_status contraction_part_solve(struct contraction_part *p);

/* After the part is solved. a, b: the part's own numbers. Reads and sets the probe but for its a and b. */
void contraction_part_probe(struct contraction_part *p, uint32_t a, uint32_t b,
                            struct contraction_probe *probe);
uint32_t contraction_part_group(struct contraction_part *p, uint32_t node); /* its smallest member */

#endif
