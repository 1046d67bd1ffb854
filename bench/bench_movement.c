/* Movement of a made-up world whose entities and networks are known: how long each step takes, beside sorting
 * as many sightings, and whether the circuits planted in it are found. bench_movement [SIGHTINGS]. */
#include "base/memory.h"
#include "base/random.h"
#include "base/sort.h"
#include "movement/circuit_table.h"
#include "movement/growth.h"
#include "movement/meetings.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { PLACES = 200, RING_SIGHTINGS = 300, PEOPLE = 10, DAYS = 730, DAY = 86400, STOPS = 6 };

/* One sighting in three is of a ring: ten people who go round four to six places, seen thirty times each, one
 * time in eight elsewhere. The others are entities of ten sightings, mostly at home; one in eight goes round
 * four places. */
struct world {
    struct sighting *sightings;
    size_t count;
    uint32_t rings, entities;
    uint32_t *unit_of, *network_of, *entity_of; /* [record] */
    struct identifier_use *uses;
    struct identifier *identifiers;
    uint32_t identifier_count;
    place_id (*rounds)[STOPS]; /* [ring]: 0 after the last */
    struct place places[PLACES + 1];
    struct record_table records;
};

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static place_id any_place(struct random *r)
{
    return 1 + random_below(r, PLACES);
}

static void draw_round(struct random *r, place_id *round, unsigned stops)
{
    for (unsigned i = 0; i < stops; i++) {
        round[i] = any_place(r);
        for (unsigned k = 0; k < i; k++)
            if (round[k] == round[i])
                i--, k = stops;
    }
}

static void see(struct world *w, place_id place, int64_t time, uint32_t unit, uint32_t mark)
{
    record_id id = (record_id)++w->count;
    w->sightings[id - 1] = (struct sighting){.record = id, .place = place, .begin = time, .end = time + 1};
    w->unit_of[id] = unit;
    w->network_of[id] = unit <= w->rings ? unit : 0;
    w->entity_of[id] = unit;
    w->uses[id - 1] = (struct identifier_use){.record = id, .identifier = mark, .party = PARTY_ADVERTISED};
    w->records.records[id] = (struct record){.begin = time, .end = time + 1, .kind = KIND_AD};
}

static void make_ring(struct world *w, uint32_t ring, struct random *r)
{
    unsigned stops = 4 + random_below(r, 3);
    unsigned dwell = 6 + random_below(r, 10);
    place_id *round = w->rounds[ring];
    draw_round(r, round, stops);
    for (uint32_t person = 0; person < PEOPLE; person++) {
        uint32_t mark = ++w->identifier_count;
        uint32_t phase = random_below(r, stops);
        for (unsigned i = 0; i < RING_SIGHTINGS / PEOPLE; i++) {
            uint32_t day = random_below(r, DAYS);
            bool is_stray = random_below(r, 8) == 0;
            place_id place = is_stray ? any_place(r) : round[(day / dwell + phase) % stops];
            see(w, place, (int64_t)day * DAY + random_below(r, DAY), ring, mark);
        }
    }
}

static void make_other(struct world *w, uint32_t unit, struct random *r)
{
    place_id round[STOPS];
    bool is_touring = random_below(r, 8) == 0;
    draw_round(r, round, 4);
    uint32_t mark = ++w->identifier_count;
    for (unsigned i = 0; i < 10; i++) {
        uint32_t day = random_below(r, DAYS);
        place_id place = is_touring ? round[day / 12 % 4] : random_below(r, 5) ? round[0] : any_place(r);
        see(w, place, (int64_t)day * DAY + random_below(r, DAY), unit, mark);
    }
}

static bool world_make(struct world *w, size_t sightings)
{
    struct random r;
    random_init(&r, 1);
    w->rings = (uint32_t)(sightings / 3 / RING_SIGHTINGS);
    w->entities = (uint32_t)((sightings - (size_t)w->rings * RING_SIGHTINGS) / 10);
    size_t most = sightings + 2;
    w->sightings = memory_new(most, sizeof *w->sightings);
    w->unit_of = memory_new(most, sizeof *w->unit_of);
    w->network_of = memory_new(most, sizeof *w->network_of);
    w->entity_of = memory_new(most, sizeof *w->entity_of);
    w->uses = memory_new(most, sizeof *w->uses);
    w->identifiers = memory_new(most, sizeof *w->identifiers);
    w->rounds = memory_new((size_t)w->rings + 1, sizeof *w->rounds);
    w->records.records = memory_new(most, sizeof *w->records.records);
    if (!w->sightings || !w->unit_of || !w->network_of || !w->entity_of || !w->uses || !w->identifiers ||
        !w->rounds || !w->records.records)
        return false;
    for (uint32_t p = 1; p <= PLACES; p++)
        w->places[p] =
            (struct place){.lat = 48 + random_unit(&r) * 6, .lon = 2 + random_unit(&r) * 8, .gazetteer = p};
    for (uint32_t ring = 1; ring <= w->rings; ring++)
        make_ring(w, ring, &r);
    for (uint32_t e = 1; e <= w->entities; e++)
        make_other(w, w->rings + e, &r);
    for (size_t i = 0; i < most; i++)
        w->identifiers[i].type = IDENTIFIER_IMAGE;
    w->records.count = (uint32_t)w->count;
    return true;
}

static bool is_planted(const struct world *w, const struct found_circuit *c)
{
    const place_id *round = w->rounds[c->unit];
    unsigned stops = 0;
    while (stops < STOPS && round[stops])
        stops++;
    for (unsigned shift = 0; stops == c->place_count && shift < stops; shift++) {
        unsigned same = 0;
        for (unsigned i = 0; i < stops; i++)
            same += round[(i + shift) % stops] == c->places[i];
        if (same == stops)
            return true;
    }
    return false;
}

static void say_circuits(const struct world *w, const struct circuit_table *circuits)
{
    size_t right = 0;
    size_t claimed = 0;
    for (size_t i = 0; i < circuits->count; i++)
        if (circuits->circuits[i].unit <= w->rings) {
            claimed++;
            right += is_planted(w, &circuits->circuits[i]);
        }
    printf("circuits of %u rings, true networks: recall %.3f, precision %.3f; %zu of %u entities outside\n",
           w->rings, (double)right / w->rings, (double)right / (double)(claimed ? claimed : 1),
           circuits->count - claimed, w->entities);
}

static double step(const char *name, double since, double sorting)
{
    double t = now();
    printf("  %-10s %7.3f s, %6.1f times sorting\n", name, t - since, (t - since) / sorting);
    return t;
}

/* Sorting as many sightings by time, which no method can do without. */
static double time_sorting(const struct world *w)
{
    struct sort_pair *pairs = memory_new(w->count, sizeof *pairs);
    double begin = now();
    for (size_t i = 0; pairs && i < w->count; i++)
        pairs[i] = (struct sort_pair){(uint64_t)w->sightings[i].begin, i};
    bool is_sorted = pairs && sort_pairs(pairs, w->count);
    memory_free(pairs);
    return is_sorted ? now() - begin : 1;
}

static bool measure(const struct world *w)
{
    const struct sighting_table sightings = {.place_count = PLACES,
                                             .places = (struct place *)w->places,
                                             .sightings = w->sightings,
                                             .count = w->count};
    const struct identifier_table identifiers = {
        .count = w->identifier_count, .identifiers = w->identifiers, .uses = w->uses, .use_count = w->count};
    const struct trace_inputs inputs = {.records = &w->records,
                                        .sightings = &sightings,
                                        .identifiers = &identifiers,
                                        .unit_of = w->unit_of,
                                        .entity_of = w->entity_of,
                                        .network_count = w->rings};
    struct visit_table visits = {0};
    struct trace_table traces = {0};
    struct circuit_table circuits = {0};
    struct growth_table growth = {0};
    struct route_list routes = {0};
    struct conflict_list conflicts = {0};
    struct meeting_list meetings = {0};
    double sorting = time_sorting(w);
    double begin = now();
    double t = begin;
    bool is_done = visit_table_build(&sightings, w->entity_of, &visits, NULL) == BOWLINE_OK;
    t = step("visits", t, sorting);
    is_done = is_done && trace_table_build(&inputs, &trace_defaults, &traces, NULL) == BOWLINE_OK;
    t = step("traces", t, sorting);
    is_done = is_done && circuit_table_build(&traces, &circuit_defaults, &parallel_serial, &circuits, NULL) ==
                             BOWLINE_OK;
    t = step("circuits", t, sorting);
    is_done = is_done &&
              growth_table_build(&sightings, w->network_of, &growth_defaults, &growth, NULL) == BOWLINE_OK;
    t = step("growth", t, sorting);
    is_done = is_done && route_list_build(&traces, &routes, NULL) == BOWLINE_OK;
    t = step("routes", t, sorting);
    is_done = is_done && conflict_list_build(&sightings, w->entity_of, &conflict_defaults, &conflicts,
                                             NULL) == BOWLINE_OK;
    t = step("conflicts", t, sorting);
    is_done = is_done && meeting_list_build(&visits, &meeting_defaults, &meetings, NULL) == BOWLINE_OK;
    t = step("meetings", t, sorting);
    printf("%zu sightings: %.2f processor s on one thread, %.1f times sorting them (%.3f s)\n", w->count,
           t - begin, (t - begin) / sorting, sorting);
    if (is_done)
        say_circuits(w, &circuits);
    visit_table_release(&visits);
    trace_table_release(&traces);
    circuit_table_release(&circuits);
    growth_table_release(&growth);
    route_list_release(&routes);
    conflict_list_release(&conflicts);
    meeting_list_release(&meetings);
    return is_done;
}

int main(int argc, char **argv)
{
    struct world w = {.count = 0};
    bool is_done = world_make(&w, argc > 1 ? strtoull(argv[1], NULL, 10) : 1000000) && measure(&w);
    void *const memory[] = {w.sightings, w.unit_of,     w.network_of, w.entity_of,
                            w.uses,      w.identifiers, w.rounds,     w.records.records};
    for (size_t i = 0; i < sizeof memory / sizeof *memory; i++)
        memory_free(memory[i]);
    return is_done ? 0 : 1;
}
