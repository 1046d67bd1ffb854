/* Relays: each payment in against the next payments out of the same account. */
#include "money/relay_table.h"

#include "base/memory.h"

#include <math.h>

const struct relay_options relay_defaults = {
    .window_seconds = INT64_C(7) * 86400, .keep_percent = 20, .looks_most = 64};

struct search {
    const struct payment_table *table;
    const struct payment_sides *sides;
    const struct amount_order *amounts;
    const struct relay_options *options;
    struct relay_table *out;
};

void relay_table_release(struct relay_table *table)
{
    memory_free(table->of);
    memory_free(table->chance);
    *table = (struct relay_table){0};
}

int64_t relay_least(int64_t cents, const struct relay_options *options)
{
    return cents - cents / 100 * options->keep_percent - cents % 100 * options->keep_percent / 100;
}

/* The first payment out of the account that is later than payment `in`; the same second counts as later,
 * because bare dates give midnight to both. */
static uint32_t first_after(const struct search *s, account_id account, int64_t time)
{
    uint32_t low = s->sides->out_first[account];
    uint32_t high = s->sides->out_first[account + 1];
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (s->table->payments[s->sides->out[middle]].time < time)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void find_relays(const struct search *s, uint32_t in)
{
    const struct payment *p = &s->table->payments[in];
    struct relay *choices = s->out->of[in];
    unsigned found = 0;
    unsigned looks = 0;
    int64_t least = relay_least(p->cents, s->options);
    uint32_t end = p->to ? s->sides->out_first[p->to + 1] : 0;
    for (uint32_t at = p->to && p->cents ? first_after(s, p->to, p->time) : end; at < end; at++) {
        const struct payment *out = &s->table->payments[s->sides->out[at]];
        int64_t dwell;
        if (__builtin_sub_overflow(out->time, p->time, &dwell) || dwell > s->options->window_seconds ||
            looks == s->options->looks_most)
            break;
        looks++;
        if (found < RELAY_CHOICES && out->cents >= least && out->cents <= p->cents)
            choices[found++].out = s->sides->out[at];
    }
    if (looks == 0)
        return;
    double share = amount_share(s->amounts, p->to, least, p->cents);
    double chance = 1 - pow(share < 1 ? 1 - share : 0, looks);
    millibits bits = bits_of_ratio(1 / chance);
    s->out->chance[in] = (float)chance;
    for (unsigned i = 0; i < found; i++)
        choices[i].bits = bits;
}

static void find_range(void *context, size_t begin, size_t end, unsigned worker)
{
    const struct search *s = context;
    (void)worker;
    for (size_t i = begin; i < end; i++) {
        for (unsigned c = 0; c < RELAY_CHOICES; c++)
            s->out->of[i][c] = (struct relay){.out = RELAY_NONE};
        if (i >= s->table->timed)
            find_relays(s, (uint32_t)i);
    }
}

enum bowline_status relay_table_build(const struct money_inputs *inputs, const struct relay_options *options,
                                      const struct parallel *parallel, struct relay_table *out,
                                      struct bowline_error *err)
{
    enum { GRAIN = 4096 };
    struct search search = {inputs->table, inputs->sides, inputs->amounts, options, out};
    out->of = memory_new(inputs->table->count, sizeof *out->of);
    out->chance = memory_new(inputs->table->count, sizeof *out->chance);
    if (!out->of || !out->chance) {
        relay_table_release(out);
        return error_memory(err);
    }
    if (parallel_loop(parallel, inputs->table->count, GRAIN, find_range, &search))
        return BOWLINE_OK;
    relay_table_release(out);
    return error_set(err, BOWLINE_ERROR_INTERRUPTED, "stopped while following money");
}
