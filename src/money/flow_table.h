/* Flows: what passed through an account, from payments alone. Money that came in is matched to money that
 * went out later, first in first out, within a window (docs/methods/money.md); and how the account behaves,
 * by which account_kinds.h tells collectors and mules from their innocent look-alikes. */
#ifndef MONEY_FLOW_TABLE_H
#define MONEY_FLOW_TABLE_H

#include "money/relay_table.h"

struct flow {
    account_id account;
    uint32_t payments_in, payments_out;
    uint32_t payers, payees; /* distinct accounts */
    int64_t cents_in, cents_out;
    int64_t cents_passed;               /* of what came in, how much left within the window */
    int64_t cents_soon;                 /* and of that, how much within the short window */
    int64_t seconds_dwell;              /* the median stay of the passed cents; TIME_NONE where none passed */
    uint32_t unnamed_in, unnamed_out;   /* payments without an account on the other side */
    uint32_t round_in;                  /* payments in of whole tens of the currency */
    uint32_t returning_in;              /* payments in by payers that pay more than once */
    uint32_t standing_in, standing_out; /* the other side has the same amount more than once, as rent and
                                           wages do */
    uint32_t standing_payers;           /* distinct accounts that pay a standing amount */
    uint32_t standing_payees;           /* and that get one */
    uint32_t relays;                    /* payments in that went on one by one, a little less */
    int64_t cents_relayed;
    uint32_t relay_payees;      /* distinct accounts that they went to, all that is unnamed as one */
    millibits relay_bits;       /* surprise that so many did, were the amounts of the case dealt out anew */
    uint32_t clocked, at_night; /* payments with a time of day; of them from 22:00 to 06:00 UTC */
};

struct flow_options {
    int64_t window_seconds; /* how long money may stay and still count as passed on */
    int64_t soon_seconds;   /* and as soon passed on */
};

/* A month, in which all regular income and expense comes round once; and a week, as relay_defaults. */
extern const struct flow_options flow_defaults;

struct flow_table {
    struct flow *flows; /* [1 .. count], [account_id] */
    uint32_t count;
};

/* Sums that would pass INT64_MAX stay there. Cost: n log n in the payments of an account. */
enum bowline_status flow_table_build(const struct money_inputs *inputs, const struct relay_table *relays,
                                     const struct flow_options *options, struct flow_table *out,
                                     struct bowline_error *err) BOWLINE_WARN_UNUSED;
void flow_table_release(struct flow_table *table);

#endif
