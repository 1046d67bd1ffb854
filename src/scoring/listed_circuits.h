/* Circuits that a case lists, against those that truth lists: order and dates. */
#ifndef SCORING_LISTED_CIRCUITS_H
#define SCORING_LISTED_CIRCUITS_H

#include "scoring/circuits.h"

#include <stdbool.h>

/* A circuit as listed, and whose records it rests on. */
struct circuit_claim {
    const uint32_t *places; /* numbers as in struct circuit */
    size_t place_count;
    int64_t begin, end;
    uint32_t
        owner; /* the true network (of a network's circuit) or true entity of most of its records; 0: none */
    bool is_network;
};

struct circuit_tally {
    uint32_t truths, found; /* true circuits; of them, listed */
    uint32_t claims, right; /* listed circuits; of them, true */
};

struct circuit_marks {
    struct circuit_tally networks, others;
};

#define CIRCUIT_PERIOD_SHARE 0.5 /* of the two periods together that both cover, at least; stated */

/* Rows of truth with one owner and one cycle, begun anywhere, are one circuit with the period of all: truth
 * has a row for each who goes round. Rows of fewer than CIRCUIT_ROUNDS rounds are left out. A claim is right
 * where its owner has a true circuit with the same places in the same order, none more, and the two periods
 * cover each other. Cost: sorting, and the pairs of each owner. */
enum bowline_status score_listed_circuits(const struct circuit *truth, size_t count,
                                          const struct circuit_claim *claims, size_t claim_count,
                                          struct circuit_marks *out,
                                          struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
