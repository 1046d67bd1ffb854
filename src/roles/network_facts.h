/* What is counted of a network before anybody reads a meaning into it. */
#ifndef ROLES_NETWORK_FACTS_H
#define ROLES_NETWORK_FACTS_H

#include "roles/role_table.h"

struct network_facts {
    uint32_t members;                  /* entities */
    uint32_t records, resources;       /* filed with members; tables that they come from, 32 at most */
    uint32_t duplicates;               /* of the records: rows that stand twice */
    uint32_t ties, tie_kinds, single;  /* ties; their kinds; ties that rest on one record */
    uint32_t deeds, shared;            /* records of payments, calls and bookings; of things merely shared */
    uint32_t loose;                    /* members that hang on one tie of one record */
    int64_t bits;                      /* of all ties, thousandths */
    uint32_t payments, paid_most;      /* between members; of them, to the member that gets most */
    uint32_t collectors;               /* members that are paid through a collecting account */
    uint32_t stays, stays_for_others;  /* booked by members; of them, for a guest of another name */
    uint32_t ads, ads_most, answering; /* of members; of the member that has most; members that have any */
    uint32_t self_reliant;             /* members that have ads, and book or pay as well */
};

/* [1 .. network_count]; NULL without memory. The caller frees it. Linear. */
struct network_facts *network_facts_count(const struct role_inputs *inputs);

#endif
