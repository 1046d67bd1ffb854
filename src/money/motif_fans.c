/* Motifs around one account: funnels, whose sums come out again, and fans of strangers. */
#include "money/motif_search.h"

#include "base/memory.h"

enum { A_DAY = 86400, FANS_MOST = 16 /* of one account and side */ };

/* How many days a fan may last; the one with most bits counts. */
static const int64_t fan_days[] = {1, 3, 7, 14};

enum { FAN_WINDOWS = sizeof fan_days / sizeof *fan_days };

struct funnel {
    uint32_t *waiting; /* payments in that did not go on yet, by time */
    size_t front, back;
    uint32_t *taken; /* payments of the funnel */
    size_t taken_count;
    double expected; /* payments out that conserve a sum by chance */
    unsigned matched;
};

static const struct payment *payment_of(const struct motif_search *s, uint32_t index)
{
    return &s->inputs->table->payments[index];
}

/* What came in last, two payments and more, as one payment out: the most payments whose sum fits. */
static void match_batch(const struct motif_search *s, struct funnel *f, uint32_t out)
{
    const struct payment *going = payment_of(s, out);
    int64_t sum = 0;
    size_t best = 0;
    double chance = 0;
    for (size_t n = 1; n <= s->options->batch_most && f->back - f->front >= n; n++) {
        if (__builtin_add_overflow(sum, payment_of(s, f->waiting[f->back - n])->cents, &sum))
            break;
        int64_t least = relay_least(sum, s->relay_options);
        if (n > 1)
            chance += amount_share(s->inputs->amounts, going->from, least, sum);
        if (n > 1 && going->cents >= least && going->cents <= sum)
            best = n;
    }
    f->expected += chance < 1 ? chance : 1;
    if (best == 0)
        return;
    for (size_t n = best; n > 0; n--)
        f->taken[f->taken_count++] = f->waiting[f->back - n];
    f->taken[f->taken_count++] = out;
    f->front = f->back;
    f->matched++;
}

static void walk_funnel(const struct motif_search *s, account_id account, struct funnel *f)
{
    const struct payment_sides *sides = s->inputs->sides;
    uint32_t in = sides->in_first[account];
    for (uint32_t i = sides->out_first[account]; i < sides->out_first[account + 1]; i++) {
        const struct payment *out = payment_of(s, sides->out[i]);
        if (s->is_used[sides->out[i]] || out->time == TIME_NONE || out->cents == 0)
            continue;
        for (; in < sides->in_first[account + 1] && payment_of(s, sides->in[in])->time <= out->time; in++)
            if (!s->is_used[sides->in[in]] && payment_of(s, sides->in[in])->time != TIME_NONE)
                f->waiting[f->back++] = sides->in[in];
        while (f->front < f->back &&
               motif_seconds(payment_of(s, f->waiting[f->front])->time, out->time) > s->options->wait_seconds)
            f->front++;
        match_batch(s, f, sides->out[i]);
    }
}

/* Expected by chance: by each account, as many sums as the amounts of the case make likely. */
bool find_funnels(struct motif_search *s)
{
    const struct payment_table *table = s->inputs->table;
    struct funnel f = {.waiting = memory_new(table->count, sizeof *f.waiting),
                       .taken = memory_new((size_t)table->count, sizeof *f.taken)};
    bool is_done = f.waiting && f.taken;
    for (account_id a = 1; is_done && a <= table->account_count; a++) {
        f.front = f.back = f.taken_count = f.matched = 0;
        f.expected = 0;
        walk_funnel(s, a, &f);
        if (f.matched == 0)
            continue;
        struct motif motif = {.kind = MOTIF_FUNNEL, .centre = a};
        motif.bits = surprise_bits(f.expected, f.matched) - bits_of_ratio(table->account_count);
        is_done = motif_add(s, motif, f.taken, f.taken_count);
    }
    memory_free(f.waiting);
    memory_free(f.taken);
    return is_done;
}

struct fan {
    size_t begin, end; /* of the list */
    millibits bits;
};

enum { SIZES = 33 };

struct fan_list {
    uint32_t *payments; /* of strangers, on one side of an account, by time */
    size_t count;
    int64_t span;         /* of all payments of the case, seconds */
    double starts[SIZES]; /* windows tried at all accounts with as many payments of strangers, to a factor of
                             two */
};

static unsigned size_of(size_t count)
{
    unsigned size = 0;
    while (count >>= 1)
        size++;
    return size < SIZES ? size : SIZES - 1;
}

/* Given a first payment, the others of the account fall into its window by chance. */
static struct fan best_fan(const struct motif_search *s, const struct fan_list *list)
{
    struct fan best = {0};
    millibits tries = bits_of_ratio(list->starts[size_of(list->count)]);
    for (size_t w = 0; w < FAN_WINDOWS; w++) {
        int64_t window = fan_days[w] * A_DAY;
        double share = list->span > window ? (double)window / (double)list->span : 1;
        double mean = share * (double)(list->count - 1);
        for (size_t i = 0, end = 0; i < list->count; i++) {
            int64_t from = payment_of(s, list->payments[i])->time;
            while (end < list->count &&
                   motif_seconds(from, payment_of(s, list->payments[end])->time) <= window)
                end++;
            if (end - i < s->options->fan_least)
                continue;
            millibits bits = surprise_bits(mean, (unsigned)(end - i - 1)) - tries;
            if (bits > best.bits)
                best = (struct fan){i, end, bits};
        }
    }
    return best;
}

/* Whether the payee is a shop or a site. */
static bool is_popular(const struct motif_search *s, const struct payment *payment)
{
    return payments_into(s, payment->to) >= s->options->crowd_least;
}

static void list_strangers(const struct motif_search *s, account_id account, bool is_out,
                           struct fan_list *list)
{
    const struct payment_sides *sides = s->inputs->sides;
    const uint32_t *first = is_out ? sides->out_first : sides->in_first;
    const uint32_t *all = is_out ? sides->out : sides->in;
    list->count = 0;
    for (uint32_t i = first[account]; i < first[account + 1]; i++) {
        const struct payment *payment = payment_of(s, all[i]);
        if (!s->is_used[all[i]] && s->is_fresh[all[i]] && payment->from && payment->to &&
            payment->time != TIME_NONE && !(is_out && is_popular(s, payment)))
            list->payments[list->count++] = all[i];
    }
}

static void count_starts(const struct motif_search *s, struct fan_list *list)
{
    for (account_id a = 1; a <= s->inputs->table->account_count; a++)
        for (unsigned is_out = 0; is_out < 2; is_out++) {
            list_strangers(s, a, is_out != 0, list);
            list->starts[size_of(list->count)] += (double)(list->count * FAN_WINDOWS);
        }
}

static bool find_fans_of(struct motif_search *s, account_id account, bool is_out, struct fan_list *list)
{
    for (unsigned round = 0; round < FANS_MOST; round++) {
        list_strangers(s, account, is_out, list);
        if (list->count < s->options->fan_least)
            return true;
        struct fan fan = best_fan(s, list);
        if (fan.end == fan.begin || fan.bits < s->options->bits_least)
            return true;
        struct motif motif = {
            .kind = is_out ? MOTIF_FAN_OUT : MOTIF_FAN_IN, .centre = account, .bits = fan.bits};
        if (!motif_add(s, motif, list->payments + fan.begin, fan.end - fan.begin))
            return false;
    }
    return true;
}

bool find_fans(struct motif_search *s)
{
    const struct payment_table *table = s->inputs->table;
    struct fan_list list = {.payments = memory_new(table->count, sizeof *list.payments)};
    bool is_done = list.payments != NULL;
    if (is_done && table->timed < table->count) {
        list.span = motif_seconds(table->payments[table->timed].time, table->payments[table->count - 1].time);
        count_starts(s, &list);
        for (account_id a = 1; is_done && a <= table->account_count; a++)
            is_done = find_fans_of(s, a, false, &list) && find_fans_of(s, a, true, &list);
    }
    memory_free(list.payments);
    return is_done;
}
