/* Who deals with whom: the two ends of a payment and of a call, and the person behind a person record. Pure
 * functions of the world, so that the truth can be counted before the rows are written. */
#ifndef SIMULATION_DEALS_H
#define SIMULATION_DEALS_H

#include "simulation/world.h"

enum payment_kind {
    PAY_COLLECT, /* a ring's member to its collector */
    PAY_PASS_ON, /* the collector to somebody outside */
    PAY_RENT,
    PAY_HOTEL, /* for a stay, of the payer's own or of the ring's bookers */
    PAY_AD,    /* to a site */
    PAY_GOODS,
    PAY_WAGES,
    PAY_CLIENT, /* a client to who advertises */
    PAY_FAMILY,
    PAY_KINDS
};

struct deal {
    uint32_t from, to;
    uint8_t kind;   /* enum payment_kind; unused for calls */
    uint8_t nights; /* of the stay that it is for; 0: none */
    uint16_t day;   /* of that stay */
};

struct deal payment_deal(const struct world *world, uint32_t op, uint32_t row);
struct deal call_deal(const struct world *world, uint32_t op, uint32_t row);

/* The amount of the payment of event op << 32 | row, before it is known what was passed on. */
uint64_t payment_cents(const struct world *world, struct deal deal, uint64_t event);

/* What something follows from. It is done within `days` from `day` on; days is 0 where it follows from
 * nothing. Calls: members of a ring call around the stays that it books, households call who put up an ad (so
 * the events of ads are built before). Payments: a collector passes on what came in, a stay is paid for while
 * it lasts, rent and wages at their time of the month. */
struct cause {
    uint32_t day, days;
    uint32_t op; /* who booked, put up the ad, or paid */
};
struct cause call_cause(const struct world *world, uint32_t op, uint32_t row);
struct cause payment_cause(const struct world *world, uint32_t op, uint32_t row);

/* Another member of the group that shares a flat or of the family; itself where it is alone. */
uint32_t group_mate(const struct world *world, uint32_t op, struct random *r);

enum person_role { PERSON_ORGANISER, PERSON_ADVERTISED, PERSON_OTHER };

struct person {
    uint32_t op;   /* ACTOR_NONE for the advertised */
    uint64_t name; /* hash */
    uint8_t role;
    uint8_t has_phone;
    uint8_t place;
};

uint32_t person_count(const struct world *world);
struct person person_of(const struct world *world, uint32_t index);

#endif
