/* Cycles and circuits: the fit against a naive twin over all orders, planted circuits found, none found in
 * chance. */
#include "base/memory.h"
#include "base/random.h"
#include "movement/circuit_search.h"
#include "support/cmocka_all.h"
#include "support/eager_parallel.h"
#include "support/failing_memory.h"

#include <math.h>
#include <stdlib.h>

#define DAY   ((int64_t)86400)
#define MOVES 60

/* What a move weighs, from the definition: who has moved is k places on with the chance 1 - |t / dwell - k|.
 */
static int64_t naive_move(const struct fit_weights *w, const uint8_t *position, unsigned dwell, struct move m)
{
    unsigned n = w->places;
    unsigned on = (position[m.to] + n - position[m.from]) % n;
    double t = (double)m.half_days / dwell;
    double moved = 0;
    double chance = 0;
    if (m.half_days > w->reaches->options.steps_most * dwell)
        return 0;
    for (unsigned k = 0; k <= w->reaches->options.steps_most + 1; k++) {
        double c = fmax(0, 1 - fabs(t - k));
        moved += k % n ? c : 0;
        chance += k % n == on ? c : 0;
    }
    bool is_near = on == (unsigned)t % n || on == ((unsigned)t + 1) % n;
    unsigned level = (unsigned)floor(chance / moved * 32 + 0.5);
    if (moved * 20 <= 1)
        level = is_near ? 32 / (n - 1) : 0;
    return w->bits[m.from][m.to][level];
}

static int64_t naive_sum(const struct fit_weights *w, const uint8_t *order, unsigned dwell,
                         const struct move *moves, size_t count)
{
    uint8_t position[CIRCUIT_PLACES];
    int64_t sum = 0;
    for (unsigned i = 0; i < w->places; i++)
        position[order[i]] = (uint8_t)i;
    for (size_t i = 0; i < count; i++)
        sum += naive_move(w, position, dwell, moves[i]);
    return sum;
}

static int64_t naive_best(const struct fit_weights *w, uint8_t *order, unsigned at, unsigned dwell,
                          const struct move *moves)
{
    if (at == w->places)
        return naive_sum(w, order, dwell, moves, MOVES);
    int64_t best = INT64_MIN;
    for (unsigned i = at; i < w->places; i++) {
        uint8_t swap = order[at];
        order[at] = order[i];
        order[i] = swap;
        int64_t sum = naive_best(w, order, at + 1, dwell, moves);
        best = sum > best ? sum : best;
        order[i] = order[at];
        order[at] = swap;
    }
    return best;
}

static void draw_moves(struct random *r, unsigned places, struct move *moves, uint32_t *visits)
{
    for (size_t i = 0; i < MOVES; i++) {
        uint8_t from = (uint8_t)random_below(r, places);
        uint8_t to = (uint8_t)((from + 1 + random_below(r, places - 1)) % places);
        moves[i] = (struct move){from, to, (uint16_t)random_below(r, 120)};
        visits[to]++;
    }
}

static void a_fit_is_the_best_of_all_orders(void **state)
{
    (void)state;
    static struct reach_table reaches;
    struct random r;
    random_init(&r, 1);
    reach_table_init(&reaches, &circuit_defaults.fit);
    for (int round = 0; round < 40; round++) {
        static struct fit_weights w;
        struct move moves[MOVES];
        struct cycle cycle;
        uint32_t visits[CIRCUIT_PLACES] = {0};
        uint8_t order[CIRCUIT_PLACES] = {0, 1, 2, 3, 4};
        unsigned places = 3 + random_below(&r, 3);
        draw_moves(&r, places, moves, visits);
        fit_weights_init(&w, visits, places, 5, &reaches);
        fit_cycle(&w, moves, MOVES, 0, &cycle);
        assert_int_equal(cycle.bits, naive_sum(&w, cycle.order, cycle.half_days, moves, MOVES));
        assert_int_equal(cycle.bits, naive_best(&w, order, 1, cycle.half_days, moves));
        int64_t sum = 0;
        for (size_t i = 0; i < MOVES; i++)
            sum += fit_move(&w, &cycle, moves[i]);
        assert_int_equal(sum, cycle.bits);
    }
}

/* The step that is nearest to what the time says, of those that the cycle allows. */
static void steps_are_those_nearest_in_time(void **state)
{
    (void)state;
    const struct cycle cycle = {
        .order = {0, 1, 2, 3}, .position = {0, 1, 2, 3}, .places = 4, .half_days = 10};
    for (uint16_t t = 0; t < 200; t++)
        for (uint8_t to = 1; to < 4; to++) {
            unsigned best = to;
            for (unsigned k = to; k < 40; k += 4)
                if (abs((int)(k * 10) - t) < abs((int)(best * 10) - t))
                    best = k;
            unsigned steps = fit_steps(&cycle, (struct move){0, to, t});
            assert_int_equal(abs((int)(steps * 10) - t), abs((int)(best * 10) - t));
            assert_int_equal(steps % 4, to);
        }
}

static void a_surprise_is_the_tail_of_the_draws(void **state)
{
    (void)state;
    int64_t draws[1000];
    struct random r;
    random_init(&r, 2);
    for (int i = 0; i < 1000; i++) /* Gumbel variates of mode 5000 and scale 700 */
        draws[i] = (int64_t)(5000 - 700 * log(-log((random_below(&r, 1000000) + 0.5) / 1e6)));
    assert_true(abs(gumbel_surprise(draws, 1000, 5000 + 700 * 7) - 10100) < 700); /* e^-7: 10.1 bits */
    assert_true(abs(gumbel_surprise(draws, 1000, 5000) - 662) < 100);             /* 1 - 1/e */
    assert_int_equal(gumbel_surprise((int64_t[]){4, 4, 4}, 3, 9), 0);
}

/* Traces made by hand. */
struct walk {
    struct trace traces[64];
    struct step steps[4096];
    struct trace_table table;
};

static void walk_init(struct walk *w)
{
    w->table = (struct trace_table){.traces = w->traces, .steps = w->steps};
}

static void begin_trace(struct walk *w, uint32_t unit)
{
    w->traces[w->table.count++] = (struct trace){.unit = unit, .first_step = w->table.step_count};
}

static void add_step(struct walk *w, place_id place, int64_t time)
{
    w->steps[w->table.step_count] =
        (struct step){place, (record_id)w->table.step_count + 1, time, time, time + 3600, 1};
    w->table.step_count++;
    w->traces[w->table.count - 1].step_count++;
}

/* Goes round `places` with `dwell` days at each, and is seen every `gap` days or so; one in ten elsewhere. */
static void walk_round(struct walk *w, const place_id *places, unsigned count, unsigned dwell,
                       struct random *r)
{
    int64_t day = random_below(r, 40);
    place_id before = 0;
    while (day < 500) {
        place_id place = places[day / dwell % count];
        if (random_below(r, 10) == 0)
            place = 90 + random_below(r, 3);
        if (place != before)
            add_step(w, place, day * DAY);
        before = place;
        day += 1 + random_below(r, 2 * dwell);
    }
}

static void build(const struct walk *w, unsigned workers, struct circuit_table *out)
{
    struct parallel threads = eager_parallel(workers);
    assert_int_equal(
        circuit_table_build(&w->table, &circuit_defaults, workers ? &threads : &parallel_serial, out, NULL),
        BOWLINE_OK);
}

static void planted_circuits_are_found_in_order(void **state)
{
    (void)state;
    static struct walk w;
    const place_id five[] = {4, 9, 7, 12, 5};
    const place_id nine[] = {3, 31, 8, 22, 15, 40, 11, 27, 6};
    struct circuit_table table;
    struct random r;
    random_init(&r, 3);
    walk_init(&w);
    for (int i = 0; i < 6; i++) {
        begin_trace(&w, 1);
        walk_round(&w, five, 5, 9, &r);
    }
    for (int i = 0; i < 12; i++) {
        begin_trace(&w, 2);
        walk_round(&w, nine, 9, 6, &r);
    }
    build(&w, 0, &table);
    assert_int_equal(table.count, 2);
    assert_int_equal(table.tested, 2);
    assert_int_equal(table.circuits[0].place_count, 5);
    assert_memory_equal(table.circuits[0].places, five, sizeof five);
    assert_true(abs(table.circuits[0].half_days - 18) <= 2);
    assert_int_equal(table.circuits[0].travellers, 6);
    assert_true(table.circuits[0].rounds >= 8);
    assert_int_equal(table.circuits[1].place_count, 9);
    assert_memory_equal(table.circuits[1].places, nine, sizeof nine);
    size_t kept = 0;
    for (size_t i = 0; i < table.circuits[0].stop_count; i++)
        kept += table.stops[i].steps && table.stops[i].is_kept;
    assert_int_equal(kept, table.circuits[0].kept);
    circuit_table_release(&table);
}

/* Two rings that were put into one network have two circuits. */
static void one_network_may_have_two_circuits(void **state)
{
    (void)state;
    static struct walk w;
    const place_id first[] = {1, 2, 3, 4};
    const place_id second[] = {2, 8, 7, 6, 5};
    struct circuit_table table;
    struct random r;
    random_init(&r, 4);
    walk_init(&w);
    for (int i = 0; i < 12; i++) {
        begin_trace(&w, 1);
        walk_round(&w, i % 2 ? second : first, i % 2 ? 5 : 4, 8, &r);
    }
    build(&w, 0, &table);
    assert_int_equal(table.count, 2);
    assert_int_equal(table.circuits[0].place_count + table.circuits[1].place_count, 9);
    circuit_table_release(&table);
}

/* The same visits in any order: 60 units of which hardly one may seem to have a circuit. */
static void chance_has_no_circuits(void **state)
{
    (void)state;
    static struct walk w;
    struct circuit_table table;
    struct random r;
    random_init(&r, 5);
    walk_init(&w);
    for (uint32_t unit = 1; unit <= 60; unit++) {
        begin_trace(&w, unit);
        place_id before = 0;
        for (int day = 0; day < 500; day += 1 + (int)random_below(&r, 20)) {
            place_id place = 1 + random_below(&r, 5);
            if (place != before)
                add_step(&w, place, day * DAY);
            before = place;
        }
    }
    build(&w, 0, &table);
    assert_int_equal(table.tested, 60);
    assert_true(table.count <= 1);
    circuit_table_release(&table);
}

/* Once round is a journey, however regular. */
static void a_journey_is_no_circuit(void **state)
{
    (void)state;
    static struct walk w;
    struct circuit_table table;
    walk_init(&w);
    for (int traveller = 0; traveller < 6; traveller++) {
        begin_trace(&w, 1);
        for (int i = 0; i < 8; i++)
            add_step(&w, (place_id)(1 + i), (traveller * 30 + i * 10) * DAY);
    }
    build(&w, 0, &table);
    assert_int_equal(table.count, 0);
    circuit_table_release(&table);
}

static void plant_many(struct walk *w)
{
    struct random r;
    random_init(&r, 6);
    walk_init(w);
    for (uint32_t unit = 1; unit <= 12; unit++) {
        const place_id places[] = {unit, unit + 20, unit + 7, unit + 13};
        begin_trace(w, unit);
        walk_round(w, places, 4, 6 + unit, &r);
    }
}

static void threads_change_nothing(void **state)
{
    (void)state;
    static struct walk w;
    struct circuit_table serial;
    struct circuit_table threaded;
    plant_many(&w);
    build(&w, 0, &serial);
    build(&w, 5, &threaded);
    assert_true(serial.count > 4);
    assert_int_equal(serial.count, threaded.count);
    assert_int_equal(serial.stop_count, threaded.stop_count);
    for (size_t i = 0; i < serial.count; i++) {
        assert_int_equal(serial.circuits[i].surprise, threaded.circuits[i].surprise);
        assert_int_equal(serial.circuits[i].bits, threaded.circuits[i].bits);
    }
    circuit_table_release(&serial);
    circuit_table_release(&threaded);
}

static void every_failure_of_memory_is_returned(void **state)
{
    (void)state;
    static struct walk w;
    struct circuit_options options = circuit_defaults;
    struct random r;
    const place_id places[] = {4, 9, 7};
    options.permutations = 8;
    random_init(&r, 7);
    walk_init(&w);
    begin_trace(&w, 1);
    walk_round(&w, places, 3, 7, &r);
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        struct circuit_table table;
        failing_memory_begin(&memory, n);
        enum bowline_status status = circuit_table_build(&w.table, &options, &parallel_serial, &table, NULL);
        bool has_failed = failing_memory_end(&memory);
        assert_int_equal(status, has_failed ? BOWLINE_ERROR_MEMORY : BOWLINE_OK);
        circuit_table_release(&table);
        if (!has_failed) {
            assert_true(n > 10);
            break;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fit_is_the_best_of_all_orders),
        cmocka_unit_test(steps_are_those_nearest_in_time),
        cmocka_unit_test(a_surprise_is_the_tail_of_the_draws),
        cmocka_unit_test(planted_circuits_are_found_in_order),
        cmocka_unit_test(one_network_may_have_two_circuits),
        cmocka_unit_test(chance_has_no_circuits),
        cmocka_unit_test(a_journey_is_no_circuit),
        cmocka_unit_test(threads_change_nothing),
        cmocka_unit_test(every_failure_of_memory_is_returned),
    };
    return cmocka_run_group_tests_name("circuits", tests, NULL, NULL);
}
