/* Questions to the world, all answered from the seed and the plan. */
#include "simulation/world.h"

#include "base/hash.h"
#include "base/memory.h"

void world_release(struct world *world)
{
    memory_free(world->actors);
    memory_free(world->rings);
    memory_free(world->premises);
    memory_free(world->hotels.order);
    memory_free(world->lets.order);
    for (int kind = 0; kind < EVENT_KINDS; kind++)
        memory_free(world->events[kind]);
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

unsigned actor_place(const struct world *world, uint32_t op, uint32_t day)
{
    const struct actor *o = &world->actors[op];
    if (!o->is_touring)
        return o->place;
    uint64_t stop = day / 12 % 4; /* a round of four towns, home among them */
    if (stop == 0)
        return o->place;
    struct random r = world_stream(world, FOR_ROUTE, op, stop);
    return world_any_place(&r);
}

unsigned person_place(const struct world *world, uint32_t ring, uint32_t person, uint32_t day)
{
    const struct ring *g = &world->rings[ring - 1];
    return g->places[(day / g->dwell + person * 7) % g->place_count];
}

uint32_t actor_epoch(const struct world *world, uint32_t op, uint32_t day)
{
    const struct actor *o = &world->actors[op];
    uint32_t since = day > o->start ? day - o->start : 0;
    uint32_t epoch = since * o->epochs / (o->days ? o->days : 1);
    return epoch < o->epochs ? epoch : o->epochs - 1u;
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

uint32_t world_any_advertiser(const struct world *world, struct random *r)
{
    uint32_t ads = world->event_count[EVENT_AD];
    if (ads == 0)
        return world_any(world, ACTOR_HOUSEHOLD, r);
    return (uint32_t)(world->events[EVENT_AD][random_below(r, ads)].value >> 32);
}
