/* Links, the summands of each, and ties. */
#ifndef STORE_READ_LINKS_H
#define STORE_READ_LINKS_H

#include "store/read_cursor.h"

struct link_row {
    uint32_t link, from_record, to_record;
    struct span from_party, to_party;
    millibits bits;
    double probability;
};

struct ownership_row {
    bool is_known;
    int64_t records, others, places;
    double exclusive; /* chance, 0 to 1 */
    millibits bits;
};

struct evidence_row {
    struct span kind, level;
    uint32_t value; /* identifier or template, else 0 */
    millibits bits;
    struct span type, text; /* of an identifier: its type and value */
    bool is_protected;      /* the identifier */
    struct ownership_row ownership;
};

struct tie_row {
    uint32_t from_record, to_record, from_entity, to_entity;
    struct span kind;
    int64_t records;
    uint32_t example;
    millibits bits;
    uint32_t network; /* 0: too weak to join */
};

/* A side of a tie: an entity, or a record that stands alone (entity 0). */
struct node {
    uint32_t entity, record;
};

/* The strongest first. */
void read_record_links(struct store *store, uint32_t record, unsigned limit, struct cursor *out,
                       struct bowline_error *err);
void read_entity_links(struct store *store, uint32_t entity, unsigned limit, struct cursor *out,
                       struct bowline_error *err);
void read_links_between(struct store *store, uint32_t a, uint32_t b, struct cursor *out,
                        struct bowline_error *err);
void read_link(struct store *store, uint32_t link, struct cursor *out, struct bowline_error *err);
bool next_link(struct cursor *c, struct link_row *row);

/* Prior first, then by bits. */
void read_evidence(struct store *store, uint32_t link, struct cursor *out, struct bowline_error *err);
bool next_evidence(struct cursor *c, struct evidence_row *row);

struct calibration_row {
    struct span type;
    uint32_t bin;
    int64_t pairs, agree;
    double claimed, actual; /* actual below 0: not known */
};

/* By type, then bin. */
void read_calibration(struct store *store, struct cursor *out, struct bowline_error *err);
bool next_calibration(struct cursor *c, struct calibration_row *row);

void read_network_ties(struct store *store, uint32_t network, unsigned limit, struct cursor *out,
                       struct bowline_error *err);
/* Those of the network's entities that were too weak to join. */
void read_weak_ties(struct store *store, uint32_t network, unsigned limit, struct cursor *out,
                    struct bowline_error *err);
void read_ties_between(struct store *store, struct node a, struct node b, unsigned limit, struct cursor *out,
                       struct bowline_error *err);
bool next_tie(struct cursor *c, struct tie_row *row);

#endif
