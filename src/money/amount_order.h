/* How common an amount is: the sorted amounts of a currency, and the chance that one of them falls into a
 * band. This is the null of all that speaks of conserved amounts (docs/methods/motifs.md). */
#ifndef MONEY_AMOUNT_ORDER_H
#define MONEY_AMOUNT_ORDER_H

#include "money/payment_table.h"

struct amount_order {
    int64_t *cents;     /* of all payments that have a time, by currency, then size */
    uint32_t *first_of; /* [account]: where the amounts of its currency begin */
    uint32_t *count_of; /* [account]: how many there are */
};

bool amount_order_build(const struct payment_table *table, struct amount_order *out)
    __attribute__((warn_unused_result));
void amount_order_release(struct amount_order *order);

/* Share of the payments in the account's currency of at least `least` and at most `most` cents; never 0: half
 * a payment stands for none. Two binary searches. */
double amount_share(const struct amount_order *order, account_id account, int64_t least, int64_t most);

#endif
