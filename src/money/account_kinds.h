/* What kind of account it is, by how money behaves in it and by nothing else: collectors and mules, and the
 * innocent accounts that look like them. An assessment of an account, never of a person
 * (docs/methods/accounts.md). */
#ifndef MONEY_ACCOUNT_KINDS_H
#define MONEY_ACCOUNT_KINDS_H

#include "base/buffer.h"
#include "money/flow_table.h"

enum account_kind {
    ACCOUNT_ORDINARY,  /* nothing of what follows */
    ACCOUNT_COLLECTOR, /* several pay in, again and again or in cash, and it goes on in lumps */
    ACCOUNT_MULE,      /* passes on most of what it gets, soon, one by one */
    ACCOUNT_LANDLORD,  /* gets the same amounts from the same payers */
    ACCOUNT_PAYROLL,   /* pays the same amounts to the same people */
    ACCOUNT_MERCHANT,  /* is paid by many who mostly come once, and keeps it */
    ACCOUNT_REMITTER,  /* takes from many and pays to many, one by one: a remittance agent */
    ACCOUNT_KIND_COUNT
};

/* Shares in percent. None of the sources gives a number, so all are assumed; docs/methods/accounts.md says
 * how far results move with each. */
struct account_options {
    unsigned standing_share; /* of payments that make a landlord or a payroll */
    unsigned tenants_least;  /* who pay a landlord a standing amount */
    unsigned workers_least;  /* who get one from a payroll */
    unsigned
        merchant_least;   /* named payments in of a merchant, and payers of one whose customers come again */
    unsigned round_share; /* of payments in: so many whole tens are no prices */
    unsigned once_share;  /* of them: by payers that pay once */
    unsigned remitter_least; /* payers, and payees, of a remittance agent */
    unsigned relay_share;    /* of payments in that went on one by one; a mule's regular income is left out */
    millibits relay_bits;    /* the least surprise that so many did; as motif_defaults.bits_least */
    unsigned
        regular_share; /* of payments in: so many standing amounts are income, no collector's or mule's */
    unsigned collector_least; /* payments in of a collector */
    unsigned sources_least;   /* its payers, all cash as one */
    unsigned passed_share;    /* of its money in that left within a month */
    unsigned circle_share;    /* of its named payments in: by payers that pay again */
    unsigned lump_share;      /* its mean payment out against its mean payment in */
    unsigned soon_share;      /* of money in that left within a week: funnel, mule */
    unsigned mule_least;      /* payments in of a mule */
    unsigned mule_payees;     /* the most that it pays, the unnamed as one */
    unsigned balance_share;   /* money out against money in of a mule: within that much of a hundred */
};

extern const struct account_options account_defaults;

enum account_kind account_kind_of(const struct flow *flow, const struct account_options *options);
const char *account_kind_name(enum account_kind kind); /* "collector"; static */

/* Why: one sentence with the numbers that decided. */
void account_kind_explain(const struct flow *flow, enum account_kind kind, struct buffer *out);

#endif
