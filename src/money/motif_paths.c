/* Motifs along paths of relays: cycles, scatter-gathers and chains. */
#include "money/motif_search.h"

#include "base/memory.h"
#include "base/sort.h"

#include <math.h>

enum { PATH_MOST = 32, GROUP_MOST = 256 };

struct path {
    uint32_t payments[PATH_MOST];
    unsigned choice[PATH_MOST]; /* the next one to try after each */
    unsigned length, steps;
    millibits bits; /* of its relays */
};

static const struct payment *payment_of(const struct motif_search *s, uint32_t index)
{
    return &s->inputs->table->payments[index];
}

/* Whether the path has been in the account; its first payer does not count. */
static bool has_visited(const struct motif_search *s, const struct path *path, account_id account)
{
    for (unsigned i = 0; i < path->length; i++)
        if (payment_of(s, path->payments[i])->to == account)
            return true;
    return false;
}

static bool path_push(struct path *path, const struct relay *relay)
{
    if (path->length == PATH_MOST)
        return false;
    path->bits += relay->bits;
    path->payments[path->length] = relay->out;
    path->choice[path->length++] = 0;
    return true;
}

static void path_pop(const struct motif_search *s, struct path *path)
{
    path->length--;
    if (path->length) {
        uint32_t before = path->payments[path->length - 1];
        path->bits -= s->relays->of[before][path->choice[path->length - 1] - 1].bits;
    }
}

/* The next relay to try at the end of the path, or NULL where there is none. */
static const struct relay *next_relay(const struct motif_search *s, struct path *path)
{
    unsigned *choice = &path->choice[path->length - 1];
    while (*choice < RELAY_CHOICES) {
        const struct relay *relay = &s->relays->of[path->payments[path->length - 1]][(*choice)++];
        if (relay->out == RELAY_NONE)
            return NULL;
        if (!s->is_used[relay->out] && payment_of(s, relay->out)->to)
            return relay;
    }
    return NULL;
}

/* Depth first, the earliest payments first: whether some path from its first payment comes home. */
static bool walk_home(const struct motif_search *s, struct path *path)
{
    account_id home = payment_of(s, path->payments[0])->from;
    while (path->length && path->steps++ < s->options->steps_most) {
        const struct relay *relay = next_relay(s, path);
        if (!relay) {
            path_pop(s, path);
            continue;
        }
        account_id to = payment_of(s, relay->out)->to;
        if (to == home && path->length + 1 >= s->options->path_least)
            return path_push(path, relay);
        if (to != home && path->length + 1 < s->options->path_most && !has_visited(s, path, to))
            path_push(path, relay);
    }
    return false;
}

/* Expected by chance: as many starts as payments, each relay by its chance, the last end at home by the share
 * of payments that go there. */
bool find_cycles(struct motif_search *s)
{
    for (uint32_t i = s->inputs->table->timed; i < s->inputs->table->count; i++) {
        const struct payment *first = payment_of(s, i);
        struct path path = {.payments = {i}, .length = 1};
        if (s->is_used[i] || !first->from || !first->to || s->relays->of[i][0].out == RELAY_NONE ||
            payments_into(s, first->from) == 0 || !walk_home(s, &path))
            continue;
        struct motif motif = {.kind = MOTIF_CYCLE, .centre = first->from};
        motif.bits = path.bits - bits_of_ratio(payments_into(s, first->from));
        if (!motif_add(s, motif, path.payments, path.length))
            return false;
    }
    return true;
}

/* A path of two payments. */
struct hop {
    uint32_t in, out;
    millibits bits;
};

static size_t count_hops(const struct motif_search *s)
{
    size_t count = 0;
    for (uint32_t i = s->inputs->table->timed; i < s->inputs->table->count; i++)
        for (unsigned c = 0; c < RELAY_CHOICES && s->relays->of[i][c].out != RELAY_NONE; c++)
            count++;
    return count;
}

/* Hops between the same two ends stand together, by time. */
static bool collect_hops(const struct motif_search *s, struct hop *hops, struct sort_pair *order,
                         size_t *count)
{
    for (uint32_t i = s->inputs->table->timed; i < s->inputs->table->count; i++)
        for (unsigned c = 0; c < RELAY_CHOICES && s->relays->of[i][c].out != RELAY_NONE; c++) {
            uint32_t out = s->relays->of[i][c].out;
            account_id from = payment_of(s, i)->from;
            account_id to = payment_of(s, out)->to;
            if (!from || !to || from == to || s->is_used[i] || s->is_used[out])
                continue;
            hops[*count] = (struct hop){i, out, s->relays->of[i][c].bits};
            order[*count] = (struct sort_pair){(uint64_t)from << 32 | to, *count};
            ++*count;
        }
    return sort_pairs(order, *count);
}

struct gather {
    uint32_t payments[2 * GROUP_MOST];
    account_id middles[GROUP_MOST];
    unsigned count;
    millibits bits;
};

static bool gather_takes(struct gather *g, const struct motif_search *s, const struct hop *hop)
{
    account_id middle = payment_of(s, hop->in)->to;
    if (g->count == GROUP_MOST || s->is_used[hop->in] || s->is_used[hop->out])
        return false;
    for (unsigned i = 0; i < g->count; i++)
        if (g->middles[i] == middle || g->payments[(size_t)2 * i + 1] == hop->out)
            return false;
    uint32_t *hops = g->payments + (size_t)2 * g->count;
    g->middles[g->count] = middle;
    hops[0] = hop->in;
    hops[1] = hop->out;
    g->count++;
    g->bits += hop->bits;
    return true;
}

/* Payments out of an account from `time` on, within the spread. */
static unsigned count_spread(const struct motif_search *s, account_id account, int64_t time)
{
    unsigned count = 0;
    const struct payment_sides *sides = s->inputs->sides;
    for (uint32_t i = sides->out_first[account]; i < sides->out_first[account + 1]; i++) {
        int64_t at = payment_of(s, sides->out[i])->time;
        count += at >= time && motif_seconds(time, at) <= s->options->spread_seconds;
    }
    return count;
}

static double log2_choose(unsigned of, unsigned count)
{
    double sum = 0;
    for (unsigned i = 0; i < count && i < of; i++)
        sum += log2((double)(of - i) / (i + 1));
    return sum;
}

static bool gather_add(struct motif_search *s, const struct gather *g)
{
    const struct payment *first = payment_of(s, g->payments[0]);
    account_id end = payment_of(s, g->payments[1])->to;
    struct motif motif = {.kind = MOTIF_SCATTER_GATHER, .centre = first->from, .other = end};
    double same_end = log2(s->payments / payments_into(s, end)) * (g->count - 1);
    double choices = log2_choose(count_spread(s, first->from, first->time) - 1, g->count - 1);
    motif.bits = g->bits + bits_of_ratio(exp2(same_end - choices)) - bits_of_ratio(s->payments);
    return motif_add(s, motif, g->payments, (size_t)g->count * 2);
}

/* hops of the same two ends: windows of the spread, each begun at the first hop that is left. */
static bool gather_group(struct motif_search *s, const struct hop *hops, const struct sort_pair *order,
                         size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct gather g = {.count = 0};
        const struct hop *first = &hops[order[i].value];
        if (!gather_takes(&g, s, first))
            continue;
        for (size_t k = i + 1; k < count && k - i < GROUP_MOST; k++) {
            const struct hop *hop = &hops[order[k].value];
            if (motif_seconds(payment_of(s, first->in)->time, payment_of(s, hop->in)->time) >
                s->options->spread_seconds)
                break;
            (void)gather_takes(&g, s, hop);
        }
        if (g.count >= s->options->middles_least && !gather_add(s, &g))
            return false;
    }
    return true;
}

bool find_scatters(struct motif_search *s)
{
    size_t most = count_hops(s);
    size_t count = 0;
    struct hop *hops = memory_new(most, sizeof *hops);
    struct sort_pair *order = memory_new(most, sizeof *order);
    bool is_done = hops && order && collect_hops(s, hops, order, &count);
    for (size_t i = 0; is_done && i < count;) {
        size_t end = i;
        while (end < count && order[end].key == order[i].key)
            end++;
        is_done = end - i < s->options->middles_least || gather_group(s, hops, order + i, end - i);
        i = end;
    }
    memory_free(hops);
    memory_free(order);
    return is_done;
}

/* The earliest payment on, while there is one; as many starts as payments. */
bool find_chains(struct motif_search *s)
{
    for (uint32_t i = s->inputs->table->timed; i < s->inputs->table->count; i++) {
        struct path path = {.payments = {i}, .length = 1};
        const struct relay *relay;
        if (s->is_used[i])
            continue;
        while (path.length < s->options->path_most && (relay = next_relay(s, &path))) {
            account_id to = payment_of(s, relay->out)->to;
            if (to == payment_of(s, i)->from || has_visited(s, &path, to))
                continue;
            path_push(&path, relay);
        }
        if (path.length < s->options->path_least)
            continue;
        struct motif motif = {.kind = MOTIF_CHAIN, .centre = payment_of(s, i)->from};
        motif.other = payment_of(s, path.payments[path.length - 1])->to;
        motif.bits = path.bits - bits_of_ratio(s->payments);
        if (!motif_add(s, motif, path.payments, path.length))
            return false;
    }
    return true;
}
