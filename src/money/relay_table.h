/* Relays: money that came into an account and left it soon, a little less of it: a payment in and a payment
 * out of one account with a conserved amount. Chains, cycles and scatter-gathers are made of them. */
#ifndef MONEY_RELAY_TABLE_H
#define MONEY_RELAY_TABLE_H

#include "base/bits.h"
#include "base/parallel.h"
#include "money/amount_order.h"

#define RELAY_CHOICES 4 /* outgoing payments that are kept for one that came in, the earliest */

/* What all of the analysis of money reads. */
struct money_inputs {
    const struct payment_table *table;
    const struct payment_sides *sides;
    const struct amount_order *amounts;
};

struct relay_options {
    int64_t window_seconds; /* how long the money may stay */
    unsigned keep_percent;  /* how much of it may stay behind */
    unsigned looks_most;    /* outgoing payments looked at for one that came in */
};

/* A week: money that is passed on waits for a working day and for who comes to fetch it; FIN-2014-A008 says
 * "in and out within days". A fifth: what is told of money mules' pay is 5 to 20 percent (Europol, EMMA). */
extern const struct relay_options relay_defaults;

struct relay {
    uint32_t out;   /* payment; RELAY_NONE ends the choices */
    millibits bits; /* -log2 of the chance that one of the account's payments out in the window conserves the
                       amount, were all amounts of the currency dealt out anew */
};

#define RELAY_NONE UINT32_MAX

struct relay_table {
    struct relay (*of)[RELAY_CHOICES]; /* [payment]: what may have carried it on, by time */
    float *chance; /* [payment]: that something conserves it, were amounts dealt out anew; 0 where nothing
                      could */
};

/* Cost: payments times looks at most; loops over accounts' payments in parallel. */
enum bowline_status relay_table_build(const struct money_inputs *inputs, const struct relay_options *options,
                                      const struct parallel *parallel, struct relay_table *out,
                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;
void relay_table_release(struct relay_table *table);

/* The least that may go on of an amount. */
int64_t relay_least(int64_t cents, const struct relay_options *options);

#endif
