/* Flows: each payment is an event of two accounts; events are sorted by account, currency and time, and money
 * that came in is matched to money that went out, first in first out. */
#include "money/flow_table.h"

#include "base/memory.h"
#include "base/sort.h"

#include <stdlib.h>

/* Three days: "rapid movement of funds" in FATF's and FinCEN's lists of red flags names no number of days;
 * docs/methods/money.md. */
const struct flow_options flow_defaults = {.window_seconds = INT64_C(3) * 86400};

struct event {
    int64_t time;
    int64_t cents;
    identifier_id account, other;
    uint32_t currency; /* its letters, the first the most weighty; 0: none */
    bool is_out;
};

struct chunk {
    int64_t dwell, cents;
};

struct arriving {
    int64_t time, left;
};

struct working {
    struct event *events;
    struct sort_pair *order;
    size_t count;
    struct arriving *queue; /* money that came in, by time */
    struct chunk *chunks;   /* what was passed on */
    uint32_t *others;
};

void flow_table_release(struct flow_table *table)
{
    memory_free(table->flows);
    *table = (struct flow_table){0};
}

static uint32_t currency_of(struct span text)
{
    uint32_t code = 0;
    text = span_trim(text);
    if (text.length != 3)
        return 0;
    for (size_t i = 0; i < 3; i++) {
        unsigned char c = (unsigned char)text.at[i] & ~32u;
        if (c < 'A' || c > 'Z')
            return 0;
        code = code << 8 | c;
    }
    return code;
}

struct accounts {
    identifier_id from, to;
};

/* The accounts in the payment's own columns, the first of each side. *at moves over the uses of the record.
 */
static struct accounts accounts_of(const struct identifier_table *table, record_id record, size_t *at)
{
    struct accounts found = {0};
    while (*at < table->use_count && table->uses[*at].record < record)
        ++*at;
    for (size_t i = *at; i < table->use_count && table->uses[i].record == record; i++) {
        const struct identifier_use *use = &table->uses[i];
        if (use->form != FORM_COLUMN || table->identifiers[use->identifier].type != IDENTIFIER_ACCOUNT)
            continue;
        if (use->party == PARTY_FROM && !found.from)
            found.from = use->identifier;
        if (use->party == PARTY_TO && !found.to)
            found.to = use->identifier;
    }
    return found;
}

static struct span value_of(const struct record_table *records, record_id id, enum column_type type)
{
    const struct cell *end = record_cells_end(records, id);
    for (const struct cell *c = record_cells_begin(records, id); c < end; c++)
        if (cell_field(records, c)->role.type == type)
            return cell_value(records, c);
    return (struct span){"", 0};
}

static bool read_amount(struct span text, struct flow_counts *counts, int64_t *cents)
{
    if (text.length == 0) {
        counts->without_amount++;
        return false;
    }
    switch (flow_amount_read(text, cents)) {
    case FLOW_AMOUNT_UNREADABLE: counts->unreadable++; return false;
    case FLOW_AMOUNT_NEGATIVE: counts->negative++; return false;
    case FLOW_AMOUNT_TOO_LARGE: counts->too_large++; return false;
    case FLOW_AMOUNT_READ: break;
    }
    return true;
}

/* The two events of a payment, or its reason in the counts. Money out goes to out[0], money in to in[0]. */
static bool read_payment(const struct record_table *records, record_id id, struct accounts accounts,
                         struct flow_counts *counts, struct event *event)
{
    if (!accounts.from || !accounts.to) {
        counts->without_account++;
        return false;
    }
    if (accounts.from == accounts.to) {
        counts->to_self++;
        return false;
    }
    int64_t cents;
    if (!read_amount(value_of(records, id, TYPE_AMOUNT), counts, &cents))
        return false;
    int64_t time = records->records[id].begin;
    if (time == TIME_NONE)
        counts->without_time++;
    else
        counts->used++;
    *event = (struct event){.time = time,
                            .cents = cents,
                            .account = accounts.to,
                            .other = accounts.from,
                            .currency = currency_of(value_of(records, id, TYPE_CURRENCY))};
    return true;
}

static size_t count_payments(const struct record_table *records)
{
    size_t count = 0;
    for (uint64_t id = 1; id <= records->count; id++)
        count += records->records[id].kind == KIND_PAYMENT;
    return count;
}

/* First all money in, then all money out: at the same second what came in can leave. */
static void read_payments(const struct record_table *records, const struct identifier_table *identifiers,
                          struct working *work, struct flow_counts *counts)
{
    size_t at = 0;
    for (uint64_t id = 1; id <= records->count; id++) {
        if (records->records[id].kind != KIND_PAYMENT)
            continue;
        struct accounts accounts = accounts_of(identifiers, (record_id)id, &at);
        if (read_payment(records, (record_id)id, accounts, counts, &work->events[work->count]))
            work->count++;
    }
    for (size_t i = 0; i < work->count; i++) {
        struct event *in = &work->events[i];
        struct event *out = &work->events[work->count + i];
        *out = *in;
        out->account = in->other;
        out->other = in->account;
        out->is_out = true;
    }
    work->count *= 2;
}

static bool sort_events(struct working *work)
{
    for (size_t i = 0; i < work->count; i++)
        work->order[i] = (struct sort_pair){(uint64_t)work->events[i].time ^ (uint64_t)1 << 63, i};
    if (!sort_pairs(work->order, work->count))
        return false;
    for (size_t i = 0; i < work->count; i++) {
        const struct event *e = &work->events[work->order[i].value];
        work->order[i].key = (uint64_t)e->account << 32 | e->currency;
    }
    return sort_pairs(work->order, work->count);
}

static int64_t add_up(int64_t a, int64_t b)
{
    int64_t sum;
    return __builtin_add_overflow(a, b, &sum) ? INT64_MAX : sum;
}

static int compare_ids(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static uint32_t count_distinct(uint32_t *ids, size_t count)
{
    uint32_t distinct = 0;
    if (count)
        qsort(ids, count, sizeof *ids, compare_ids);
    for (size_t i = 0; i < count; i++)
        distinct += i == 0 || ids[i] != ids[i - 1];
    return distinct;
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

/* First in first out: what came in within the window before an outgoing payment is taken from the front. */
static void match_money(struct working *work, size_t begin, size_t end, int64_t window, struct flow *flow)
{
    size_t front = 0;
    size_t back = 0;
    size_t chunks = 0;
    for (size_t i = begin; i < end; i++) {
        const struct event *e = &work->events[work->order[i].value];
        if (e->time == TIME_NONE)
            continue;
        if (!e->is_out) {
            work->queue[back++] = (struct arriving){e->time, e->cents};
            continue;
        }
        int64_t left = e->cents;
        while (front < back && left > 0) {
            struct arriving *first = &work->queue[front];
            int64_t dwell = seconds_between(first->time, e->time);
            int64_t taken = dwell > window ? 0 : (first->left < left ? first->left : left);
            if (taken)
                work->chunks[chunks++] = (struct chunk){dwell, taken};
            flow->cents_passed = add_up(flow->cents_passed, taken);
            left -= taken;
            first->left -= taken;
            front += dwell > window || first->left == 0;
        }
    }
    flow->seconds_dwell = median_dwell(work->chunks, chunks, flow->cents_passed);
}

static void sum_side(struct working *work, size_t begin, size_t end, bool is_out, struct flow *flow)
{
    size_t count = 0;
    int64_t cents = 0;
    for (size_t i = begin; i < end; i++) {
        const struct event *e = &work->events[work->order[i].value];
        if (e->is_out != is_out)
            continue;
        work->others[count++] = e->other;
        cents = add_up(cents, e->cents);
    }
    *(is_out ? &flow->payments_out : &flow->payments_in) = (uint32_t)count;
    *(is_out ? &flow->cents_out : &flow->cents_in) = cents;
    *(is_out ? &flow->payees : &flow->payers) = count_distinct(work->others, count);
}

static struct flow flow_of(struct working *work, size_t begin, size_t end, int64_t window)
{
    const struct event *first = &work->events[work->order[begin].value];
    struct flow flow = {.account = first->account, .seconds_dwell = TIME_NONE};
    for (unsigned i = 0; i < 3 && first->currency; i++)
        flow.currency[i] = (char)(first->currency >> 8 * (2 - i) & 255);
    sum_side(work, begin, end, false, &flow);
    sum_side(work, begin, end, true, &flow);
    match_money(work, begin, end, window, &flow);
    return flow;
}

static size_t group_end(const struct working *work, size_t begin)
{
    size_t end = begin;
    while (end < work->count && work->order[end].key == work->order[begin].key)
        end++;
    return end;
}

static bool make_flows(struct working *work, int64_t window, struct flow_table *out)
{
    size_t groups = 0;
    for (size_t i = 0; i < work->count; i = group_end(work, i))
        groups++;
    out->flows = memory_new(groups, sizeof *out->flows);
    for (size_t i = 0; out->flows && i < work->count;) {
        size_t end = group_end(work, i);
        out->flows[out->count++] = flow_of(work, i, end, window);
        i = end;
    }
    return out->flows != NULL;
}

static bool working_init(struct working *work, size_t payments)
{
    *work = (struct working){0};
    work->events = memory_new(payments * 2, sizeof *work->events);
    work->order = memory_new(payments * 2, sizeof *work->order);
    work->queue = memory_new(payments, sizeof *work->queue);
    work->chunks = memory_new(payments * 2, sizeof *work->chunks);
    work->others = memory_new(payments, sizeof *work->others);
    return work->events && work->order && work->queue && work->chunks && work->others;
}

static void working_release(struct working *work)
{
    memory_free(work->events);
    memory_free(work->order);
    memory_free(work->queue);
    memory_free(work->chunks);
    memory_free(work->others);
}

enum bowline_status flow_table_build(const struct record_table *records,
                                     const struct identifier_table *identifiers,
                                     const struct flow_options *options, struct flow_table *out,
                                     struct bowline_error *err)
{
    struct working work;
    *out = (struct flow_table){0};
    bool is_done = working_init(&work, count_payments(records));
    if (is_done)
        read_payments(records, identifiers, &work, &out->counts);
    is_done = is_done && sort_events(&work) && make_flows(&work, options->window_seconds, out);
    working_release(&work);
    if (is_done)
        return BOWLINE_OK;
    flow_table_release(out);
    return error_memory(err);
}
