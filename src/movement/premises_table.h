/* Premises: the hotels, holiday homes and flats that records name, and which of them each network uses: who
 * booked and paid, how many guests, from when to when, and the records that say so
 * (docs/methods/premises.md). */
#ifndef MOVEMENT_PREMISES_TABLE_H
#define MOVEMENT_PREMISES_TABLE_H

#include "identifiers/identifier_table.h"
#include "movement/sighting_table.h"
#include "records/mention_table.h"

typedef uint32_t premises_id; /* 1 upwards, by place, street and number; 0 is none */

enum premises_kind { PREMISES_OTHER, PREMISES_HOTEL, PREMISES_HOLIDAY_HOME, PREMISES_FLAT };

/* What a network has to do with premises, bit by bit. */
enum premises_role {
    PREMISES_BOOKED = 1,    /* one of its entities booked */
    PREMISES_PAID = 2,      /* paid */
    PREMISES_OWNED = 4,     /* owns or manages */
    PREMISES_ADVERTISED = 8 /* advertised from there: an ad gives its very coordinates */
};

struct premises {
    struct text_ref name, address; /* in the pool, as the first record writes them */
    place_id place;
    record_id record; /* of the premises themselves, or 0 where only stays name them */
    double lat, lon;  /* of that record, else NAN */
    uint32_t stays;   /* of all, whoever booked */
    uint8_t kind;     /* enum premises_kind, as words of the name say */
};

/* A record by which a network uses premises. */
struct premises_use {
    uint32_t network;
    premises_id premises;
    record_id record;
    uint8_t roles;
};

/* Premises that a network uses. */
struct network_premises {
    uint32_t network;
    premises_id premises;
    uint32_t stays, nights;
    uint32_t bookers, payers, guests; /* distinct: entities of the network; accounts; names or documents */
    uint32_t ads;
    uint8_t roles;      /* all of them */
    int64_t begin, end; /* TIME_NONE where only ownership says so */
    size_t first_use, use_count;
};

struct premises_table {
    struct premises *premises; /* [1 .. count] */
    uint32_t count;
    struct buffer pool;
    premises_id *of_record; /* [record]: of a stay or of premises */
    uint32_t record_count;
    struct premises_use *uses; /* by network, premises, record */
    size_t use_count;
    struct network_premises *used; /* by network, premises */
    size_t used_count;
    size_t nameless; /* stays and premises that say neither a name nor an address: of none */
};

struct premises_inputs {
    const struct record_table *records;
    const struct mention_table *mentions;
    const struct sighting_table *sightings;
    const struct identifier_table *identifiers;
    const uint32_t *entity_of;         /* [mention] */
    const uint32_t *network_of_record; /* [record] */
    const uint32_t *network_of_entity; /* [entity] */
    uint32_t entity_count;
};

/* Two records name the same premises where place, street, number and box are the same. A record without a
 * street and number goes by its name and place, where one house has that name there; one without a place by
 * its street and number, where one place has it. Cost: linear, and sorting. */
enum bowline_status premises_table_build(const struct premises_inputs *inputs, struct premises_table *out,
                                         struct bowline_error *err) BOWLINE_WARN_UNUSED;
void premises_table_release(struct premises_table *table);
const char *
premises_kind_name(enum premises_kind kind); /* "hotel", "holiday home", "flat", "other"; static */

/* Which records name which premises: the first half of the build. */
bool premises_find(const struct premises_inputs *inputs, struct premises_table *out);

#endif
