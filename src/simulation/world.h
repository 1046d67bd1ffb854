/* The world that the tables are read from: operators, rings, premises and when each of them does what. The
 * plan holds counts and references only; every name, text and amount is drawn again, from the seed and the
 * numbers of the operator and of the row, when its row is written. So rows stream, and memory is some 60
 * bytes an operator and 16 a row. docs/methods/simulation.md describes the model. */
#ifndef SIMULATION_WORLD_H
#define SIMULATION_WORLD_H

#include "base/error.h"
#include "base/random.h"
#include "base/sort.h"
#include "simulation/gazetteer.h"

#include <bowline/simulation.h>

enum { WORLD_END_DAY = 20269 }; /* 2025-06-30: the world ends before it */
enum { RING_PLACES = 10, RING_TEXTS = 3, SITE_COUNT = 8, TOUR_STOPS = 4 };
enum { SITE_PHONES = 2 };

#define ACTOR_NONE UINT32_MAX

enum actor_kind {
    ACTOR_RING,        /* belongs to an organised network */
    ACTOR_SPAM,        /* one hotline number under many ads */
    ACTOR_AGENCY,      /* many advertised, one firm, lawful */
    ACTOR_INDEPENDENT, /* most of the world */
    ACTOR_SITE,        /* where ads stand; its service number is in its footers */
    ACTOR_COMPANY,     /* shops, employers, carriers */
    ACTOR_HOTEL,
    ACTOR_LANDLORD,
    ACTOR_HOUSEHOLD, /* clients, travellers, tenants, staff */
    ACTOR_KINDS
};

enum event_kind { EVENT_AD, EVENT_STAY, EVENT_PAYMENT, EVENT_CALL, EVENT_KINDS };

/* What a random stream is for: streams of two purposes never meet. */
enum purpose {
    FOR_ACTOR,
    FOR_RING,
    FOR_PREMISES,
    FOR_TIME, /* + event kind */
    FOR_AD = FOR_TIME + EVENT_KINDS,
    FOR_TEXT,
    FOR_SENTENCE,
    FOR_ROUTE,
    FOR_NAME,
    FOR_ALIAS,
    FOR_IMAGE,
    FOR_STYLE,
    FOR_STAY,
    FOR_PAYMENT,
    FOR_CALL,
    FOR_PERSON,
    FOR_REPORT,
    FOR_SUBJECT,
    FOR_DISGUISE,
    FOR_TASTE,
    FOR_DIRT, /* + table */
    FOR_COPY = FOR_DIRT + 16,
    FOR_FILE,
};

/* What makes an innocent actor look like others. */
enum trait {
    TRAIT_FLAT = 1,        /* shares a flat */
    TRAIT_DRIVER = 2,      /* gives a driver's number that others give too */
    TRAIT_SAFETY = 4,      /* gives a number that several share for safety */
    TRAIT_TOURING = 8,     /* goes round four towns */
    TRAIT_COPIED = 16,     /* copied another's texts */
    TRAIT_REASSIGNED = 32, /* its first number was another's, or becomes another's */
    TRAIT_FAMILY = 64,
    TRAIT_BUSINESS = 128, /* travels for its employer */
};

struct actor {
    uint32_t rows[EVENT_KINDS]; /* how many of each it controls */
    uint32_t phone_first;       /* ordinal of its first phone in the blocks of its country */
    uint32_t phone_of;          /* whose first phone it has: its own, or one that was given up before */
    uint32_t text_of;           /* who wrote its texts: itself, or who it copied from */
    uint32_t group;             /* first of those who share a flat, or of a family; itself */
    uint32_t second_of;         /* whose shared number it gives as a second: its own, or another's */
    uint32_t let;               /* premises it rents */
    uint32_t ring;              /* 0: none */
    uint16_t start, days;       /* when it is there, from the world's first day */
    uint8_t kind, place, language;
    uint8_t group_size;
    uint8_t epochs; /* phones one after the other */
    uint8_t traits; /* enum trait */
};

/* Its members are the operators first to first + count - 1. The first of them collect; the next book; the
 * first pay for rooms; the writers put up ads. In a small ring one does many of these. */
struct ring {
    uint32_t first, count;
    uint32_t people; /* advertised */
    uint32_t collectors, bookers, payers, writers;
    uint32_t let_first, let_count; /* premises it uses: world->ring_lets */
    uint8_t places[RING_PLACES];   /* the first is its centre */
    uint8_t place_count;
    uint8_t dwell; /* days at a place, at least */
};

struct premises {
    uint32_t owner;
    uint8_t place;
};

struct range {
    uint32_t first, count;
};

/* Premises by place: those of place p are order[first[p] .. first[p + 1]). */
struct place_index {
    uint32_t first[PLACE_COUNT + 1];
    uint32_t *order;
};

/* A payment that came in to a collector, or went on from one: event is its place in the order of payments. */
struct flow {
    uint32_t event;
    uint32_t route;    /* 0: it was not passed on */
    uint32_t previous; /* a payment before it in the same route, from 1; 0: none */
    uint32_t account_of;
    uint64_t cents;
    bool is_out;
};

struct world {
    struct bowline_simulation options; /* no number left open */
    uint32_t days;                     /* that it lasts */
    int64_t first_day;                 /* since 1970-01-01 */
    struct actor *actors;              /* operators, and all others who act */
    size_t actor_count, actor_capacity;
    struct range kinds[ACTOR_KINDS];
    struct ring *rings; /* [0]: ring 1 */
    uint32_t *ring_lets;
    uint32_t ring_let_count;
    struct premises *premises;
    uint32_t hotel_count, premises_count; /* hotels come first */
    struct place_index hotels, lets;
    struct sort_pair
        *events[EVENT_KINDS]; /* by time: key second from the first day, value operator << 32 | row */
    uint32_t event_count[EVENT_KINDS];
    struct flow *flows; /* of rings' collectors, in the order of payments */
    size_t flow_count, flow_capacity;
    uint32_t phones[COUNTRY_COUNT]; /* given out */
    uint32_t *records;              /* by operator: rows in which it acts */
    uint32_t *claimed;              /* by operator: rows that the truth gives it */
};

enum bowline_status world_build(struct world *world, const struct bowline_simulation *options,
                                struct bowline_error *err) BOWLINE_WARN_UNUSED;
void world_release(struct world *world);

uint64_t world_hash(const struct world *world, enum purpose purpose, uint64_t a, uint64_t b);
struct random world_stream(const struct world *world, enum purpose purpose, uint64_t a, uint64_t b);

static inline const struct ring *world_ring(const struct world *world, uint32_t op)
{
    uint32_t ring = world->actors[op].ring;
    return ring ? &world->rings[ring - 1] : 0;
}

static inline bool actor_has(const struct world *world, uint32_t op, enum trait trait)
{
    return (world->actors[op].traits & trait) != 0;
}

/* Whether chance, in `one` of BOWLINE_SHARE_ONE cases, falls on a decoy. */
static inline bool decoy_drawn(const struct world *world, enum bowline_decoy decoy, struct random *r)
{
    return random_below(r, BOWLINE_SHARE_ONE) < world->options.decoys[decoy];
}

/* Where an operator, and a person that a ring advertises, is on a day (from the first). */
unsigned actor_place(const struct world *world, uint32_t op, uint32_t day);
unsigned person_place(const struct world *world, uint32_t ring, uint32_t person, uint32_t day);

/* The towns of a touring actor's round, home first; and how long a person that a ring advertises stays in
 * each of the ring's. */
enum { TOUR_DWELL = 12 };
unsigned tour_stop(const struct world *world, uint32_t op, unsigned stop);
uint32_t person_dwell(const struct world *world, uint32_t ring, uint32_t person);

/* When an operator does something that follows from nothing else: second from the first day. */
uint64_t world_event_time(const struct world *world, enum event_kind kind, uint32_t op, uint32_t row);
uint64_t world_second_of_day(struct random *r);

/* Which of its phones, from 0, the operator has on a day. */
uint32_t actor_epoch(const struct world *world, uint32_t op, uint32_t day);

uint32_t world_any(const struct world *world, enum actor_kind kind, struct random *r);
uint32_t world_any_hotel(const struct world *world, unsigned place, struct random *r);
uint32_t world_any_let(const struct world *world, unsigned place, struct random *r);
unsigned world_any_place(struct random *r);

/* Premises that a ring uses in a place; UINT32_MAX where it has none there. */
uint32_t ring_any_let(const struct world *world, const struct ring *ring, unsigned place, struct random *r);

/* Who put up some ad, so that those with many ads come often; a household where there are no ads. */
uint32_t world_any_advertiser(const struct world *world, struct random *r);

#endif
