/* Entities that arrive together: the pairs of each place and week, against how popular both were. */
#include "movement/meetings.h"

#include "base/memory.h"
#include "base/sort.h"

#include <math.h>

const struct meeting_options meeting_defaults = {
    .days = 7, .crowd_most = 30, .times_least = 3, .bits_least = 10000};

enum { DAY = 86400 };

/* An entity came to a place in a week. */
struct arrival {
    uint32_t week, entity;
    place_id place;
    uint32_t others; /* entities that came to that place in that week besides */
    int64_t begin;
};

struct meeting_up {
    const struct meeting_options *options;
    struct arrival *arrivals; /* by week, place, entity; each once */
    size_t count;
    uint32_t *in_week;       /* [week]: arrivals */
    struct sort_pair *pairs; /* a << 32 | b, and the arrival of a where they met */
    size_t pair_count, pair_capacity;
    struct sort_pair *by_entity; /* entity << 32 | week, and the arrival */
};

void meeting_list_release(struct meeting_list *list)
{
    memory_free(list->rows);
    *list = (struct meeting_list){0};
}

static int64_t week_of(const struct meeting_up *m, int64_t begin)
{
    int64_t length = (int64_t)m->options->days * DAY;
    return begin >= 0 ? begin / length : -((length - 1 - begin) / length);
}

/* Arrivals by week and place: visits come by entity, begin, so that stable sorts keep that order. */
static bool order_arrivals(struct meeting_up *m, const struct visit_table *visits)
{
    struct sort_pair *pairs = memory_new(visits->count, sizeof *pairs);
    int64_t first = INT64_MAX;
    m->arrivals = memory_new(visits->count, sizeof *m->arrivals);
    for (size_t i = 0; i < visits->count; i++) {
        int64_t week = week_of(m, visits->visits[i].begin);
        first = week < first ? week : first;
    }
    for (size_t i = 0; pairs && i < visits->count; i++) {
        int64_t week = week_of(m, visits->visits[i].begin) - first;
        uint32_t kept = week < UINT32_MAX / 2 ? (uint32_t)week : UINT32_MAX / 2;
        pairs[i] = (struct sort_pair){(uint64_t)kept << 32 | visits->visits[i].place, i};
    }
    bool is_done = pairs && m->arrivals && sort_pairs(pairs, visits->count);
    for (size_t i = 0; is_done && i < visits->count; i++) {
        const struct visit *v = &visits->visits[pairs[i].value];
        struct arrival a = {(uint32_t)(pairs[i].key >> 32), v->entity, v->place, 0, v->begin};
        const struct arrival *last = m->count ? &m->arrivals[m->count - 1] : NULL;
        if (!last || last->week != a.week || last->place != a.place || last->entity != a.entity)
            m->arrivals[m->count++] = a;
    }
    memory_free(pairs);
    return is_done;
}

/* Runs of one place and week: how many came, and who met whom. */
static bool pair_up(struct meeting_up *m)
{
    size_t end;
    for (size_t begin = 0; begin < m->count; begin = end) {
        const struct arrival *first = &m->arrivals[begin];
        for (end = begin;
             end < m->count && m->arrivals[end].week == first->week && m->arrivals[end].place == first->place;
             end++)
            ;
        for (size_t i = begin; i < end; i++)
            m->arrivals[i].others = (uint32_t)(end - begin - 1);
        if (end - begin > m->options->crowd_most)
            continue;
        for (size_t i = begin; i < end; i++)
            for (size_t k = i + 1; k < end; k++) {
                if (!memory_reserve(&m->pairs, &m->pair_capacity, m->pair_count + 1, UINT32_MAX))
                    return false;
                m->pairs[m->pair_count++] =
                    (struct sort_pair){(uint64_t)m->arrivals[i].entity << 32 | m->arrivals[k].entity, i};
            }
    }
    return sort_pairs(m->pairs, m->pair_count);
}

/* How many arrivals there are in each week: only weeks that have any. */
static bool count_weeks(struct meeting_up *m)
{
    uint32_t distinct = 0;
    for (size_t i = 0; i < m->count; i++) /* far-off years must not cost memory: weeks are numbered anew */
        distinct += i == 0 || m->arrivals[i].week != m->arrivals[i - 1].week;
    m->in_week = memory_new((size_t)distinct + 1, sizeof *m->in_week);
    m->by_entity = memory_new(m->count, sizeof *m->by_entity);
    uint32_t week = 0;
    uint32_t before = 0;
    for (size_t i = 0; m->in_week && i < m->count; i++) {
        week += i > 0 && m->arrivals[i].week != before;
        before = m->arrivals[i].week;
        m->arrivals[i].week = week;
        m->in_week[week]++;
    }
    for (size_t i = 0; m->by_entity && i < m->count; i++)
        m->by_entity[i] = (struct sort_pair){(uint64_t)m->arrivals[i].entity << 32 | m->arrivals[i].week, i};
    return m->in_week && m->by_entity && sort_pairs(m->by_entity, m->count);
}

static size_t find_first(const struct meeting_up *m, uint64_t key)
{
    size_t low = 0;
    for (size_t high = m->count; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (m->by_entity[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Both are walked week by week. Of the arrivals of others in that week those at the place, with half a one
 * more (Krichevsky and Trofimov 1981), so that a place where nobody else came is not impossible. In
 * millionths: sums are whole. */
static uint64_t expect(const struct meeting_up *m, uint32_t a, uint32_t b)
{
    uint64_t sum = 0;
    size_t j = find_first(m, (uint64_t)b << 32);
    for (size_t i = find_first(m, (uint64_t)a << 32); i < m->count && m->by_entity[i].key >> 32 == a; i++) {
        const struct arrival *x = &m->arrivals[m->by_entity[i].value];
        uint64_t same = (uint64_t)b << 32 | x->week;
        while (j < m->count && m->by_entity[j].key < same)
            j++;
        uint64_t own = 0;
        uint64_t there = x->others;
        for (size_t k = j; k < m->count && m->by_entity[k].key == same; k++) {
            own++;
            there -= m->arrivals[m->by_entity[k].value].place == x->place;
        }
        sum += own * (2 * there + 1) * UINT64_C(1000000) / (2 * (m->in_week[x->week] - own));
    }
    return sum;
}

/* -log2 of the chance of `times` or more where `mean` are expected. */
static millibits poisson_surprise(uint32_t times, double mean)
{
    double term = exp(-mean + times * log(mean) - lgamma(times + 1.0));
    double tail = 0;
    for (uint32_t k = times; k < times + 200; k++) {
        tail += term;
        term *= mean / (k + 1);
    }
    return tail > 0 && tail < 1 ? bits_of_ratio(1 / tail) : tail > 0 ? 0 : BITS_MOST;
}

static void judge_pair(const struct meeting_up *m, size_t begin, size_t end, struct meeting_list *out)
{
    uint32_t a = (uint32_t)(m->pairs[begin].key >> 32);
    uint32_t b = (uint32_t)m->pairs[begin].key;
    const struct arrival *first = &m->arrivals[m->pairs[begin].value];
    if (end - begin < m->options->times_least)
        return;
    uint64_t expected = expect(m, a, b);
    struct meeting row = {
        .a = a, .b = b, .times = (uint32_t)(end - begin), .place = first->place, .begin = first->begin};
    row.expected = (uint32_t)(expected / 1000 < UINT32_MAX ? expected / 1000 : UINT32_MAX);
    row.bits =
        poisson_surprise(row.times, fmax((double)expected, 1) / 1e6) - bits_of_ratio((double)out->pairs);
    if (row.bits >= m->options->bits_least)
        out->rows[out->count++] = row;
}

static bool judge_pairs(const struct meeting_up *m, struct meeting_list *out)
{
    size_t end;
    for (size_t i = 0; i < m->pair_count; i++)
        out->pairs += i == 0 || m->pairs[i].key != m->pairs[i - 1].key;
    out->rows = memory_new(out->pairs, sizeof *out->rows);
    for (size_t begin = 0; out->rows && begin < m->pair_count; begin = end) {
        for (end = begin; end < m->pair_count && m->pairs[end].key == m->pairs[begin].key; end++)
            ;
        judge_pair(m, begin, end, out);
    }
    return out->rows != NULL;
}

enum bowline_status meeting_list_build(const struct visit_table *visits,
                                       const struct meeting_options *options, struct meeting_list *out,
                                       struct bowline_error *err)
{
    struct meeting_up m = {.options = options};
    *out = (struct meeting_list){0};
    bool is_done = order_arrivals(&m, visits) && pair_up(&m) && count_weeks(&m) && judge_pairs(&m, out);
    memory_free(m.arrivals);
    memory_free(m.in_week);
    memory_free(m.pairs);
    memory_free(m.by_entity);
    if (is_done)
        return BOWLINE_OK;
    meeting_list_release(out);
    return error_memory(err);
}
