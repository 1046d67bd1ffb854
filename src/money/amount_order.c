/* Amounts of each currency in order of size. */
#include "money/amount_order.h"

#include "base/memory.h"
#include "base/sort.h"

static uint64_t currency_key(const struct account *account)
{
    return (uint64_t)(unsigned char)account->currency[0] << 16 |
           (uint64_t)(unsigned char)account->currency[1] << 8 | (unsigned char)account->currency[2];
}

/* A payment's currency is that of the account that it names. */
static account_id named_side(const struct payment *payment)
{
    return payment->to ? payment->to : payment->from;
}

/* pairs: amounts by currency and size, so that equal currencies stand together. */
static bool sort_amounts(const struct payment_table *table, struct sort_pair *pairs)
{
    size_t count = table->count - table->timed;
    for (size_t i = 0; i < count; i++) {
        const struct payment *payment = &table->payments[table->timed + i];
        pairs[i] = (struct sort_pair){(uint64_t)payment->cents, table->timed + i};
    }
    if (!sort_pairs(pairs, count))
        return false;
    for (size_t i = 0; i < count; i++)
        pairs[i].key = currency_key(&table->accounts[named_side(&table->payments[pairs[i].value])]);
    return sort_pairs(pairs, count);
}

static uint32_t lower_bound(const struct sort_pair *pairs, uint32_t count, uint64_t key)
{
    uint32_t low = 0;
    while (low < count) {
        uint32_t middle = low + (count - low) / 2;
        if (pairs[middle].key < key)
            low = middle + 1;
        else
            count = middle;
    }
    return low;
}

bool amount_order_build(const struct payment_table *table, struct amount_order *out)
{
    uint32_t count = table->count - table->timed;
    struct sort_pair *pairs = memory_new(count, sizeof *pairs);
    *out = (struct amount_order){
        .cents = memory_new(count, sizeof *out->cents),
        .first_of = memory_new((size_t)table->account_count + 1, sizeof *out->first_of),
        .count_of = memory_new((size_t)table->account_count + 1, sizeof *out->count_of)};
    bool is_done = pairs && out->cents && out->first_of && out->count_of && sort_amounts(table, pairs);
    for (uint32_t i = 0; is_done && i < count; i++)
        out->cents[i] = table->payments[pairs[i].value].cents;
    for (uint32_t a = 1; is_done && a <= table->account_count; a++) {
        uint64_t key = currency_key(&table->accounts[a]);
        out->first_of[a] = lower_bound(pairs, count, key);
        out->count_of[a] = lower_bound(pairs, count, key + 1) - out->first_of[a];
    }
    memory_free(pairs);
    if (!is_done)
        amount_order_release(out);
    return is_done;
}

void amount_order_release(struct amount_order *order)
{
    memory_free(order->cents);
    memory_free(order->first_of);
    memory_free(order->count_of);
    *order = (struct amount_order){0};
}

static uint32_t count_below(const int64_t *cents, uint32_t count, int64_t limit)
{
    uint32_t low = 0;
    while (low < count) {
        uint32_t middle = low + (count - low) / 2;
        if (cents[middle] < limit)
            low = middle + 1;
        else
            count = middle;
    }
    return low;
}

double amount_share(const struct amount_order *order, account_id account, int64_t least, int64_t most)
{
    uint32_t count = order->count_of[account];
    const int64_t *cents = order->cents + order->first_of[account];
    if (count == 0)
        return 1;
    uint32_t inside = count_below(cents, count, most + 1) - count_below(cents, count, least);
    return inside ? (double)inside / count : 0.5 / count;
}
