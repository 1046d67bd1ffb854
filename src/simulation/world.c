/* Questions to the world, all answered from the seed and the plan. */
#include "simulation/world.h"

#include "base/hash.h"
#include "base/memory.h"

void world_release(struct world *world)
{
    memory_free(world->actors);
    memory_free(world->rings);
    memory_free(world->ring_lets);
    memory_free(world->premises);
    memory_free(world->hotels.order);
    memory_free(world->lets.order);
    for (int kind = 0; kind < EVENT_KINDS; kind++)
        memory_free(world->events[kind]);
    memory_free(world->flows);
    memory_free(world->records);
    memory_free(world->claimed);
    *world = (struct world){0};
}

uint64_t world_hash(const struct world *world, enum purpose purpose, uint64_t a, uint64_t b)
{
    uint64_t hash = hash_mix(world->options.seed + 0x9e3779b97f4a7c15u * ((uint64_t)purpose + 1));
    hash = hash_mix(hash ^ hash_mix(a + 0x8f1bbcdcbfa53e0bu));
    return hash_mix(hash ^ hash_mix(b + 0x2545f4914f6cdd1du));
}

struct random world_stream(const struct world *world, enum purpose purpose, uint64_t a, uint64_t b)
{
    struct random r;
    random_init(&r, world_hash(world, purpose, a, b));
    return r;
}

/* Four different towns: where chance gives one again, the next in the list is taken. */
unsigned tour_stop(const struct world *world, uint32_t op, unsigned stop)
{
    unsigned towns[TOUR_STOPS] = {world->actors[op].place};
    for (unsigned i = 1; i <= stop; i++) {
        struct random r = world_stream(world, FOR_ROUTE, op, i);
        towns[i] = world_any_place(&r);
        for (unsigned j = 0; j < i; j++)
            if (towns[j] == towns[i]) {
                towns[i] = (towns[i] + 1) % PLACE_COUNT;
                j = UINT32_MAX; /* look at all of them again */
            }
    }
    return towns[stop];
}

unsigned actor_place(const struct world *world, uint32_t op, uint32_t day)
{
    if (!actor_has(world, op, TRAIT_TOURING))
        return world->actors[op].place;
    return tour_stop(world, op, day / TOUR_DWELL % TOUR_STOPS);
}

uint32_t person_dwell(const struct world *world, uint32_t ring, uint32_t person)
{
    return world->rings[ring - 1].dwell + world_hash(world, FOR_ROUTE, person, (uint64_t)ring << 32) % 3;
}

/* A round of the ring's places; one stop in six is left out, for a longer stay at the centre. */
unsigned person_place(const struct world *world, uint32_t ring, uint32_t person, uint32_t day)
{
    const struct ring *g = &world->rings[ring - 1];
    uint32_t leg = day / person_dwell(world, ring, person);
    if (world_hash(world, FOR_ROUTE, (uint64_t)person << 32 | leg, (uint64_t)ring << 32 | 1) % 6 == 0)
        return g->places[0];
    return g->places[(leg + person * 7) % g->place_count];
}

uint32_t actor_epoch(const struct world *world, uint32_t op, uint32_t day)
{
    const struct actor *o = &world->actors[op];
    uint32_t since = day > o->start ? day - o->start : 0;
    uint32_t epoch = since * o->epochs / (o->days ? o->days : 1);
    return epoch < o->epochs ? epoch : o->epochs - 1u;
}

/* By day more than by night; the hours are assumed. */
uint64_t world_second_of_day(struct random *r)
{
    uint64_t hour = 7 + (random_below(r, 17) + random_below(r, 17)) / 2;
    if (random_below(r, 12) == 0)
        hour = random_below(r, 24);
    return hour * 3600 + random_below(r, 3600);
}

/* By and large evenly over the operator's time. */
uint64_t world_event_time(const struct world *world, enum event_kind kind, uint32_t op, uint32_t row)
{
    const struct actor *o = &world->actors[op];
    struct random r = world_stream(world, (enum purpose)(FOR_TIME + kind), op, row);
    uint64_t span = (uint64_t)o->days * 86400 / o->rows[kind];
    uint64_t second = (uint64_t)o->start * 86400 + span * row + random_below(&r, (uint32_t)span + 1);
    uint64_t day = second / 86400 < world->days - 1 ? second / 86400 : world->days - 1;
    return day * 86400 + world_second_of_day(&r);
}

uint32_t world_any(const struct world *world, enum actor_kind kind, struct random *r)
{
    struct range range = world->kinds[kind];
    return range.first + random_below(r, range.count);
}

static uint32_t any_of(const struct place_index *index, unsigned place, struct random *r)
{
    uint32_t first = index->first[place];
    return index->order[first + random_below(r, index->first[place + 1] - first)];
}

uint32_t world_any_hotel(const struct world *world, unsigned place, struct random *r)
{
    return any_of(&world->hotels, place, r);
}

uint32_t world_any_let(const struct world *world, unsigned place, struct random *r)
{
    return any_of(&world->lets, place, r);
}

unsigned world_any_place(struct random *r)
{
    uint32_t at = random_below(r, PLACE_WEIGHTS);
    unsigned place = 0;
    while (at >= places[place].weight)
        at -= places[place++].weight;
    return place;
}

uint32_t ring_any_let(const struct world *world, const struct ring *ring, unsigned place, struct random *r)
{
    const uint32_t *lets = world->ring_lets + ring->let_first;
    uint32_t chosen = UINT32_MAX;
    uint32_t seen = 0;
    for (uint32_t i = 0; i < ring->let_count; i++)
        if (world->premises[lets[i]].place == place && random_below(r, ++seen) == 0)
            chosen = lets[i];
    return chosen;
}

uint32_t world_any_advertiser(const struct world *world, struct random *r)
{
    uint32_t ads = world->event_count[EVENT_AD];
    if (ads == 0)
        return world_any(world, ACTOR_HOUSEHOLD, r);
    return (uint32_t)(world->events[EVENT_AD][random_below(r, ads)].value >> 32);
}
