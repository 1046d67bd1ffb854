/* The fit of a cycle: what each pair of places and each distance between them in the cycle weighs, then the
 * order with the largest sum. All sums are of whole numbers. */
#include "movement/circuit_fit.h"

#include <string.h>

enum { LEVEL_MOST = FIT_LEVELS - 1, EXHAUSTIVE = 6 };

/* Half days at a place: from one day to a month, about a sixth apart. */
static const uint16_t dwells[CIRCUIT_DWELLS] = {2,  3,  4,  5,  6,  7,  8,  10, 12, 14, 16, 18,
                                                20, 22, 24, 26, 28, 30, 32, 36, 40, 46, 52, 60};

/* What moves weigh for one length of stay, [from][to][places between them in the cycle]. */
struct sums {
    int64_t of[CIRCUIT_PLACES][CIRCUIT_PLACES][CIRCUIT_PLACES];
    unsigned places;
};

void fit_weights_init(struct fit_weights *w, const uint32_t *visits, unsigned places, uint32_t elsewhere,
                      const struct reach_table *reaches)
{
    double total = elsewhere;
    double stray = reaches->options.stray_percent / 100.0;
    *w = (struct fit_weights){.places = places, .reaches = reaches};
    for (unsigned i = 0; i < places; i++)
        total += visits[i] + 1.0;
    for (unsigned a = 0; a < places; a++)
        for (unsigned b = 0; b < places; b++) {
            double chance = (visits[b] + 1.0) / (total - (visits[a] + 1.0));
            for (unsigned level = 0; a != b && level <= LEVEL_MOST; level++) {
                double sure = (double)level / LEVEL_MOST;
                w->bits[a][b][level] = bits_of_ratio(((1 - stray) * sure + stray * chance) / chance);
            }
        }
}

static struct reach find_reach(unsigned half_days, unsigned dwell, unsigned places,
                               const struct fit_options *options)
{
    struct reach out = {{REACH_NONE, REACH_NONE}, {0, 0}};
    unsigned whole = half_days / dwell;
    unsigned part = half_days % dwell;
    unsigned chance[2] = {dwell - part, part};
    unsigned moved = 0;
    if (half_days > options->steps_most * dwell)
        return out;
    for (unsigned i = 0; i < 2; i++) {
        out.distance[i] = (uint8_t)((whole + i) % places);
        moved += out.distance[i] ? chance[i] : 0;
    }
    for (unsigned i = 0; i < 2; i++) /* who has hardly had time to move may be anywhere next to it */
        if (out.distance[i])
            out.level[i] = (uint8_t)(moved * 20 <= dwell ? LEVEL_MOST / (places - 1)
                                                         : (chance[i] * LEVEL_MOST + moved / 2) / moved);
    return out;
}

void reach_table_init(struct reach_table *table, const struct fit_options *options)
{
    table->options = *options;
    if (table->options.steps_most > REACH_STEPS)
        table->options.steps_most = REACH_STEPS;
    for (unsigned places = 2; places <= CIRCUIT_PLACES; places++)
        for (unsigned d = 0; d < CIRCUIT_DWELLS; d++)
            for (unsigned t = 0; t < REACH_MOST; t++)
                table->of[places][d][t] = find_reach(t, dwells[d], places, &table->options);
}

static void add_moves(const struct fit_weights *w, const struct move *moves, size_t count, unsigned dwell,
                      struct sums *out)
{
    int64_t all[CIRCUIT_PLACES][CIRCUIT_PLACES] = {{0}};
    const struct reach *reaches = w->reaches->of[w->places][dwell];
    memset(out->of, 0, sizeof out->of);
    out->places = w->places;
    for (size_t i = 0; i < count; i++) {
        const struct move *m = &moves[i];
        if (m->half_days >= REACH_MOST || reaches[m->half_days].distance[0] == REACH_NONE)
            continue;
        struct reach reach = reaches[m->half_days];
        const int32_t *bits = w->bits[m->from][m->to];
        int64_t *of = out->of[m->from][m->to];
        all[m->from][m->to] += bits[0];
        of[reach.distance[0]] += bits[reach.level[0]] - bits[0];
        of[reach.distance[1]] += bits[reach.level[1]] - bits[0];
    }
    for (unsigned a = 0; a < w->places; a++)
        for (unsigned b = 0; b < w->places; b++)
            for (unsigned d = 1; d < w->places; d++)
                out->of[a][b][d] += all[a][b];
}

/* Both ways between two places, so that each pair of an order is looked up once. */
static void fold_ways(struct sums *s)
{
    for (unsigned a = 0; a < s->places; a++)
        for (unsigned b = a + 1; b < s->places; b++)
            for (unsigned d = 1; d < s->places; d++) {
                int64_t both = s->of[a][b][d] + s->of[b][a][s->places - d];
                s->of[a][b][d] = both;
                s->of[b][a][s->places - d] = both;
            }
}

/* What place x at `at` adds to the places before it. */
static int64_t gain_at(const struct sums *s, const uint8_t *order, unsigned at, unsigned x)
{
    int64_t gain = 0;
    for (unsigned i = 0; i < at; i++)
        gain += s->of[order[i]][x][at - i];
    return gain;
}

static int64_t sum_order(const struct sums *s, const uint8_t *order)
{
    int64_t sum = 0;
    for (unsigned at = 1; at < s->places; at++)
        sum += gain_at(s, order, at, order[at]);
    return sum;
}

struct trial {
    const struct sums *sums;
    uint8_t order[CIRCUIT_PLACES], best[CIRCUIT_PLACES];
    int64_t most;
};

/* All orders with these first places, in lexicographic order. `used`: bit by bit. */
static void try_from(struct trial *t, unsigned at, unsigned used,
                     int64_t sum) /* NOLINT(misc-no-recursion): six deep */
{
    if (at == t->sums->places) {
        if (sum > t->most) {
            t->most = sum;
            memcpy(t->best, t->order, sizeof t->best);
        }
        return;
    }
    for (unsigned x = 1; x < t->sums->places; x++) {
        if (used >> x & 1)
            continue;
        t->order[at] = (uint8_t)x;
        try_from(t, at + 1, used | 1u << x, sum + gain_at(t->sums, t->order, at, x));
    }
}

static int64_t try_all(const struct sums *s, uint8_t *best)
{
    struct trial t = {.sums = s, .most = INT64_MIN};
    try_from(&t, 1, 1, 0);
    memcpy(best, t.best, sizeof t.best);
    return t.most;
}

/* After each place the one that follows it best. */
static void chain_places(const struct sums *s, uint8_t *order)
{
    bool is_used[CIRCUIT_PLACES] = {true};
    order[0] = 0;
    for (unsigned i = 1; i < s->places; i++) {
        unsigned best = 0;
        for (unsigned b = 1; b < s->places; b++)
            if (!is_used[b] && (!best || s->of[order[i - 1]][b][1] > s->of[order[i - 1]][best][1]))
                best = b;
        is_used[best] = true;
        order[i] = (uint8_t)best;
    }
}

static void move_place(const uint8_t *order, unsigned places, unsigned from, unsigned to, uint8_t *out)
{
    unsigned at = 0;
    for (unsigned i = 0; i < places; i++) {
        if (i == from)
            continue;
        if (at == to)
            out[at++] = order[from];
        out[at++] = order[i];
    }
    if (at < places)
        out[at] = order[from];
}

static int64_t climb(const struct sums *s, uint8_t *best)
{
    uint8_t other[CIRCUIT_PLACES];
    chain_places(s, best);
    int64_t most = sum_order(s, best);
    bool is_better = true;
    while (is_better) {
        is_better = false;
        for (unsigned from = 1; from < s->places; from++)
            for (unsigned to = 1; to < s->places; to++) {
                move_place(best, s->places, from, to, other);
                int64_t sum = from == to ? most : sum_order(s, other);
                if (sum > most) {
                    most = sum;
                    memcpy(best, other, s->places);
                    is_better = true;
                }
            }
    }
    return most;
}

/* About 1.7 times shorter and longer: what one place more or less in a cycle changes. */
static bool is_near(unsigned half_days, unsigned near)
{
    return near == 0 || (half_days * 5 >= near * 3 && half_days * 3 <= near * 5);
}

void fit_cycle(const struct fit_weights *w, const struct move *moves, size_t count, unsigned near,
               struct cycle *out)
{
    struct sums sums;
    uint8_t order[CIRCUIT_PLACES] = {0};
    *out = (struct cycle){.places = (uint8_t)w->places, .bits = INT64_MIN};
    for (unsigned i = 0; i < CIRCUIT_DWELLS; i++) {
        if (!is_near(dwells[i], near))
            continue;
        add_moves(w, moves, count, i, &sums);
        fold_ways(&sums);
        int64_t bits = w->places <= EXHAUSTIVE ? try_all(&sums, order) : climb(&sums, order);
        if (bits <= out->bits)
            continue;
        out->bits = bits;
        out->half_days = dwells[i];
        memcpy(out->order, order, sizeof order);
    }
    for (unsigned i = 0; i < w->places; i++)
        out->position[out->order[i]] = (uint8_t)i;
}

static unsigned distance(const struct cycle *cycle, struct move move)
{
    unsigned n = cycle->places;
    return (cycle->position[move.to] + n - cycle->position[move.from]) % n;
}

int32_t fit_move(const struct fit_weights *w, const struct cycle *cycle, struct move move)
{
    const int32_t *bits = w->bits[move.from][move.to];
    unsigned d = distance(cycle, move);
    struct reach reach = find_reach(move.half_days, cycle->half_days, cycle->places, &w->reaches->options);
    return reach.distance[0] == REACH_NONE ? 0
           : d == reach.distance[0]        ? bits[reach.level[0]]
           : d == reach.distance[1]        ? bits[reach.level[1]]
                                           : bits[0];
}

unsigned fit_steps(const struct cycle *cycle, struct move move)
{
    unsigned d = distance(cycle, move);
    unsigned round = cycle->places * cycle->half_days;
    unsigned shifted = move.half_days + round / 2;
    unsigned least = d * cycle->half_days;
    return d + (shifted > least ? (shifted - least) / round * cycle->places : 0);
}
