/* Networks: entities that work together, joined by typed ties that are weaker than identity
 * (docs/methods/networks.md). A mention that stands alone is a node of its own here, as an entity of one
 * record. */
#ifndef ENTITIES_NETWORK_TABLE_H
#define ENTITIES_NETWORK_TABLE_H

#include "entities/entity_table.h"

typedef uint32_t network_id; /* 1 upwards, most bits first; 0 is none */

enum tie_kind {
    TIE_PAYMENT = 1, /* one pays the other */
    TIE_CALL,        /* one calls the other */
    TIE_BOOKING,     /* one books or pays for a stay of the other */
    TIE_PREMISES,    /* both use one address or house */
    TIE_PERSON,      /* both advertise or lodge one person */
    TIE_IDENTIFIER,  /* both use one identifier that is too weak to make them one */
    TIE_KIND_COUNT
};

struct tie {
    uint32_t a, b;      /* mentions that stand for the two nodes, a < b: the first mention of each */
    entity_id from, to; /* their entities, 0 for a mention that stands alone */
    uint32_t records;   /* how many records say so */
    uint32_t there;     /* events that a began: paid, called, booked; b began the others */
    uint32_t back;
    record_id example; /* the first of them */
    millibits bits;
    millibits counted;  /* of them, what counting the records gives; the rest is of things shared */
    network_id network; /* 0 where the tie was not strong enough to join */
    uint8_t kind;       /* enum tie_kind */
};

struct network {
    uint32_t entities; /* nodes: entities, and mentions that stand alone */
    uint32_t records;
    millibits bits; /* the sum of the ties inside */
};

struct network_table {
    uint32_t count;
    struct network *networks; /* [1 .. count] */
    network_id *of_entity;    /* [1 .. entities] */
    network_id *of_record;    /* [1 .. records] */
    struct tie *ties;         /* by (a, b, kind) */
    size_t tie_count;
};

enum bowline_status network_table_build(const struct link_inputs *inputs, const struct link_table *links,
                                        const struct entity_table *entities, struct network_table *out,
                                        struct bowline_error *err) BOWLINE_WARN_UNUSED;
const char *tie_kind_name(enum tie_kind kind);
void network_table_init(struct network_table *table);
void network_table_release(struct network_table *table);

#endif
