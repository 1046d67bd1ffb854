/* The stage of money: payments, relays, flows, kinds of accounts and motifs and red flags are computed and
 * stored. */
#include "pipeline/stages.h"
#include "store/flag_store.h"
#include "store/money_store.h"

struct money {
    struct payment_table payments;
    struct payment_sides sides;
    struct amount_order amounts;
    struct relay_table relays;
    struct flow_table flows;
    struct motif_table motifs;
    struct flag_table flags;
};

static void money_release(struct money *money)
{
    flag_table_release(&money->flags);
    motif_table_release(&money->motifs);
    flow_table_release(&money->flows);
    relay_table_release(&money->relays);
    amount_order_release(&money->amounts);
    payment_sides_release(&money->sides);
    payment_table_release(&money->payments);
}

static struct money_inputs inputs_of(const struct money *money)
{
    return (struct money_inputs){&money->payments, &money->sides, &money->amounts};
}

static enum bowline_status compute(struct stage_context *context, struct money *money,
                                   struct bowline_error *err)
{
    struct case_tables *t = context->tables;
    enum bowline_status status = payment_table_build(&t->records, &t->identifiers, &money->payments, err);
    if (status != BOWLINE_OK)
        return status;
    if (!payment_sides_build(&money->payments, &money->sides) ||
        !amount_order_build(&money->payments, &money->amounts))
        return error_memory(err);
    struct money_inputs inputs = inputs_of(money);
    status = relay_table_build(&inputs, &relay_defaults, context->parallel, &money->relays, err);
    if (status == BOWLINE_OK)
        status = flow_table_build(&inputs, &money->relays, &flow_defaults, &money->flows, err);
    if (status == BOWLINE_OK)
        status =
            motif_table_build(&inputs, &money->relays, &relay_defaults, &motif_defaults, &money->motifs, err);
    const struct flag_inputs flags = {&inputs, &money->flows, &t->records, &t->identifiers};
    if (status == BOWLINE_OK)
        status = flag_table_build(&flags, &flag_defaults, &money->flags, err);
    return status;
}

static enum bowline_status write_transfers(struct stage_context *context, const struct money *money,
                                           struct bowline_error *err)
{
    struct transfer_table transfers;
    if (!transfer_table_build(&money->payments, &transfers))
        return error_memory(err);
    enum bowline_status status = transfer_store_write(context->store, &money->payments, &transfers, err);
    transfer_table_release(&transfers);
    return status;
}

static enum bowline_status write(struct stage_context *context, const struct money *money,
                                 struct bowline_error *err)
{
    enum bowline_status status = flow_store_write(context->store, &money->payments, &money->flows, err);
    if (status == BOWLINE_OK)
        status = account_store_write(context->store, &money->payments, &money->flows, &account_defaults, err);
    if (status == BOWLINE_OK)
        status = motif_store_write(context->store, &money->payments, &money->motifs, err);
    if (status == BOWLINE_OK)
        status = write_transfers(context, money, err);
    if (status == BOWLINE_OK)
        status = flag_store_write(context->store, &money->flags, err);
    return status;
}

/* "4,950 payments between 2,553 accounts, 12 that collect, 3 that pass on, 5 shapes, 9 red flags" and what
 * was left out.
 */
static void summarise(struct stage_context *context, const struct money *money)
{
    const struct payment_counts *c = &money->payments.counts;
    unsigned kinds[ACCOUNT_KIND_COUNT] = {0};
    for (account_id a = 1; a <= money->flows.count; a++)
        kinds[account_kind_of(&money->flows.flows[a], &account_defaults)]++;
    buffer_format(context->summary,
                  "%u payments of %u accounts: %u that collect, %u that pass on, %zu shapes, %zu red flags",
                  money->payments.count, money->flows.count, kinds[ACCOUNT_COLLECTOR], kinds[ACCOUNT_MULE],
                  money->motifs.count, money->flags.count);
    const struct {
        uint32_t count;
        const char *words;
    } left_out[] = {
        {c->without_account, "without an account"}, {c->to_self, "to themselves"},
        {c->without_amount, "without an amount"},   {c->unreadable, "with an amount that cannot be read"},
        {c->negative, "of less than nothing"},      {c->too_large, "of impossible size"},
        {c->duplicate, "that stand twice"},
    };
    const char *before = "; left out: ";
    for (size_t i = 0; i < sizeof left_out / sizeof *left_out; i++) {
        if (left_out[i].count)
            buffer_format(context->summary, "%s%u %s", before, left_out[i].count, left_out[i].words);
        before = left_out[i].count ? ", " : before;
    }
    if (c->without_time)
        buffer_format(context->summary, "; %u without a time are in the sums only", c->without_time);
    if (c->without_currency)
        buffer_format(context->summary, "; %u without a known currency", c->without_currency);
}

enum bowline_status stage_money(struct stage_context *context, struct bowline_error *err)
{
    struct money money = {0};
    enum bowline_status status = compute(context, &money, err);
    if (status == BOWLINE_OK)
        status = write(context, &money, err);
    if (status == BOWLINE_OK)
        summarise(context, &money);
    context->items = money.flows.count;
    money_release(&money);
    return status;
}
