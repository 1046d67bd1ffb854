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
    int32_t of[CIRCUIT_PLACES][CIRCUIT_PLACES][CIRCUIT_PLACES];
    unsigned places;
};

void fit_weights_init(struct fit_weights *w, const uint32_t *visits, unsigned places, uint32_t elsewhere,
                      const struct fit_options *options)
{
    double total = elsewhere;
    double stray = options->stray_percent / 100.0;
    *w = (struct fit_weights){.places = places, .options = options};
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

/* How sure the model is that a move of that length goes on by k places of n, given that it moved: the two
 * distances that it may have gone, and their levels. */
struct reach {
    unsigned distance[2];
    unsigned level[2];
};

static bool find_reach(unsigned half_days, unsigned dwell, unsigned places, const struct fit_options *options,
                       struct reach *out)
{
    unsigned whole = half_days / dwell;
    unsigned part = half_days % dwell;
    if (half_days > options->steps_most * dwell)
        return false;
    unsigned chance[2] = {dwell - part, part};
    unsigned moved = 0;
    for (unsigned i = 0; i < 2; i++) {
        out->distance[i] = (whole + i) % places;
        moved += out->distance[i] ? chance[i] : 0;
    }
    for (unsigned i = 0; i < 2; i++) /* who has hardly had time to move may be anywhere next to it */
        out->level[i] =
            moved * 20 <= dwell ? LEVEL_MOST / (places - 1) : (chance[i] * LEVEL_MOST + moved / 2) / moved;
    return true;
}

static void add_moves(const struct fit_weights *w, const struct move *moves, size_t count, unsigned dwell,
                      struct sums *out)
{
    int32_t all[CIRCUIT_PLACES][CIRCUIT_PLACES] = {{0}};
    memset(out->of, 0, sizeof out->of);
    out->places = w->places;
    for (size_t i = 0; i < count; i++) {
        struct reach reach;
        const struct move *m = &moves[i];
        if (!find_reach(m->half_days, dwell, w->places, w->options, &reach))
            continue;
        const int32_t *bits = w->bits[m->from][m->to];
        all[m->from][m->to] += bits[0];
        for (unsigned k = 0; k < 2; k++)
            if (reach.distance[k])
                out->of[m->from][m->to][reach.distance[k]] += bits[reach.level[k]] - bits[0];
    }
    for (unsigned a = 0; a < w->places; a++)
        for (unsigned b = 0; b < w->places; b++)
            for (unsigned d = 1; d < w->places; d++)
                out->of[a][b][d] += all[a][b];
}

static int64_t sum_order(const struct sums *s, const uint8_t *order)
{
    int64_t sum = 0;
    for (unsigned i = 0; i < s->places; i++)
        for (unsigned d = 1; d < s->places; d++) {
            unsigned j = i + d < s->places ? i + d : i + d - s->places;
            sum += s->of[order[i]][order[j]][d];
        }
    return sum;
}

/* The next order in lexicographic order that begins with the same place; false after the last. */
static bool next_order(uint8_t *order, unsigned places)
{
    unsigned i = places - 1;
    while (i > 1 && order[i - 1] > order[i])
        i--;
    if (i <= 1)
        return false;
    unsigned j = places - 1;
    while (order[j] < order[i - 1])
        j--;
    uint8_t swap = order[i - 1];
    order[i - 1] = order[j];
    order[j] = swap;
    for (unsigned a = i, b = places - 1; a < b; a++, b--) {
        swap = order[a];
        order[a] = order[b];
        order[b] = swap;
    }
    return true;
}

static int64_t try_all(const struct sums *s, uint8_t *best)
{
    uint8_t order[CIRCUIT_PLACES];
    int64_t most = INT64_MIN;
    for (unsigned i = 0; i < s->places; i++)
        order[i] = (uint8_t)i;
    do {
        int64_t sum = sum_order(s, order);
        if (sum > most) {
            most = sum;
            memcpy(best, order, sizeof order);
        }
    } while (next_order(order, s->places));
    return most;
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

void fit_cycle(const struct fit_weights *w, const struct move *moves, size_t count, struct cycle *out)
{
    struct sums sums;
    uint8_t order[CIRCUIT_PLACES] = {0};
    *out = (struct cycle){.places = (uint8_t)w->places, .bits = INT64_MIN};
    for (unsigned i = 0; i < CIRCUIT_DWELLS; i++) {
        add_moves(w, moves, count, dwells[i], &sums);
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
    struct reach reach;
    const int32_t *bits = w->bits[move.from][move.to];
    unsigned d = distance(cycle, move);
    if (!find_reach(move.half_days, cycle->half_days, cycle->places, w->options, &reach))
        return 0;
    return d == reach.distance[0]   ? bits[reach.level[0]]
           : d == reach.distance[1] ? bits[reach.level[1]]
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
