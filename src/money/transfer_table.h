/* Transfers: all payments from one account to another summed up, for drawing where money goes. */
#ifndef MONEY_TRANSFER_TABLE_H
#define MONEY_TRANSFER_TABLE_H

#include "money/payment_table.h"

struct transfer {
    account_id from, to; /* one of them may be 0 */
    uint32_t payments;
    int64_t cents;      /* stays at INT64_MAX */
    int64_t begin, end; /* of the first and the last that have a time; TIME_NONE where none has */
};

struct transfer_table {
    struct transfer *transfers; /* by from, to */
    uint32_t count;
};

/* Linear after a radix sort. False without memory. */
bool transfer_table_build(const struct payment_table *payments, struct transfer_table *out)
    __attribute__((warn_unused_result));
void transfer_table_release(struct transfer_table *table);

#endif
