/* Motifs: shapes of money over several accounts, each with exactly the payments that it is made of, and bits
 * of surprise against a null that keeps who has how many payments in and out, and when, and deals ends and
 * amounts out anew (docs/methods/motifs.md). A payment belongs to one motif at most. */
#ifndef MONEY_MOTIF_TABLE_H
#define MONEY_MOTIF_TABLE_H

#include "money/relay_table.h"

enum motif_kind {
    MOTIF_CYCLE = 1,      /* money goes on from account to account and comes back */
    MOTIF_SCATTER_GATHER, /* one account to several and from them to one */
    MOTIF_FUNNEL,         /* several payments in, and their sum, a little less, out again */
    MOTIF_FAN_IN,         /* strangers pay one account within days */
    MOTIF_FAN_OUT,        /* one account pays strangers within days */
    MOTIF_CHAIN,          /* money goes on from account to account */
    MOTIF_KIND_COUNT
};

struct motif {
    uint8_t kind;      /* enum motif_kind */
    account_id centre; /* where it begins: cycle, scatter, chain; where it meets: funnel, fans */
    account_id other;  /* where it ends: scatter-gather, chain; else 0 */
    uint32_t accounts; /* distinct, named */
    uint32_t
        first; /* its payments: table->payments[first .. first + count), in the order of the path or time */
    uint32_t count;
    int64_t cents;      /* of all its payments */
    int64_t begin, end; /* of the first and the last payment */
    millibits bits;     /* -log2 of how many such are expected in the whole case by chance */
};

struct motif_options {
    unsigned path_least, path_most; /* payments of a cycle; a chain has the same least */
    unsigned steps_most;            /* payments looked at from one start */
    unsigned middles_least;         /* accounts between the ends of a scatter-gather */
    int64_t spread_seconds;         /* in which it scatters */
    int64_t wait_seconds;           /* how long money waits in a funnel */
    unsigned batch_most;            /* payments in that one payment out may sum up */
    unsigned fan_least;             /* payments of a fan */
    unsigned fresh_most;  /* payments from one to the other in the whole case that are still strangers' */
    unsigned crowd_least; /* payments that a shop gets: paying it is no part of a fan out */
    millibits bits_least;
};

/* Sizes: those of AMLSim's alert patterns begin at three to five accounts (Suzumura and Kanezashi 2018).
 * bits_least: one by chance in 64 cases is expected. */
extern const struct motif_options motif_defaults;

struct motif_table {
    struct motif *motifs; /* [count] by kind, most bits first */
    size_t count, capacity;
    uint32_t *payments;
    size_t payment_count, payment_capacity;
};

/* Cost: near linear; a start is given up after steps_most. */
enum bowline_status motif_table_build(const struct money_inputs *inputs, const struct relay_table *relays,
                                      const struct relay_options *relay_options,
                                      const struct motif_options *options, struct motif_table *out,
                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;
void motif_table_release(struct motif_table *table);
const char *motif_kind_name(enum motif_kind kind); /* "scatter-gather"; static */

#endif
