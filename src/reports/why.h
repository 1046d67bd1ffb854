/* The parts of the answers to `why` and `why-not`. */
#ifndef REPORTS_WHY_H
#define REPORTS_WHY_H

#include "reports/rows.h"
#include "reports/widest_path.h"

struct why_pair {
    struct named_party a, b;
    uint32_t a_entity,
        b_entity;    /* of the party that was named, else that the record is filed under; 0: alone */
    uint32_t entity; /* that both have a part in, or 0 */
};

/* Fails where a name stands for nothing. */
void why_find_pair(struct view *v, const char *a, const char *b, struct why_pair *out);

/* A standing decision that a run has not lost, with its records in this case; 0 for a value. */
struct why_decision {
    uint32_t number;
    uint32_t a, b; /* records */
    struct decision_side a_side, b_side;
    bool is_same, is_kept;
    json_t *row; /* DECISION_ROW; owned */
};

struct why_decisions {
    struct why_decision *items;
    size_t count, capacity;
};

void why_load_decisions(struct view *v, struct why_decisions *out);
void why_release_decisions(struct why_decisions *decisions);

/* Of those, the ones between the two sides or about what they share, as DECISION_ROWs. link, path: whose
 * evidence is shown; NULL allowed. */
json_t *why_decisions_json(struct view *v, const struct why_pair *pair, const struct why_decisions *decisions,
                           const json_t *link, const json_t *path);

/* A decision of that word between the two sides themselves or, where they are not in one entity, between
 * their entities; NULL where there is none. */
const struct why_decision *why_deciding(struct view *v, const struct why_pair *pair,
                                        const struct why_decisions *decisions, const char *what);

/* The entity of a party of a record, 0 where it stands alone. party PARTY_COUNT: the one the record is filed
 * under. */
uint32_t why_entity_of(struct view *v, uint32_t record, struct span party);

/* The links, and decisions that join, inside one entity: the strongest first. */
struct why_edge {
    struct path_edge edge;               /* its link is the place in why_edges */
    uint32_t link;                       /* of the case; 0 for a decision */
    const struct why_decision *decision; /* NULL for a link */
};

struct why_edges {
    struct why_edge *items;
    size_t count, capacity;
};

void why_load_edges(struct view *v, const struct why_pair *pair, const struct why_decisions *decisions,
                    struct why_edges *out);
void why_release_edges(struct why_edges *edges);

/* The path between the two as places in `edges`, for memory_free; without: a place to leave out, or count.
 * *weakest: the bits of its weakest link, 0 without a path. */
uint32_t *why_find_path(struct view *v, const struct why_pair *pair, const struct why_edges *edges,
                        size_t without, size_t *length, millibits *weakest);
json_t *why_path_json(struct view *v, const struct why_edges *edges, const uint32_t *path, size_t length);

/* Which other groups the record has links to above zero. */
json_t *why_rivals_json(struct view *v, const struct named_party *side);

/* Which single piece of evidence decides: without it the sum changes its sign. edges: NULL where the two are
 * not in one entity. */
json_t *why_changes_json(struct view *v, const struct why_pair *pair, const struct why_edges *edges,
                         const json_t *link, const json_t *path);

#endif
