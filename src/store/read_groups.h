/* Entities and networks, and what is known of each: extent, places, kinds, identifiers, templates, visits,
 * flows. */
#ifndef STORE_READ_GROUPS_H
#define STORE_READ_GROUPS_H

#include "store/read_links.h"

struct network_row {
    uint32_t network;
    int64_t entities, records;
    millibits bits;
};

struct entity_row {
    uint32_t entity, network;
    int64_t records;
};

/* An entity or a network. */
enum scope { SCOPE_ENTITY, SCOPE_NETWORK };

struct group {
    enum scope scope;
    uint32_t id;
};

struct extent {
    int64_t first, last; /* TIME_NONE where no record gives a time */
};

struct place_row {
    struct span place;
    int64_t records;
};

struct kind_row {
    struct span kind;
    int64_t records;
};

struct identifier_row {
    uint32_t identifier;
    struct span type, value;
    bool is_protected;
    int64_t records; /* of the group */
    struct ownership_row ownership;
};

struct template_row {
    uint32_t template_id;
    int64_t records; /* of the group */
    millibits bits;  /* saved for each text after the first, on average */
    struct span text;
};

struct visit_row {
    struct span place;
    int64_t begin, end;
    int64_t sightings, km;
};

struct flow_row {
    uint32_t account;
    struct span value, currency;
    bool is_protected;
    int64_t payments_in, payments_out, payers, payees, cents_in, cents_out, cents_passed;
    int64_t dwell;            /* seconds; TIME_NONE where none passed */
    struct span kind, reason; /* what kind of account it is, and why */
};

struct month_row {
    struct span place, month; /* "2025-06" */
    int64_t records;
};

/* Most bits first; network 0: all, else that one. */
void read_networks(struct store *store, uint32_t network, unsigned limit, struct cursor *out,
                   struct bowline_error *err);
bool next_network(struct cursor *c, struct network_row *row);

/* One template with all its records; and its members by record. */
void read_template(struct store *store, uint32_t template_id, struct cursor *out, struct bowline_error *err);

/* Most records first. */
void read_entity(struct store *store, uint32_t entity, struct cursor *out, struct bowline_error *err);
void read_largest_entities(struct store *store, unsigned limit, struct cursor *out,
                           struct bowline_error *err);
/* network 0: those without a network. */
void read_network_entities(struct store *store, uint32_t network, unsigned limit, struct cursor *out,
                           struct bowline_error *err);
bool next_entity(struct cursor *c, struct entity_row *row);

enum bowline_status read_extent(struct store *store, struct group group, struct extent *out,
                                struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status read_member_total(struct store *store, uint32_t entity, int64_t *out,
                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* The entity that both records have a part in: the smallest id, or 0. */
enum bowline_status read_common_entity(struct store *store, uint32_t a, uint32_t b, uint32_t *out,
                                       struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Each: most records first. */
void read_places(struct store *store, struct group group, unsigned limit, struct cursor *out,
                 struct bowline_error *err);
bool next_place(struct cursor *c, struct place_row *row);
void read_kinds(struct store *store, struct group group, struct cursor *out, struct bowline_error *err);
bool next_kind(struct cursor *c, struct kind_row *row);
void read_templates(struct store *store, struct group group, unsigned limit, struct cursor *out,
                    struct bowline_error *err);
bool next_template(struct cursor *c, struct template_row *row);
void read_identifiers(struct store *store, uint32_t entity, unsigned limit, struct cursor *out,
                      struct bowline_error *err);
bool next_identifier(struct cursor *c, struct identifier_row *row);

/* Sightings by place and month, for a chart: by place, month. */
void read_months(struct store *store, struct group group, unsigned limit, struct cursor *out,
                 struct bowline_error *err);
bool next_month(struct cursor *c, struct month_row *row);

void read_visits(struct store *store, uint32_t entity, unsigned limit, struct cursor *out,
                 struct bowline_error *err); /* by time */
bool next_visit(struct cursor *c, struct visit_row *row);

/* Of the accounts that the group's parties use: most money first. */
void read_flows(struct store *store, struct group group, unsigned limit, struct cursor *out,
                struct bowline_error *err);
bool next_flow(struct cursor *c, struct flow_row *row);

#endif
