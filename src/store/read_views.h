/* What a person looks up from a view: who uses a value, which links are in doubt, where places lie. */
#ifndef STORE_READ_VIEWS_H
#define STORE_READ_VIEWS_H

#include "store/read_groups.h"
#include "store/read_members.h"

/* Identifiers of that value which are not protected parties' alone; type "": of any. Those with most records
 * first. `records` is over the whole case. */
void read_identifiers_named(struct store *store, struct span type, struct span value, unsigned limit,
                            struct cursor *out, struct bowline_error *err);

/* Records that use the identifier, by record; then identifiers of the same party in the same records, and the
 * entities of these parties, each with the number of records: most first. Of an identifier in more than
 * `within` records only the first `within` are looked at. Rows of next_beside have ownership and records. */
void read_identifier_records(struct store *store, uint32_t identifier, unsigned limit, struct cursor *out,
                             struct bowline_error *err); /* for next_member: the entity is its party's */
void read_identifiers_beside(struct store *store, uint32_t identifier, unsigned within, unsigned limit,
                             struct cursor *out, struct bowline_error *err); /* for next_identifier */
void read_identifier_entities(struct store *store, uint32_t identifier, unsigned within, unsigned limit,
                              struct cursor *out, struct bowline_error *err);

struct group_use_row {
    uint32_t entity, network;
    int64_t records; /* of the entity that use it */
    int64_t all;     /* of the entity */
};
bool next_group_use(struct cursor *c, struct group_use_row *row);

/* Links whose bits are within `most` of zero: the nearest to zero first. */
void read_unsure_links(struct store *store, millibits most, unsigned limit, struct cursor *out,
                       struct bowline_error *err);

struct unsure_row {
    struct link_row link;
    uint32_t entity[2];  /* of the two parties; 0 where one stands alone */
    uint32_t network[2]; /* of the two records */
    int64_t records[2];  /* of the entities; 1 of one that stands alone */
};
bool next_unsure(struct cursor *c, struct unsure_row *row);

struct located_row {
    struct span place;
    double lat, lon;
    int64_t records; /* of the group */
};
/* Places of the group's records that have coordinates: most records first. */
void read_located_places(struct store *store, struct group group, unsigned limit, struct cursor *out,
                         struct bowline_error *err);
bool next_located(struct cursor *c, struct located_row *row);

/* Sightings of the group's records by month and kind of record: by month, kind. */
void read_kind_months(struct store *store, struct group group, unsigned limit, struct cursor *out,
                      struct bowline_error *err); /* for next_month: place is the kind */

/* The networks from the `first`-th on, most bits first. */
void read_networks_from(struct store *store, uint32_t first, unsigned limit, struct cursor *out,
                        struct bowline_error *err);

#endif
