/* Roles: who in a network answers ads, books, pays, collects and connects. Assessments from structure alone,
 * each with the records that it rests on; never of a protected party (docs/methods/roles.md). */
#ifndef ROLES_ROLE_TABLE_H
#define ROLES_ROLE_TABLE_H

#include "entities/entity_table.h"
#include "money/payment_table.h"
#include "roles/likelihood.h"

enum role_kind {
    ROLE_ANSWERS,  /* its contact stands in ads */
    ROLE_BOOKS,    /* it books stays */
    ROLE_PAYS,     /* it pays stays, houses, sites of ads */
    ROLE_COLLECTS, /* other members pay it, or it is paid through a collecting account */
    ROLE_CONNECTS, /* ties of the network end at it */
    ROLE_KIND_COUNT
};

/* A tie that joins two members of a network. */
struct member_tie {
    uint32_t network;
    entity_id from, to; /* 0: a record that stands alone */
    uint32_t records;
    record_id example;
    millibits bits;
    uint8_t kind; /* enum tie_kind of entities/network_table.h */
};

struct role_inputs {
    const struct record_table *records;
    const struct mention_table *mentions;
    const struct entity_table *entities;
    const struct payment_table *payments;
    const uint32_t *network_of; /* [entity], 0 none */
    uint32_t network_count;
    const struct member_tie *ties;
    size_t tie_count;
    const uint8_t *is_collector; /* [identifier]: an account of that kind */
    const uint8_t *is_compelled; /* [mention]: what it did there may have been compelled, and makes no role;
                                    NULL: none */
};

struct role_options {
    uint32_t records_least; /* fewer make no role */
    double likely_least;    /* probability; roles below "likely" are not told */
    uint32_t evidence_most; /* records that are kept of a role */
    struct confidence_options confidence;
};

extern const struct role_options role_defaults;

/* Bits: how much better the entity's own share of the network's such records explains them than equal shares
 * of all members do, less the bits of choosing it among them. */
struct held_role {
    uint32_t network;
    entity_id entity;
    uint8_t kind;       /* enum role_kind */
    uint8_t confidence; /* enum analytic_confidence */
    uint32_t count, of; /* its records, and the network's of that kind; ties for ROLE_CONNECTS */
    uint32_t members;
    millibits bits;
    size_t first; /* evidence[first .. first + kept) */
    uint32_t kept;
};

struct role_table {
    struct held_role *roles; /* by network, kind, most bits first */
    size_t count, capacity;
    record_id *evidence; /* by record */
    size_t evidence_count, evidence_capacity;
};

/* Cost: linear in mentions and ties after sorts. */
enum bowline_status role_table_build(const struct role_inputs *inputs, const struct role_options *options,
                                     struct role_table *out, struct bowline_error *err) BOWLINE_WARN_UNUSED;
void role_table_release(struct role_table *table);
const char *role_kind_name(enum role_kind kind); /* "answers ads"; static */

/* [entity]: 1 where a protected party is part of it, so that it may have no role. NULL without memory; the
 * caller frees it. */
uint8_t *protected_entities(const struct role_inputs *inputs);

/* The share that explains k of n best against equal shares of `members`, in bits; 0 where it is no larger. */
millibits share_bits(uint32_t count, uint32_t of, uint32_t members);

#endif
