/* Transfers: payments sorted by their two ends. */
#include "money/transfer_table.h"

#include "base/memory.h"
#include "base/sort.h"

void transfer_table_release(struct transfer_table *table)
{
    memory_free(table->transfers);
    *table = (struct transfer_table){0};
}

static void take_in(struct transfer *transfer, const struct payment *payment)
{
    transfer->payments++;
    if (__builtin_add_overflow(transfer->cents, payment->cents, &transfer->cents))
        transfer->cents = INT64_MAX;
    if (payment->time == TIME_NONE)
        return;
    if (transfer->begin == TIME_NONE || payment->time < transfer->begin)
        transfer->begin = payment->time;
    if (payment->time > transfer->end)
        transfer->end = payment->time;
}

bool transfer_table_build(const struct payment_table *payments, struct transfer_table *out)
{
    struct sort_pair *order = memory_new(payments->count, sizeof *order);
    *out = (struct transfer_table){0};
    bool is_done = order != NULL;
    for (uint32_t i = 0; is_done && i < payments->count; i++) {
        const struct payment *payment = &payments->payments[i];
        order[i] = (struct sort_pair){(uint64_t)payment->from << 32 | payment->to, i};
    }
    is_done = is_done && sort_pairs(order, payments->count);
    uint32_t distinct = 0;
    for (uint32_t i = 0; is_done && i < payments->count; i++)
        distinct += i == 0 || order[i].key != order[i - 1].key;
    out->transfers = is_done ? memory_new(distinct, sizeof *out->transfers) : NULL;
    is_done = out->transfers != NULL;
    for (uint32_t i = 0; is_done && i < payments->count; i++) {
        const struct payment *payment = &payments->payments[order[i].value];
        if (i == 0 || order[i].key != order[i - 1].key)
            out->transfers[out->count++] = (struct transfer){
                .from = payment->from, .to = payment->to, .begin = TIME_NONE, .end = TIME_NONE};
        take_in(&out->transfers[out->count - 1], payment);
    }
    memory_free(order);
    return is_done;
}
