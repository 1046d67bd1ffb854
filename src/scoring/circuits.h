/* Circuits found: cycles of places that truth lists, looked for in the visits of proposed entities. */
#ifndef SCORING_CIRCUITS_H
#define SCORING_CIRCUITS_H

#include "base/error.h"

#include <stddef.h>
#include <stdint.h>

/* A cycle of places. Numbers of places are the visits'; 0 is a place that no visit has. */
struct circuit {
    const uint32_t *places;
    size_t place_count;       /* two or more */
    int64_t begin, end;       /* seconds; end is exclusive */
    uint32_t entity, network; /* true groups, 0: none */
    uint32_t rounds;          /* how often it was gone round: below CIRCUIT_ROUNDS there is none to find */
    uint32_t legs;            /* moves between its places that the records can show */
};

struct circuit_visit {
    uint32_t entity; /* proposed, 1 upwards */
    uint32_t place;
    int64_t begin, end;
};

/* Where proposed entities were, and whose they are: [1 .. entity_count], as score_owners gives them. */
struct circuit_world {
    const struct circuit_visit *visits; /* by entity, begin */
    size_t visit_count;
    const uint32_t *entity_owner, *network_owner;
    uint32_t entity_count;
};

struct circuit_result {
    uint32_t rounds; /* the most that one entity went */
    uint32_t legs;   /* of all its entities together, at most circuit.legs */
};

#define CIRCUIT_ROUNDS 2 /* how often a cycle must be gone round to be one: once is a journey */

/* Looks at the entities that belong to the circuit's network, or to its entity where it has no network, and
 * at their visits that touch its period. A round: all places of the cycle in its order, begun at any of them,
 * other visits between allowed. A leg: two visits one after the other whose places follow each other in the
 * cycle. out: [count]. Cost: visits, and for each circuit the visits of its operator times its places. */
enum bowline_status score_circuits(const struct circuit *circuits, size_t count,
                                   const struct circuit_world *world, struct circuit_result *out,
                                   struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
