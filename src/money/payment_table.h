/* Payments: the rows of kind payment whose accounts, amount and currency can be read, in the order of time,
 * and the accounts that they move money between. What cannot be read is counted by its reason. */
#ifndef MONEY_PAYMENT_TABLE_H
#define MONEY_PAYMENT_TABLE_H

#include "identifiers/identifier_table.h"
#include "records/record_table.h"

/* An account in one currency: 1 upwards by (identifier, currency). 0 is no account: money that was paid in or
 * drawn by an unnamed hand, as cash is. */
typedef uint32_t account_id;

struct account {
    identifier_id identifier;
    char currency[4]; /* as given, upper case; "" where none */
};

enum payee_kind { PAYEE_OTHER, PAYEE_LODGING, PAYEE_AD_SITE };

struct payment {
    int64_t time;  /* seconds UTC; TIME_NONE where not given */
    int64_t cents; /* hundredths of the currency, 0 or more */
    record_id record;
    account_id from, to; /* one of them may be 0 */
    uint32_t place;      /* where it was made: equal numbers are equal names; 0: not given */
    uint8_t is_cash;     /* the channel says cash */
    uint8_t has_clock;   /* the time is more than a day */
    uint8_t payee; /* enum payee_kind: the name of who is paid is one of the case's premises, or sites */
};

/* What became of the payments; each is counted once, by the first that holds. */
struct payment_counts {
    uint32_t without_account; /* on either side */
    uint32_t to_self;         /* from an account to itself */
    uint32_t without_amount;
    uint32_t unreadable; /* no number, or a part of a cent, or could be two numbers ("1.234") */
    uint32_t negative;
    uint32_t too_large;    /* above PAYMENT_MOST_CENTS */
    uint32_t duplicate;    /* a row that stands in the table twice, with the same second */
    uint32_t without_time; /* kept: counted in sums, never passed on */
    uint32_t used;
    uint32_t unnamed;          /* of those that are kept: an account on one side only */
    uint32_t without_currency; /* of those that are kept: not three letters */
};

#define PAYMENT_MOST_CENTS 100000000000000000 /* 10^17: a thousand million million in units */

struct payment_table {
    struct payment *payments; /* by time (TIME_NONE first), from, to, cents, record */
    uint32_t count;
    uint32_t timed;           /* the first payment that has a time */
    struct account *accounts; /* [1 .. account_count] */
    uint32_t account_count;
    struct payment_counts counts;
};

/* An amount in hundredths, exactly: "450", "450.5", "1,234.50", "1.234,50", "1 234.50". */
enum payment_amount { AMOUNT_READ, AMOUNT_UNREADABLE, AMOUNT_NEGATIVE, AMOUNT_TOO_LARGE };
enum payment_amount payment_amount_read(struct span text, int64_t *cents);

/* Only accounts in columns count, the first of each side. Linear but for radix sorts. */
enum bowline_status payment_table_build(const struct record_table *records,
                                        const struct identifier_table *identifiers, struct payment_table *out,
                                        struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Puts payments that were made by hand (accounts, payments, their counts) into the table's order. */
bool payment_table_sort(struct payment_table *table) __attribute__((warn_unused_result));
void payment_table_release(struct payment_table *table);

/* Which payments go into an account, and which leave it, by time: two lists of indices of payments. */
struct payment_sides {
    uint32_t *in_first, *out_first; /* [account]: where its list begins; [account_count + 1] ends the last */
    uint32_t *in, *out;
};

/* Payments without a time come first in each list. */
bool payment_sides_build(const struct payment_table *table, struct payment_sides *out)
    __attribute__((warn_unused_result));
void payment_sides_release(struct payment_sides *sides);

#endif
