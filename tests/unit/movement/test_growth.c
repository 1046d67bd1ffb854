/* Centres, bursts, next places, conflicts and meetings, each against a naive twin or cases made by hand. */
#include "base/memory.h"
#include "base/random.h"
#include "movement/growth.h"
#include "movement/meetings.h"
#include "places/coordinates.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define DAY    ((int64_t)86400)
#define HOUR   ((int64_t)3600)
#define MOST   600
#define PLACES 8

struct fixture {
    struct sighting sightings[MOST + 1];
    struct place places[PLACES + 1];
    uint32_t group_of[MOST + 2];
    struct sighting_table table;
};

static void fixture_init(struct fixture *f)
{
    memset(f, 0, sizeof *f);
    f->table = (struct sighting_table){
        .place_count = PLACES, .places = f->places, .sightings = f->sightings, .count = 0};
    for (int i = 1; i <= PLACES; i++)
        f->places[i] = (struct place){.lat = 49 + i * 0.5, .lon = 3 + (i * 7 % 5)};
    f->places[PLACES].lat = f->places[PLACES].lon = (double)NAN;
}

static record_id see(struct fixture *f, uint32_t group, place_id place, int64_t begin, int64_t end)
{
    record_id id = (record_id)f->table.count + 1;
    f->sightings[f->table.count++] =
        (struct sighting){.record = id, .place = place, .begin = begin, .end = end};
    f->group_of[id] = group;
    return id;
}

static void draw(struct fixture *f, struct random *r, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        int64_t begin =
            random_below(r, 3000) ? random_below(r, 1400) * DAY + random_below(r, 86400) : TIME_NONE;
        see(f, random_below(r, 4), random_below(r, PLACES + 1), begin,
            begin == TIME_NONE ? begin : begin + HOUR);
    }
}

static int year_of(int64_t seconds)
{
    return calendar_civil(seconds / DAY).year;
}

static void check_year(const struct fixture *f, const struct network_year *y)
{
    uint32_t at[PLACES + 1] = {0};
    uint32_t total = 0;
    uint32_t distinct = 0;
    place_id most = 0;
    place_id centre = 0;
    double least = HUGE_VAL;
    for (size_t i = 0; i < f->table.count; i++) {
        const struct sighting *s = &f->sightings[i];
        if (!s->place || s->begin == TIME_NONE || f->group_of[s->record] != y->network ||
            (y->year && year_of(s->begin) != y->year))
            continue;
        at[s->place]++;
        total++;
    }
    for (place_id p = 1; p <= PLACES; p++) {
        double km = 0;
        distinct += at[p] > 0;
        most = at[p] > at[most] ? p : most;
        for (place_id q = 1; q < PLACES; q++)
            km += at[q] *
                  coordinates_km(f->places[p].lat, f->places[p].lon, f->places[q].lat, f->places[q].lon);
        if (at[p] && p < PLACES && km < least - 0.01) {
            least = km;
            centre = p;
        }
    }
    assert_int_equal(y->sightings, total);
    assert_int_equal(y->places, distinct);
    assert_int_equal(y->most, most);
    assert_int_equal(y->there, at[most]);
    assert_int_equal(y->centre, centre);
    if (centre)
        assert_true(fabs(y->km - least / (total - at[PLACES])) <= 1.01);
}

static void years_are_those_of_the_naive_twin(void **state)
{
    (void)state;
    static struct fixture f;
    struct growth_table t;
    struct random r;
    random_init(&r, 1);
    for (int round = 0; round < 8; round++) {
        fixture_init(&f);
        draw(&f, &r, MOST);
        assert_int_equal(growth_table_build(&f.table, f.group_of, &growth_defaults, &t, NULL), BOWLINE_OK);
        assert_int_equal(t.year_count, 3 * 5);
        for (size_t i = 0; i < t.year_count; i++)
            check_year(&f, &t.years[i]);
        growth_table_release(&t);
    }
}

/* The best of all ways through the months, tried one by one. */
static int64_t best_way(const int64_t *saves, unsigned months, int64_t cost)
{
    int64_t best = INT64_MIN;
    for (unsigned way = 0; way < 1u << months; way++) {
        int64_t sum = 0;
        for (unsigned m = 0; m < months; m++) {
            bool is_high = way >> m & 1;
            bool was_high = m && (way >> (m - 1) & 1);
            sum += is_high ? saves[m] : 0;
            sum -= is_high && !was_high ? cost : 0;
        }
        best = sum > best ? sum : best;
    }
    return best;
}

static void bursts_save_as_much_as_any_way_through_the_months(void **state)
{
    (void)state;
    enum { MONTHS = 12 };
    static struct fixture f;
    struct random r;
    random_init(&r, 2);
    unsigned with_bursts = 0;
    for (int round = 0; round < 40; round++) {
        uint32_t own[MONTHS] = {0};
        uint32_t all[MONTHS] = {0};
        int64_t saves[MONTHS];
        struct growth_table t;
        fixture_init(&f);
        uint32_t sum = 0;
        for (unsigned m = 0; m < MONTHS; m++) {
            uint32_t busy = random_below(&r, 3) == 0 ? 25 : 4;
            for (uint32_t i = 0; i < 44; i++) {
                bool is_own = i < busy;
                see(&f, is_own ? 1 : 2, 1, calendar_days((struct civil){2024, (int)m + 1, 5}) * DAY,
                    TIME_NONE);
                own[m] += is_own;
                all[m]++;
            }
            sum += own[m];
        }
        double usual = (double)sum / (44 * MONTHS);
        for (unsigned m = 0; m < MONTHS; m++)
            saves[m] = (int64_t)bits_of_ratio(2) * own[m] +
                       llround(log2((1 - fmin(2 * usual, 0.9999)) / (1 - usual)) * 1000 * (all[m] - own[m]));
        assert_int_equal(growth_table_build(&f.table, f.group_of, &growth_defaults, &t, NULL), BOWLINE_OK);
        int64_t found = 0;
        for (size_t i = 0; i < t.burst_count && t.bursts[i].network == 1; i++) {
            int64_t bits = 0;
            for (int32_t m = t.bursts[i].first_month; m <= t.bursts[i].last_month; m++)
                bits += saves[m - 2024 * 12];
            assert_int_equal(t.bursts[i].bits, bits < BITS_MOST ? bits : BITS_MOST);
            found += bits - bits_of_ratio(MONTHS);
            with_bursts++;
        }
        if (2 * usual < 0.9999)
            assert_int_equal(found, best_way(saves, MONTHS, bits_of_ratio(MONTHS)));
        growth_table_release(&t);
    }
    assert_true(with_bursts > 10);
}

static int compare_numbers(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static void next_places_are_counted(void **state)
{
    (void)state;
    static struct trace traces[40];
    static struct step steps[800];
    struct trace_table table = {.traces = traces, .steps = steps};
    struct route_list list;
    struct random r;
    random_init(&r, 3);
    for (uint32_t t = 0; t < 40; t++) {
        traces[t] = (struct trace){.unit = 1 + t / 10, .step_count = 20, .first_step = table.step_count};
        for (int i = 0; i < 20; i++) {
            int64_t begin = (i * 30 + random_below(&r, 20)) * DAY / 2;
            steps[table.step_count++] = (struct step){
                .place = 1 + (uint32_t)(i % 2) * (1 + random_below(&r, 3)), .begin = begin, .last = begin};
        }
    }
    table.count = 40;
    assert_int_equal(route_list_build(&table, &list, NULL), BOWLINE_OK);
    assert_int_equal(list.count, 4 * 6);
    for (size_t k = 0; k < list.count; k++) {
        uint32_t gaps[800];
        uint32_t count = 0;
        for (size_t t = 0; t < 40; t++)
            for (size_t i = 1; traces[t].unit == list.rows[k].unit && i < 20; i++) {
                const struct step *s = &steps[traces[t].first_step + i];
                if (s[-1].place == list.rows[k].from && s->place == list.rows[k].to)
                    gaps[count++] = (uint32_t)((s->begin - s[-1].last) / (DAY / 2));
            }
        qsort(gaps, count, sizeof *gaps, compare_numbers);
        assert_int_equal(list.rows[k].moves, count);
        assert_int_equal(list.rows[k].half_days, gaps[(count - 1) / 2]);
    }
    route_list_release(&list);
}

static void what_one_person_cannot_have_done_is_told(void **state)
{
    (void)state;
    static struct fixture f;
    struct conflict_list list;
    fixture_init(&f);
    see(&f, 1, 1, 0, 1); /* a town, and one 220 km away ten minutes later */
    see(&f, 1, 5, HOUR / 6, HOUR / 6 + 1);
    see(&f, 2, 1, 0, 1); /* four hours later: one may travel so */
    see(&f, 2, 5, 4 * HOUR, 4 * HOUR + 1);
    see(&f, 3, 1, 0, 10 * DAY); /* ten days at one, and days in the middle at another */
    see(&f, 3, 2, 4 * DAY, 4 * DAY + 1);
    see(&f, 3, 1, 4 * DAY + 5 * HOUR, 4 * DAY + 6 * HOUR);
    see(&f, 3, 5, 6 * DAY, 8 * DAY + DAY / 2); /* against the one that ends last, not the one before */
    see(&f, 4, 1, 0, DAY);                     /* two places on one day, times unknown */
    see(&f, 4, 5, 0, DAY);
    see(&f, 5, 1, 0, 1); /* nobody says where that is */
    see(&f, 5, PLACES, 0, 1);
    see(&f, 6, 1, 0, 5 * DAY); /* leaves the day the next begins */
    see(&f, 6, 5, 4 * DAY, 9 * DAY);
    assert_int_equal(conflict_list_build(&f.table, f.group_of, &conflict_defaults, &list, NULL), BOWLINE_OK);
    assert_int_equal(list.count, 2);
    assert_int_equal(list.rows[0].entity, 1);
    assert_int_equal(list.rows[0].kind, CONFLICT_FAST);
    assert_int_equal(list.rows[0].count, 1);
    assert_int_equal(list.rows[0].seconds, HOUR / 6 + 1);
    assert_true(list.rows[0].km > 200 && list.rows[0].km < 300);
    assert_int_equal(list.rows[1].entity, 3);
    assert_int_equal(list.rows[1].kind, CONFLICT_TWICE);
    assert_int_equal(list.rows[1].count, 2);
    assert_int_equal(list.rows[1].from, 5);
    assert_int_equal(list.rows[1].to, 6);
    conflict_list_release(&list);
}

static void add_visit(struct visit_table *t, uint32_t entity, place_id place, int64_t day)
{
    t->visits[t->count++] =
        (struct visit){.entity = entity, .place = place, .begin = day * DAY, .end = day * DAY};
}

static int compare_visits(const void *a, const void *b)
{
    const struct visit *x = a;
    const struct visit *y = b;
    return x->entity != y->entity ? (x->entity > y->entity) - (x->entity < y->entity)
                                  : (x->begin > y->begin) - (x->begin < y->begin);
}

/* Twenty who travel as chance has it, and two who travel together. */
static void who_arrives_together_is_found(void **state)
{
    (void)state;
    static struct visit visits[4000];
    struct visit_table table = {.visits = visits};
    struct meeting_list list;
    struct random r;
    random_init(&r, 4);
    for (int64_t week = 0; week < 120; week++)
        for (uint32_t e = 1; e <= 22; e++) {
            if (random_below(&r, 2))
                continue;
            uint32_t place = 1 + random_below(&r, 12);
            add_visit(&table, e, place, week * 7 + random_below(&r, 7));
            if (e == 3 && week % 2 == 0)
                add_visit(&table, 17, place, week * 7 + random_below(&r, 7));
        }
    qsort(visits, table.count, sizeof *visits, compare_visits);
    assert_int_equal(meeting_list_build(&table, &meeting_defaults, &list, NULL), BOWLINE_OK);
    assert_int_equal(list.count, 1);
    assert_int_equal(list.rows[0].a, 3);
    assert_int_equal(list.rows[0].b, 17);
    uint32_t times = 0; /* weeks and places in which both arrived */
    for (int64_t week = 0; week < 120; week++)
        for (place_id p = 1; p <= 12; p++) {
            unsigned who = 0;
            for (size_t i = 0; i < table.count; i++)
                if (visits[i].begin / DAY / 7 == week && visits[i].place == p)
                    who |= visits[i].entity == 3 ? 1 : visits[i].entity == 17 ? 2 : 0;
            times += who == 3;
        }
    assert_int_equal(list.rows[0].times, times);
    assert_true(list.rows[0].expected > 500 && list.rows[0].expected < 9000);
    meeting_list_release(&list);
}

static void every_failure_of_memory_is_returned(void **state)
{
    (void)state;
    static struct fixture f;
    static struct visit visits[40];
    struct visit_table table = {.visits = visits};
    struct random r;
    random_init(&r, 9);
    fixture_init(&f);
    draw(&f, &r, 40);
    see(&f, 1, 1, 0, 1);
    see(&f, 1, 5, 1, 2);
    for (uint32_t e = 1; e <= 4; e++)
        for (int day = 0; day < 80; day += 8)
            add_visit(&table, e, 1, day);
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        struct growth_table growth = {0};
        struct conflict_list conflicts = {0};
        struct meeting_list meetings = {0};
        failing_memory_begin(&memory, n);
        enum bowline_status status =
            growth_table_build(&f.table, f.group_of, &growth_defaults, &growth, NULL);
        if (status == BOWLINE_OK)
            status = conflict_list_build(&f.table, f.group_of, &conflict_defaults, &conflicts, NULL);
        if (status == BOWLINE_OK)
            status = meeting_list_build(&table, &meeting_defaults, &meetings, NULL);
        bool has_failed = failing_memory_end(&memory);
        assert_int_equal(status, has_failed ? BOWLINE_ERROR_MEMORY : BOWLINE_OK);
        growth_table_release(&growth);
        conflict_list_release(&conflicts);
        meeting_list_release(&meetings);
        if (!has_failed) {
            assert_true(n > 15);
            break;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(years_are_those_of_the_naive_twin),
        cmocka_unit_test(bursts_save_as_much_as_any_way_through_the_months),
        cmocka_unit_test(next_places_are_counted),
        cmocka_unit_test(what_one_person_cannot_have_done_is_told),
        cmocka_unit_test(who_arrives_together_is_found),
        cmocka_unit_test(every_failure_of_memory_is_returned),
    };
    return cmocka_run_group_tests_name("growth", tests, NULL, NULL);
}
