/* Weak cuts: the edges by which a graph hangs together most weakly, on its maximum spanning forest (Kruskal
 * 1956). By the cut property no heavier edge joins the two sides that are left where one of them is taken. */
#ifndef GRAPH_WEAK_CUTS_H
#define GRAPH_WEAK_CUTS_H

#include "base/bits.h"
#include "base/error.h"

#include <stddef.h>
#include <stdint.h>

#define WEAK_CUTS 5 /* the most that are told */

/* A cut that parts off fewer nodes than one in so many comes after those that part off more: single nodes
 * hang on by weak edges everywhere, and are not what a group would split into. Assumed. */
#define WEAK_CUT_SHARE 20

struct cut_edge {
    uint32_t a, b;  /* 0 .. nodes - 1 */
    millibits bits; /* those of 0 and below hold nothing and are passed over */
    uint32_t key;   /* breaks ties between equal bits */
};

struct weak_cut {
    size_t edge;    /* of the forest */
    uint32_t nodes; /* on the lesser side without it */
    size_t edges;   /* that join the two sides, itself too; 1: it is a bridge */
};

/* Fewest bits first, those that part off enough before all others. Time O(edges log edges), some 40 bytes an
 * edge. *found: at most WEAK_CUTS. */
enum bowline_status weak_cuts_find(const struct cut_edge *edges, size_t count, uint32_t nodes,
                                   struct weak_cut out[WEAK_CUTS], unsigned *found,
                                   struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
