/* Looking for red flags: each is a question about one account, or about one contact of stays. */
#include "money/flag_table.h"

#include "base/intern.h"
#include "base/memory.h"
#include "base/sort.h"

#include <stdlib.h>

enum verdict { NOT_TESTED, QUIET, FIRED };

struct work {
    const struct flag_inputs *in;
    const struct flag_options *options;
    struct flag_table *out;
    uint32_t *list; /* payments in question, by time */
    size_t count;
    uint32_t *times_seen;      /* [account or place]: in the window; all 0 between uses */
    struct sort_pair *ad_uses; /* (identifier, ad), in order */
    size_t ad_use_count;
    size_t first; /* the records of the hit in the making */
    bool ok;
};

/* A stretch of the list. */
struct stretch {
    size_t begin, end;
    uint32_t distinct;
};

static const struct payment *payment_at(const struct work *w, size_t at)
{
    return &w->in->money->table->payments[w->list[at]];
}

static void add_record(struct work *w, record_id record)
{
    struct flag_table *t = w->out;
    w->ok = w->ok && memory_reserve(&t->records, &t->record_capacity, t->record_count + 1, UINT32_MAX);
    if (w->ok)
        t->records[t->record_count++] = record;
}

static void add_stretch(struct work *w, struct stretch stretch)
{
    for (size_t i = stretch.begin; i < stretch.end; i++)
        add_record(w, payment_at(w, i)->record);
}

typedef bool picks(const struct work *w, const struct payment *payment);

/* The account's payments of one side, or of both, that are picked and have a time, by time. */
static void list_side(struct work *w, account_id account, bool is_out, picks *pick)
{
    const struct payment_sides *sides = w->in->money->sides;
    const uint32_t *first = is_out ? sides->out_first : sides->in_first;
    const uint32_t *all = is_out ? sides->out : sides->in;
    for (uint32_t i = first[account]; i < first[account + 1]; i++) {
        const struct payment *payment = &w->in->money->table->payments[all[i]];
        if (payment->time != TIME_NONE && pick(w, payment))
            w->list[w->count++] = all[i];
    }
}

static int compare_ids(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* Payments stand by time, so that the order of their numbers is that of time. */
static void list_both(struct work *w, account_id account, picks *pick)
{
    w->count = 0;
    list_side(w, account, false, pick);
    list_side(w, account, true, pick);
    if (w->count)
        qsort(w->list, w->count, sizeof *w->list, compare_ids);
}

static void list_one(struct work *w, account_id account, bool is_out, picks *pick)
{
    w->count = 0;
    list_side(w, account, is_out, pick);
}

static bool is_within(const struct work *w, size_t begin, size_t end, int64_t window)
{
    int64_t span;
    return !__builtin_sub_overflow(payment_at(w, end)->time, payment_at(w, begin)->time, &span) &&
           span <= window;
}

typedef uint32_t tells_apart(const struct payment *payment);

/* The first stretch within the window that has most; by NULL: most payments. */
static struct stretch busiest(struct work *w, int64_t window, tells_apart *by)
{
    struct stretch best = {0};
    uint32_t distinct = 0;
    size_t begin = 0;
    for (size_t end = 0; end < w->count; end++) {
        distinct += !by || w->times_seen[by(payment_at(w, end))]++ == 0;
        for (; !is_within(w, begin, end, window); begin++)
            distinct -= !by || --w->times_seen[by(payment_at(w, begin))] == 0;
        if (distinct > best.distinct)
            best = (struct stretch){begin, end + 1, distinct};
    }
    for (; by && begin < w->count; begin++)
        w->times_seen[by(payment_at(w, begin))] = 0;
    return best;
}

static bool is_any(const struct work *w, const struct payment *payment)
{
    (void)w;
    (void)payment;
    return true;
}

static bool is_cash_below(const struct work *w, const struct payment *payment)
{
    return (payment->is_cash || !payment->from) && payment->cents < w->options->limit_cents;
}

static bool is_small_named(const struct work *w, const struct payment *payment)
{
    return payment->from && payment->cents <= w->options->small_cents;
}

static bool is_of_night(const struct work *w, const struct payment *payment)
{
    enum { A_DAY = 86400, BEGINS = 22 * 3600, ENDS = 6 * 3600 };
    int64_t second = ((payment->time % A_DAY) + A_DAY) % A_DAY;
    (void)w;
    return payment->has_clock && (second >= BEGINS || second < ENDS);
}

static bool is_placed(const struct work *w, const struct payment *payment)
{
    (void)w;
    return payment->place != 0;
}

static bool is_for_lodging(const struct work *w, const struct payment *payment)
{
    (void)w;
    return payment->payee == PAYEE_LODGING;
}

static bool is_for_ad(const struct work *w, const struct payment *payment)
{
    return payment->payee == PAYEE_AD_SITE && payment->cents <= w->options->ad_cents;
}

static bool is_just_below(const struct work *w, const struct payment *payment)
{
    int64_t limit = w->options->limit_cents;
    return payment->cents < limit && payment->cents >= limit - limit / 100 * w->options->below_percent;
}

static uint32_t payer_of(const struct payment *payment)
{
    return payment->from;
}

static uint32_t place_of(const struct payment *payment)
{
    return payment->place;
}

static bool is_percent(int64_t part, int64_t whole, unsigned percent)
{
    return whole > 0 && (double)part * 100 >= (double)whole * percent;
}

static enum verdict look_funnel(struct work *w, account_id account)
{
    const struct flow *flow = &w->in->flows->flows[account];
    list_one(w, account, false, is_cash_below);
    if (w->count < w->options->cash_least)
        return NOT_TESTED;
    if (!is_percent(flow->cents_soon, flow->cents_in, w->options->soon_percent))
        return QUIET;
    buffer_format(&w->out->pool,
                  "%zu payments in as cash below the limit; %.0f %% of all money left within a week",
                  w->count, (double)flow->cents_soon * 100 / (double)flow->cents_in);
    add_stretch(w, (struct stretch){0, w->count, 0});
    list_one(w, account, true, is_any);
    add_stretch(w, (struct stretch){0, w->count, 0});
    return FIRED;
}

static enum verdict look_many_senders(struct work *w, account_id account)
{
    list_one(w, account, false, is_small_named);
    if (w->count < w->options->senders_least)
        return NOT_TESTED;
    struct stretch most = busiest(w, w->options->month_seconds, payer_of);
    if (most.distinct < w->options->senders_least)
        return QUIET;
    buffer_format(&w->out->pool, "%u senders of small sums within a month", most.distinct);
    add_stretch(w, most);
    return FIRED;
}

static enum verdict look_in_and_out(struct work *w, account_id account)
{
    const struct flow *flow = &w->in->flows->flows[account];
    if (flow->payments_in < w->options->in_least)
        return NOT_TESTED;
    unsigned gone = 100 - w->options->empty_percent;
    if (!is_percent(flow->cents_soon, flow->cents_in, gone) ||
        !is_percent(flow->cents_in, flow->cents_out, gone))
        return QUIET;
    list_both(w, account, is_any);
    buffer_format(&w->out->pool, "%u payments in, %.0f %% of the money gone within a week", flow->payments_in,
                  (double)flow->cents_soon * 100 / (double)flow->cents_in);
    add_stretch(w, (struct stretch){0, w->count, 0});
    return FIRED;
}

static enum verdict look_night(struct work *w, account_id account)
{
    const struct flow *flow = &w->in->flows->flows[account];
    if (flow->clocked < w->options->night_least)
        return NOT_TESTED;
    if (!is_percent(flow->at_night, flow->clocked, w->options->night_percent))
        return QUIET;
    list_both(w, account, is_of_night);
    buffer_format(&w->out->pool, "%u of %u payments with a time of day are of the night", flow->at_night,
                  flow->clocked);
    add_stretch(w, (struct stretch){0, w->count, 0});
    return FIRED;
}

static enum verdict look_cities(struct work *w, account_id account)
{
    list_both(w, account, is_placed);
    if (w->count < w->options->cities_least)
        return NOT_TESTED;
    struct stretch most = busiest(w, w->options->fortnight_seconds, place_of);
    if (most.distinct < w->options->cities_least)
        return QUIET;
    buffer_format(&w->out->pool, "payments at %u places within a fortnight", most.distinct);
    add_stretch(w, most);
    return FIRED;
}

static enum verdict look_lodging(struct work *w, account_id account)
{
    list_one(w, account, true, is_for_lodging);
    if (w->count == 0)
        return NOT_TESTED;
    struct stretch most = busiest(w, w->options->month_seconds, NULL);
    if (most.distinct < w->options->lodging_least)
        return QUIET;
    buffer_format(&w->out->pool, "%u payments for lodging within a month", most.distinct);
    add_stretch(w, most);
    return FIRED;
}

static enum verdict look_ad_sites(struct work *w, account_id account)
{
    list_one(w, account, true, is_for_ad);
    if (w->count == 0)
        return NOT_TESTED;
    struct stretch most = busiest(w, w->options->quarter_seconds, NULL);
    if (most.distinct < w->options->ad_least)
        return QUIET;
    buffer_format(&w->out->pool, "%u small payments to sites of ads within a quarter", most.distinct);
    add_stretch(w, most);
    return FIRED;
}

static enum verdict look_ad_account(struct work *w, account_id account)
{
    enum { ADS_MOST = 100 };
    identifier_id id = w->in->money->table->accounts[account].identifier;
    uint32_t ads = 0;
    size_t low = 0;
    for (size_t high = w->ad_use_count; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (w->ad_uses[middle].key < id)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < w->ad_use_count && w->ad_uses[low].key == id; low++)
        if (ads++ < ADS_MOST)
            add_record(w, (record_id)w->ad_uses[low].value);
    if (ads == 0)
        return QUIET;
    buffer_format(&w->out->pool, "the account stands in %u ad%s", ads, ads == 1 ? "" : "s");
    return FIRED;
}

static enum verdict look_below_limit(struct work *w, account_id account)
{
    list_both(w, account, is_just_below);
    struct stretch most = busiest(w, w->options->month_seconds, NULL);
    if (most.distinct < w->options->below_least)
        return QUIET;
    buffer_format(&w->out->pool, "%u payments just below the limit within a month", most.distinct);
    add_stretch(w, most);
    return FIRED;
}

static void add_hit(struct work *w, enum flag_kind flag, identifier_id subject, const char *currency,
                    size_t text)
{
    struct flag_table *t = w->out;
    w->ok = w->ok && buffer_ok(&t->pool) && memory_reserve(&t->hits, &t->capacity, t->count + 1, UINT32_MAX);
    if (!w->ok)
        return;
    struct flag_hit *hit = &t->hits[t->count++];
    *hit = (struct flag_hit){.flag = (uint8_t)flag,
                             .subject = subject,
                             .first = w->first,
                             .count = (uint32_t)(t->record_count - w->first),
                             .what = {text, (uint32_t)(t->pool.length - text)}};
    for (size_t i = 0; i + 1 < sizeof hit->currency && currency[i]; i++)
        hit->currency[i] = currency[i];
    t->fired[flag]++;
}

static void look_at_accounts(struct work *w, enum flag_kind flag,
                             enum verdict (*look)(struct work *work, account_id account))
{
    const struct payment_table *table = w->in->money->table;
    for (account_id a = 1; a <= table->account_count && w->ok; a++) {
        const struct account *account = &table->accounts[a];
        size_t text = w->out->pool.length;
        w->first = w->out->record_count;
        if (w->in->identifiers->identifiers[account->identifier].is_protected)
            continue;
        enum verdict verdict = look(w, a);
        w->out->tested[flag] += verdict != NOT_TESTED;
        if (verdict == FIRED)
            add_hit(w, flag, account->identifier, account->currency, text);
    }
}

/* A stay that a contact booked or paid. */
static bool is_of_stay(const struct work *w, const struct identifier_use *use)
{
    return (use->party == PARTY_BOOKER || use->party == PARTY_PAYER) &&
           w->in->records->records[use->record].kind == KIND_STAY &&
           !w->in->identifiers->identifiers[use->identifier].is_protected;
}

/* pairs: (contact, stay), by contact; guests: numbers of names. */
static void judge_guests(struct work *w, const struct sort_pair *pairs, size_t count, struct intern *guests)
{
    uint32_t distinct = 0;
    size_t text = w->out->pool.length;
    w->first = w->out->record_count;
    w->out->tested[FLAG_GUESTS]++;
    intern_release(guests);
    intern_init(guests);
    for (size_t i = 0; i < count && w->ok; i++) {
        record_id stay = (record_id)pairs[i].value;
        struct span name =
            span_trim(record_value(w->in->records, stay, (struct role){PARTY_GUEST, TYPE_NAME}));
        if (name.length == 0 || (i > 0 && pairs[i - 1].value == stay))
            continue;
        w->ok = intern_put(guests, name) != 0;
        add_record(w, stay);
    }
    distinct = guests->count;
    if (distinct < w->options->guests_least) {
        w->out->record_count = w->first;
        return;
    }
    buffer_format(&w->out->pool, "stays of %u differently named guests", distinct);
    add_hit(w, FLAG_GUESTS, (identifier_id)pairs[0].key, "", text);
}

static void look_at_stays(struct work *w)
{
    const struct identifier_table *ids = w->in->identifiers;
    struct sort_pair *pairs = memory_new(ids->use_count, sizeof *pairs);
    struct intern guests;
    size_t count = 0;
    intern_init(&guests);
    for (size_t i = 0; pairs && i < ids->use_count; i++)
        if (is_of_stay(w, &ids->uses[i]))
            pairs[count++] = (struct sort_pair){ids->uses[i].identifier, ids->uses[i].record};
    w->ok = w->ok && pairs && sort_pairs(pairs, count);
    for (size_t i = 0; w->ok && i < count;) {
        size_t end = i;
        while (end < count && pairs[end].key == pairs[i].key)
            end++;
        judge_guests(w, pairs + i, end - i, &guests);
        i = end;
    }
    intern_release(&guests);
    memory_free(pairs);
}

static void look_at_all(struct work *w)
{
    static enum verdict (*const looks[FLAG_KIND_COUNT])(struct work * work, account_id account) = {
        [FLAG_FUNNEL] = look_funnel,           [FLAG_MANY_SENDERS] = look_many_senders,
        [FLAG_IN_AND_OUT] = look_in_and_out,   [FLAG_NIGHT] = look_night,
        [FLAG_CITIES] = look_cities,           [FLAG_LODGING] = look_lodging,
        [FLAG_AD_SITES] = look_ad_sites,       [FLAG_AD_ACCOUNT] = look_ad_account,
        [FLAG_BELOW_LIMIT] = look_below_limit,
    };
    for (unsigned flag = 0; flag < FLAG_KIND_COUNT && w->ok; flag++) {
        if (looks[flag])
            look_at_accounts(w, (enum flag_kind)flag, looks[flag]);
        else
            look_at_stays(w);
    }
}

static bool list_ad_uses(struct work *w)
{
    const struct identifier_table *ids = w->in->identifiers;
    for (size_t i = 0; i < ids->use_count; i++)
        if (ids->identifiers[ids->uses[i].identifier].type == IDENTIFIER_ACCOUNT &&
            w->in->records->records[ids->uses[i].record].kind == KIND_AD)
            w->ad_uses[w->ad_use_count++] = (struct sort_pair){ids->uses[i].identifier, ids->uses[i].record};
    return sort_pairs(w->ad_uses, w->ad_use_count);
}

void flag_table_release(struct flag_table *table)
{
    memory_free(table->hits);
    memory_free(table->records);
    buffer_release(&table->pool);
    *table = (struct flag_table){0};
}

enum bowline_status flag_table_build(const struct flag_inputs *inputs, const struct flag_options *options,
                                     struct flag_table *out, struct bowline_error *err)
{
    const struct payment_table *table = inputs->money->table;
    size_t keys = (size_t)table->count + table->account_count + 1; /* places are fewer than payments */
    struct work w = {.in = inputs,
                     .options = options,
                     .out = out,
                     .list = memory_new((size_t)table->count * 2, sizeof *w.list),
                     .times_seen = memory_new(keys, sizeof *w.times_seen),
                     .ad_uses = memory_new(inputs->identifiers->use_count, sizeof *w.ad_uses)};
    *out = (struct flag_table){.count = 0};
    buffer_init(&out->pool, UINT32_MAX);
    w.ok = w.list && w.times_seen && w.ad_uses && list_ad_uses(&w);
    if (w.ok)
        look_at_all(&w);
    memory_free(w.list);
    memory_free(w.times_seen);
    memory_free(w.ad_uses);
    if (w.ok)
        return BOWLINE_OK;
    flag_table_release(out);
    return error_memory(err);
}
