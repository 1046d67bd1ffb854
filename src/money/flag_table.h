/* Red flags: what published lists of indicators say about accounts, looked for in the payments and stays of
 * the case. None decides anything alone: each says who published it, how many accounts of the case show it,
 * and what harmless life looks the same (docs/methods/flags.md). */
#ifndef MONEY_FLAG_TABLE_H
#define MONEY_FLAG_TABLE_H

#include "money/flow_table.h"

enum flag_kind {
    FLAG_FUNNEL,
    FLAG_MANY_SENDERS,
    FLAG_IN_AND_OUT,
    FLAG_NIGHT,
    FLAG_CITIES,
    FLAG_LODGING,
    FLAG_AD_SITES,
    FLAG_AD_ACCOUNT,
    FLAG_GUESTS,
    FLAG_BELOW_LIMIT,
    FLAG_KIND_COUNT
};

/* One of the list, all static. */
struct flag {
    const char *name;     /* "funnel" */
    const char *title;    /* "Cash in, and soon out again" */
    const char *source;   /* "FIN-2014-A008; FIN-2020-A008" */
    const char *fires;    /* what must hold, the numbers are options */
    const char *innocent; /* what harmless life looks the same */
};

/* Sums are hundredths of the currency that is given. The sources name few numbers; where none is named the
 * number is assumed (docs/methods/flags.md). */
struct flag_options {
    int64_t month_seconds;
    int64_t fortnight_seconds;
    int64_t quarter_seconds;
    int64_t
        limit_cents; /* what banks must report: 10,000 in the United States, Canada and the European Union */
    unsigned below_percent; /* so far below it is just below */
    unsigned below_least;   /* such payments within a month */
    int64_t small_cents;    /* a small sender's payment */
    unsigned senders_least; /* distinct small senders within a month */
    unsigned cash_least;    /* payments in as cash */
    unsigned soon_percent;  /* of money in that left within a week */
    unsigned empty_percent; /* of money in that may stay where nothing is kept */
    unsigned in_least;      /* payments in of an account that keeps nothing */
    unsigned night_least;   /* payments with a time of day */
    unsigned night_percent; /* of them from 22:00 to 06:00 UTC */
    unsigned cities_least;  /* distinct places within a fortnight */
    unsigned lodging_least; /* payments for lodging within a month */
    int64_t ad_cents;       /* a small payment to a site of ads */
    unsigned ad_least;      /* of them within a quarter */
    unsigned guests_least;  /* distinct named guests of one booker or payer */
};

extern const struct flag_options flag_defaults;

struct flag_hit {
    uint8_t flag; /* enum flag_kind */
    identifier_id
        subject;      /* an account; of FLAG_GUESTS also a phone or an address: never a protected party's */
    char currency[4]; /* of the account; "" elsewhere */
    size_t first;     /* its records: table->records[first .. first + count) */
    uint32_t count;
    struct text_ref what; /* in the pool: one sentence with the numbers */
};

struct flag_table {
    struct flag_hit *hits; /* by flag, subject, currency */
    size_t count, capacity;
    record_id *records;
    size_t record_count, record_capacity;
    uint32_t tested[FLAG_KIND_COUNT]; /* subjects that had enough payments, or stays, to show it */
    uint32_t fired[FLAG_KIND_COUNT];  /* of them: the base rate */
    struct buffer pool;
};

struct flag_inputs {
    const struct money_inputs *money;
    const struct flow_table *flows;
    const struct record_table *records;
    const struct identifier_table *identifiers;
};

const struct flag *flag_of(enum flag_kind kind);

/* Cost: linear in payments for each flag, after sorts. */
enum bowline_status flag_table_build(const struct flag_inputs *inputs, const struct flag_options *options,
                                     struct flag_table *out, struct bowline_error *err) BOWLINE_WARN_UNUSED;
void flag_table_release(struct flag_table *table);

#endif
