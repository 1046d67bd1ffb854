/* Flows: what passed through an account, from payments alone. Money that came in is matched to money that
 * went out later, first in first out, within a window (docs/methods/money.md). No account is judged; the
 * numbers are shown. */
#ifndef MONEY_FLOW_TABLE_H
#define MONEY_FLOW_TABLE_H

#include "identifiers/identifier_table.h"
#include "records/record_table.h"

struct flow {
    identifier_id account;
    char currency[4]; /* as given, upper case; "" where none */
    uint32_t payments_in, payments_out;
    uint32_t payers, payees; /* distinct accounts */
    int64_t cents_in, cents_out;
    int64_t cents_passed;  /* of what came in, how much left within the window */
    int64_t seconds_dwell; /* the median stay of the passed cents; TIME_NONE where none passed */
};

struct flow_options {
    int64_t window_seconds; /* how long money may stay and still count as passed on */
};

extern const struct flow_options flow_defaults;

/* What became of the payments; each is counted once, by the first that holds. */
struct flow_counts {
    uint32_t without_account; /* of either side */
    uint32_t to_self;         /* from an account to itself */
    uint32_t without_amount;
    uint32_t
        unreadable; /* an amount that is no number, or not whole cents, or could be two numbers ("1.234") */
    uint32_t negative;
    uint32_t too_large;    /* above FLOW_MOST_CENTS */
    uint32_t without_time; /* counted in the sums, never passed on */
    uint32_t used;
};

#define FLOW_MOST_CENTS 100000000000000000 /* 10^17: a thousand million million in units */

struct flow_table {
    struct flow *flows; /* by account, currency */
    size_t count;
    struct flow_counts counts;
};

/* An amount in hundredths, exactly: "450", "450.5", "1,234.50", "1.234,50", "1 234.50". FLOW_AMOUNT_... */
enum flow_amount { FLOW_AMOUNT_READ, FLOW_AMOUNT_UNREADABLE, FLOW_AMOUNT_NEGATIVE, FLOW_AMOUNT_TOO_LARGE };
enum flow_amount flow_amount_read(struct span text, int64_t *cents);

/* Sums that would pass INT64_MAX stay there. Cost: linear after a radix sort of the payments. */

enum bowline_status flow_table_build(const struct record_table *records,
                                     const struct identifier_table *identifiers,
                                     const struct flow_options *options, struct flow_table *out,
                                     struct bowline_error *err) BOWLINE_WARN_UNUSED;
void flow_table_release(struct flow_table *table);

#endif
