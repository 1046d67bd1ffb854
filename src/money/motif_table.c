/* Motifs: the searches in turn, the most telling shapes first, each over the payments that are left. */
#include "money/motif_search.h"

#include "base/memory.h"
#include "base/sort.h"

#include <stdlib.h>

enum { A_DAY = 86400 };

const struct motif_options motif_defaults = {.path_least = 3,
                                             .path_most = 12,
                                             .steps_most = 512,
                                             .middles_least = 3,
                                             .spread_seconds = INT64_C(14) * A_DAY,
                                             .wait_seconds = INT64_C(30) * A_DAY,
                                             .batch_most = 16,
                                             .fan_least = 5,
                                             .fresh_most = 2,
                                             .crowd_least = 50,
                                             .bits_least = 6000};

void motif_table_release(struct motif_table *table)
{
    memory_free(table->motifs);
    memory_free(table->payments);
    *table = (struct motif_table){0};
}

const char *motif_kind_name(enum motif_kind kind)
{
    static const char *const names[MOTIF_KIND_COUNT] = {"",       "cycle",   "scatter-gather", "funnel",
                                                        "fan-in", "fan-out", "chain"};
    return names[kind];
}

static int compare_ids(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static uint32_t count_accounts(const struct payment_table *table, const uint32_t *payments, size_t count,
                               uint32_t *scratch)
{
    uint32_t distinct = 0;
    for (size_t i = 0; i < count; i++) {
        scratch[2 * i] = table->payments[payments[i]].from;
        scratch[2 * i + 1] = table->payments[payments[i]].to;
    }
    qsort(scratch, 2 * count, sizeof *scratch, compare_ids);
    for (size_t i = 0; i < 2 * count; i++)
        distinct += scratch[i] != 0 && (i == 0 || scratch[i] != scratch[i - 1]);
    return distinct;
}

bool motif_add(struct motif_search *s, struct motif motif, const uint32_t *payments, size_t count)
{
    struct motif_table *out = s->out;
    const struct payment_table *table = s->inputs->table;
    if (motif.bits < s->options->bits_least)
        return true;
    if (!memory_reserve(&out->motifs, &out->capacity, out->count + 1, UINT32_MAX) ||
        !memory_reserve(&out->payments, &out->payment_capacity, out->payment_count + 3 * count, UINT32_MAX))
        return false;
    motif.first = (uint32_t)out->payment_count;
    motif.count = (uint32_t)count;
    motif.begin = INT64_MAX;
    motif.end = INT64_MIN;
    motif.accounts = count_accounts(table, payments, count, out->payments + out->payment_count + count);
    for (size_t i = 0; i < count; i++) {
        const struct payment *payment = &table->payments[payments[i]];
        out->payments[out->payment_count++] = payments[i];
        s->is_used[payments[i]] = 1;
        if (__builtin_add_overflow(motif.cents, payment->cents, &motif.cents))
            motif.cents = INT64_MAX;
        motif.begin = payment->time < motif.begin ? payment->time : motif.begin;
        motif.end = payment->time > motif.end ? payment->time : motif.end;
    }
    out->motifs[out->count++] = motif;
    return true;
}

/* Who pays whom how often, in the whole case. */
static bool mark_fresh(struct motif_search *s)
{
    const struct payment_table *table = s->inputs->table;
    struct sort_pair *pairs = memory_new(table->count, sizeof *pairs);
    bool is_done = pairs != NULL;
    for (uint32_t i = 0; is_done && i < table->count; i++)
        pairs[i] = (struct sort_pair){(uint64_t)table->payments[i].from << 32 | table->payments[i].to, i};
    is_done = is_done && sort_pairs(pairs, table->count);
    for (uint32_t i = 0; is_done && i < table->count;) {
        uint32_t end = i;
        while (end < table->count && pairs[end].key == pairs[i].key)
            end++;
        for (uint32_t k = i; k < end; k++)
            s->is_fresh[pairs[k].value] = end - i <= s->options->fresh_most;
        i = end;
    }
    memory_free(pairs);
    return is_done;
}

static int compare_motifs(const void *a, const void *b)
{
    const struct motif *x = a;
    const struct motif *y = b;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    if (x->bits != y->bits)
        return x->bits > y->bits ? -1 : 1;
    if (x->begin != y->begin)
        return x->begin < y->begin ? -1 : 1;
    return (x->first > y->first) - (x->first < y->first);
}

enum bowline_status motif_table_build(const struct money_inputs *inputs, const struct relay_table *relays,
                                      const struct relay_options *relay_options,
                                      const struct motif_options *options, struct motif_table *out,
                                      struct bowline_error *err)
{
    size_t count = inputs->table->count;
    struct motif_search s = {.inputs = inputs,
                             .relays = relays,
                             .relay_options = relay_options,
                             .options = options,
                             .out = out,
                             .is_used = memory_new(count, 1),
                             .is_fresh = memory_new(count, 1),
                             .payments = (double)(count - inputs->table->timed)};
    *out = (struct motif_table){0};
    bool is_done = s.is_used && s.is_fresh && mark_fresh(&s) && find_cycles(&s) && find_scatters(&s) &&
                   find_funnels(&s) && find_fans(&s) && find_chains(&s);
    memory_free(s.is_used);
    memory_free(s.is_fresh);
    if (is_done && out->count)
        qsort(out->motifs, out->count, sizeof *out->motifs, compare_motifs);
    if (is_done)
        return BOWLINE_OK;
    motif_table_release(out);
    return error_memory(err);
}
