/* Flows: the payments of an account in the order of time; money that came in is matched to money that went
 * out, first in first out. At the same second money in counts as earlier than money out. */
#include "money/flow_table.h"

#include "base/memory.h"
#include "money/surprise.h"

#include <stdlib.h>

enum { A_DAY = 86400, NIGHT_BEGINS = 22 * 3600, NIGHT_ENDS = 6 * 3600, A_TEN = 1000 };

const struct flow_options flow_defaults = {.window_seconds = INT64_C(30) * A_DAY,
                                           .soon_seconds = INT64_C(7) * A_DAY};

struct chunk {
    int64_t dwell, cents;
};

struct arriving {
    int64_t time, left;
};

/* A payment as its other side sees it. */
struct seen {
    account_id other;
    int64_t cents;
};

struct working {
    const struct money_inputs *inputs;
    const struct relay_table *relays;
    const struct flow_options *options;
    struct arriving *queue; /* money that came in, by time */
    struct chunk *chunks;   /* what was passed on */
    struct seen *seen;
    uint8_t *is_taken; /* [payment]: one that came in went on by it */
};

void flow_table_release(struct flow_table *table)
{
    memory_free(table->flows);
    *table = (struct flow_table){0};
}

static int64_t add_up(int64_t a, int64_t b)
{
    int64_t sum;
    return __builtin_add_overflow(a, b, &sum) ? INT64_MAX : sum;
}

static int compare_chunks(const void *a, const void *b)
{
    int64_t x = ((const struct chunk *)a)->dwell;
    int64_t y = ((const struct chunk *)b)->dwell;
    return (x > y) - (x < y);
}

/* The stay of the middle cent. */
static int64_t median_dwell(struct chunk *chunks, size_t count, int64_t total)
{
    int64_t below = 0;
    if (total == 0)
        return TIME_NONE;
    qsort(chunks, count, sizeof *chunks, compare_chunks);
    size_t i = 0;
    for (; i + 1 < count; i++) {
        below = add_up(below, chunks[i].cents);
        if (below >= total - total / 2)
            break;
    }
    return chunks[i].dwell;
}

/* Seconds from a to b, b not before a, without overflow. */
static int64_t seconds_between(int64_t a, int64_t b)
{
    int64_t span;
    return __builtin_sub_overflow(b, a, &span) ? INT64_MAX : span;
}

/* The queue of money in an account: what waits is [front, back). */
struct queue {
    size_t front, back, chunks;
};

/* What came in within the window before an outgoing payment is taken from the front. */
static void take_out(struct working *work, struct queue *queue, const struct payment *out, struct flow *flow)
{
    int64_t left = out->cents;
    while (queue->front < queue->back && left > 0) {
        struct arriving *first = &work->queue[queue->front];
        int64_t dwell = seconds_between(first->time, out->time);
        bool is_old = dwell > work->options->window_seconds;
        int64_t taken = is_old ? 0 : first->left < left ? first->left : left;
        if (taken)
            work->chunks[queue->chunks++] = (struct chunk){dwell, taken};
        flow->cents_passed = add_up(flow->cents_passed, taken);
        if (dwell <= work->options->soon_seconds)
            flow->cents_soon = add_up(flow->cents_soon, taken);
        left -= taken;
        first->left -= taken;
        queue->front += is_old || first->left == 0;
    }
}

static void match_money(struct working *work, account_id account, struct flow *flow)
{
    const struct payment_sides *sides = work->inputs->sides;
    const struct payment *payments = work->inputs->table->payments;
    uint32_t timed = work->inputs->table->timed;
    uint32_t in = sides->in_first[account];
    struct queue queue = {0};
    for (uint32_t out = sides->out_first[account]; out < sides->out_first[account + 1]; out++) {
        if (sides->out[out] < timed)
            continue;
        const struct payment *going = &payments[sides->out[out]];
        for (; in < sides->in_first[account + 1] && payments[sides->in[in]].time <= going->time; in++)
            if (sides->in[in] >= timed)
                work->queue[queue.back++] =
                    (struct arriving){payments[sides->in[in]].time, payments[sides->in[in]].cents};
        take_out(work, &queue, going, flow);
    }
    flow->seconds_dwell = median_dwell(work->chunks, queue.chunks, flow->cents_passed);
}

static int compare_seen(const void *a, const void *b)
{
    const struct seen *x = a;
    const struct seen *y = b;
    if (x->other != y->other)
        return x->other < y->other ? -1 : 1;
    return (x->cents > y->cents) - (x->cents < y->cents);
}

static void note_clock(const struct payment *payment, struct flow *flow)
{
    if (!payment->has_clock)
        return;
    int64_t second = ((payment->time % A_DAY) + A_DAY) % A_DAY;
    flow->clocked++;
    flow->at_night += second >= NIGHT_BEGINS || second < NIGHT_ENDS;
}

/* Payments [begin, end) of one pair, by amount: those of an amount that is paid twice or more and makes a
 * third of them. Among hundreds of payments some amounts come again by chance. */
static uint32_t count_standing(const struct seen *seen, size_t begin, size_t end)
{
    uint32_t standing = 0;
    for (size_t i = begin; i < end;) {
        size_t same = i;
        while (same < end && seen[same].cents == seen[i].cents)
            same++;
        if (same - i > 1 && (same - i) * 3 >= end - begin)
            standing += (uint32_t)(same - i);
        i = same;
    }
    return standing;
}

/* What equal other sides and equal amounts say: seen is in that order. */
static void count_habits(const struct seen *seen, size_t count, bool is_out, struct flow *flow)
{
    for (size_t i = 0; i < count;) {
        size_t end = i;
        while (end < count && seen[end].other == seen[i].other)
            end++;
        uint32_t standing = count_standing(seen, i, end);
        if (is_out) {
            flow->payees++;
            flow->standing_out += standing;
            flow->standing_payees += standing > 0;
        } else {
            flow->payers++;
            flow->standing_in += standing;
            flow->standing_payers += standing > 0;
            flow->returning_in += end - i > 1 ? (uint32_t)(end - i) : 0;
        }
        i = end;
    }
}

static void sum_side(struct working *work, account_id account, bool is_out, struct flow *flow)
{
    const struct payment_sides *sides = work->inputs->sides;
    const uint32_t *first = is_out ? sides->out_first : sides->in_first;
    const uint32_t *list = is_out ? sides->out : sides->in;
    size_t named = 0;
    int64_t cents = 0;
    for (uint32_t i = first[account]; i < first[account + 1]; i++) {
        const struct payment *payment = &work->inputs->table->payments[list[i]];
        account_id other = is_out ? payment->to : payment->from;
        if (other)
            work->seen[named++] = (struct seen){other, payment->cents};
        cents = add_up(cents, payment->cents);
        flow->round_in += !is_out && payment->cents % A_TEN == 0;
        note_clock(payment, flow);
    }
    uint32_t count = first[account + 1] - first[account];
    *(is_out ? &flow->payments_out : &flow->payments_in) = count;
    *(is_out ? &flow->unnamed_out : &flow->unnamed_in) = count - (uint32_t)named;
    *(is_out ? &flow->cents_out : &flow->cents_in) = cents;
    if (named)
        qsort(work->seen, named, sizeof *work->seen, compare_seen);
    count_habits(work->seen, named, is_out, flow);
}

/* The first of its choices that carried no other, or RELAY_NONE. */
static uint32_t carrier_of(struct working *work, uint32_t in)
{
    for (unsigned c = 0; c < RELAY_CHOICES && work->relays->of[in][c].out != RELAY_NONE; c++) {
        uint32_t out = work->relays->of[in][c].out;
        if (work->is_taken[out])
            continue;
        work->is_taken[out] = 1;
        return out;
    }
    return RELAY_NONE;
}

static void count_relays(struct working *work, account_id account, struct flow *flow)
{
    const struct payment_sides *sides = work->inputs->sides;
    const struct payment *payments = work->inputs->table->payments;
    double expected = 0;
    for (uint32_t i = sides->in_first[account]; i < sides->in_first[account + 1]; i++) {
        uint32_t in = sides->in[i];
        uint32_t out = carrier_of(work, in);
        expected += (double)work->relays->chance[in];
        if (out == RELAY_NONE)
            continue;
        work->seen[flow->relays++] = (struct seen){.other = payments[out].to};
        flow->cents_relayed = add_up(flow->cents_relayed, payments[in].cents);
    }
    if (flow->relays)
        qsort(work->seen, flow->relays, sizeof *work->seen, compare_seen);
    for (uint32_t i = 0; i < flow->relays; i++)
        flow->relay_payees += i == 0 || work->seen[i].other != work->seen[i - 1].other;
    flow->relay_bits = surprise_bits(expected, flow->relays);
}

static void make_flows(struct working *work, struct flow_table *out)
{
    for (account_id account = 1; account <= out->count; account++) {
        struct flow *flow = &out->flows[account];
        *flow = (struct flow){.account = account, .seconds_dwell = TIME_NONE};
        sum_side(work, account, false, flow);
        sum_side(work, account, true, flow);
        match_money(work, account, flow);
        count_relays(work, account, flow);
    }
}

enum bowline_status flow_table_build(const struct money_inputs *inputs, const struct relay_table *relays,
                                     const struct flow_options *options, struct flow_table *out,
                                     struct bowline_error *err)
{
    size_t payments = inputs->table->count;
    struct working work = {inputs,
                           relays,
                           options,
                           .queue = memory_new(payments, sizeof *work.queue),
                           .chunks = memory_new(payments * 2, sizeof *work.chunks),
                           .seen = memory_new(payments, sizeof *work.seen),
                           .is_taken = memory_new(payments, 1)};
    *out = (struct flow_table){.count = inputs->table->account_count};
    out->flows = memory_new((size_t)out->count + 1, sizeof *out->flows);
    bool is_ready = work.queue && work.chunks && work.seen && work.is_taken && out->flows;
    if (is_ready)
        make_flows(&work, out);
    memory_free(work.queue);
    memory_free(work.chunks);
    memory_free(work.seen);
    memory_free(work.is_taken);
    if (is_ready)
        return BOWLINE_OK;
    flow_table_release(out);
    return error_memory(err);
}
