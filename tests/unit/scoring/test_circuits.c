/* Circuits found, against the longest way round that any choice of visits gives. */
#include "scoring/circuits.h"

#include "base/random.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

#define MOST     60
#define ENTITIES 6

struct world {
    struct circuit_visit visits[MOST];
    size_t visit_count;
    uint32_t entity_owner[ENTITIES + 1], network_owner[ENTITIES + 1];
    uint32_t places[4];
    struct circuit circuit;
};

static bool is_own(const struct world *w, uint32_t entity)
{
    return w->circuit.network ? w->network_owner[entity] == w->circuit.network
                              : w->circuit.entity && w->entity_owner[entity] == w->circuit.entity;
}

static bool is_in_period(const struct world *w, const struct circuit_visit *visit)
{
    return visit->begin < w->circuit.end && visit->end >= w->circuit.begin;
}

/* The most steps that any choice of the visits from `at` on gives, the next being to places[next]: each visit
 * may be taken or left. */
static uint32_t most_steps(const struct world *w, uint32_t entity, size_t at, size_t next)
{
    if (at == w->visit_count)
        return 0;
    uint32_t most = most_steps(w, entity, at + 1, next);
    const struct circuit_visit *visit = &w->visits[at];
    if (visit->entity == entity && is_in_period(w, visit) && visit->place &&
        visit->place == w->circuit.places[next]) {
        uint32_t with = 1 + most_steps(w, entity, at + 1, (next + 1) % w->circuit.place_count);
        most = with > most ? with : most;
    }
    return most;
}

static struct circuit_result naive(const struct world *w)
{
    struct circuit_result out = {0, 0};
    for (uint32_t entity = 1; entity <= ENTITIES; entity++) {
        const struct circuit_visit *before = NULL;
        for (size_t start = 0; is_own(w, entity) && start < w->circuit.place_count; start++) {
            uint32_t rounds = most_steps(w, entity, 0, start) / (uint32_t)w->circuit.place_count;
            out.rounds = rounds > out.rounds ? rounds : out.rounds;
        }
        for (size_t i = 0; i < w->visit_count && is_own(w, entity); i++) {
            const struct circuit_visit *visit = &w->visits[i];
            if (visit->entity != entity || !is_in_period(w, visit))
                continue;
            for (size_t k = 0; k < w->circuit.place_count; k++)
                if (before && before->place && before->place == w->circuit.places[k] && visit->place &&
                    visit->place == w->circuit.places[(k + 1) % w->circuit.place_count]) {
                    out.legs++;
                    break;
                }
            before = visit;
        }
    }
    out.legs = out.legs < w->circuit.legs ? out.legs : w->circuit.legs;
    return out;
}

static void make_world(struct world *w, struct random *r, size_t most)
{
    w->visit_count = random_below(r, (uint32_t)most + 1);
    uint32_t entity = 1;
    int64_t time = 0;
    for (size_t i = 0; i < w->visit_count; i++) {
        if (random_below(r, 24) == 0 && entity < ENTITIES) {
            entity++;
            time = 0;
        }
        time += random_below(r, 4);
        w->visits[i] = (struct circuit_visit){entity, random_below(r, 4), time, time + random_below(r, 5)};
    }
    for (uint32_t e = 0; e <= ENTITIES; e++) {
        w->entity_owner[e] = random_below(r, 3);
        w->network_owner[e] = random_below(r, 3);
    }
    w->circuit = (struct circuit){w->places,          2 + random_below(r, 2), 5, 5 + 40,
                                  random_below(r, 3), random_below(r, 3),     2, random_below(r, 8)};
    for (size_t i = 0; i < 4; i++)
        w->places[i] = random_below(r, 4);
}

static void agrees_with_trying_all(void **state)
{
    (void)state;
    struct random r;
    random_init(&r, 9);
    size_t found = 0;
    for (int round = 0; round < 1500; round++) {
        static struct world w;
        struct circuit_result result;
        make_world(&w, &r, 22);
        struct circuit_world world = {w.visits, w.visit_count, w.entity_owner, w.network_owner, ENTITIES};
        assert_int_equal(score_circuits(&w.circuit, 1, &world, &result, NULL), BOWLINE_OK);
        struct circuit_result expected = naive(&w);
        assert_int_equal(result.rounds, expected.rounds);
        assert_int_equal(result.legs, expected.legs);
        found += result.rounds >= CIRCUIT_ROUNDS;
    }
    assert_true(found > 30);
}

/* a b c a b c by one entity of the network, begun at b; another's visits do not help. */
static void twice_round_is_found(void **state)
{
    (void)state;
    const uint32_t places[] = {1, 2, 3};
    const struct circuit circuits[] = {{places, 3, 0, 100, 1, 7, 2, 9}, {places, 3, 0, 30, 1, 7, 2, 2}};
    const struct circuit_visit visits[] = {{1, 2, 0, 1},   {1, 3, 10, 11}, {1, 1, 20, 21}, {1, 2, 30, 31},
                                           {1, 4, 35, 36}, {1, 3, 40, 41}, {1, 1, 50, 51}, {2, 2, 60, 61}};
    const uint32_t entity[] = {0, 1, 1};
    const uint32_t network[] = {0, 7, 0};
    struct circuit_result results[2];
    struct circuit_world world = {visits, 8, entity, network, 2};
    assert_int_equal(score_circuits(circuits, 2, &world, results, NULL), BOWLINE_OK);
    assert_int_equal(results[0].rounds, 2);
    assert_int_equal(results[0].legs, 4);
    assert_int_equal(results[1].rounds, 1);
    assert_int_equal(results[1].legs, 2);
}

static void memory_fails(void **state)
{
    (void)state;
    static struct world w;
    struct random r;
    struct circuit_result result;
    random_init(&r, 1);
    make_world(&w, &r, MOST);
    struct circuit_world world = {w.visits, w.visit_count, w.entity_owner, w.network_owner, ENTITIES};
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        failing_memory_begin(&memory, n);
        enum bowline_status status = score_circuits(&w.circuit, 1, &world, &result, NULL);
        if (!failing_memory_end(&memory))
            break;
        assert_int_equal(status, BOWLINE_ERROR_MEMORY);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_trying_all),
        cmocka_unit_test(twice_round_is_found),
        cmocka_unit_test(memory_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
