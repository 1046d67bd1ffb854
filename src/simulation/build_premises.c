/* Hotels and lets. Every place has at least one hotel and two lets, so that a search in a place always finds.
 */
#include "simulation/build.h"

#include "base/memory.h"

#include <assert.h>

static bool index_places(const struct world *world, struct place_index *index, uint32_t first, uint32_t end)
{
    index->order = memory_new(end - first, sizeof *index->order);
    if (!index->order)
        return false;
    for (uint32_t i = first; i < end; i++)
        index->first[world->premises[i].place + 1]++;
    for (unsigned place = 0; place < PLACE_COUNT; place++)
        index->first[place + 1] += index->first[place];
    uint32_t next[PLACE_COUNT];
    for (unsigned place = 0; place < PLACE_COUNT; place++)
        next[place] = index->first[place];
    for (uint32_t i = first; i < end; i++)
        index->order[next[world->premises[i].place]++] = i;
    return true;
}

static uint8_t let_place(const struct world *world, uint32_t let, uint32_t owner, struct random *r)
{
    if (let < 2 * PLACE_COUNT)
        return (uint8_t)(let / 2);
    return random_below(r, 10) < 7 ? world->actors[owner].place : (uint8_t)world_any_place(r);
}

/* A hotel stands where its keeper is. Lets: six in ten a landlord's, the others a household's. */
static void draw_premises(struct world *world, uint32_t i)
{
    struct premises *p = &world->premises[i];
    struct random r = world_stream(world, FOR_PREMISES, i, 0);
    if (i < world->hotel_count) {
        p->owner = world->kinds[ACTOR_HOTEL].first + i % world->kinds[ACTOR_HOTEL].count;
        p->place = world->actors[p->owner].place;
        return;
    }
    p->owner = world_any(world, random_below(&r, 10) < 6 ? ACTOR_LANDLORD : ACTOR_HOUSEHOLD, &r);
    p->place = let_place(world, i - world->hotel_count, p->owner, &r);
}

/* A ring rents a let in each of its places; one of them belongs to its own first operator. */
static void settle_rings(struct world *world)
{
    for (uint32_t i = 0; i < world->options.rings; i++) {
        struct ring *ring = &world->rings[i];
        struct random r = world_stream(world, FOR_RING, i, 1);
        for (unsigned j = 0; j < ring->place_count; j++)
            ring->lets[j] = world_any_let(world, ring->places[j], &r);
        assert(ring->place_count);
        world->premises[ring->lets[0]].owner = ring->first;
        for (uint32_t j = 0; j < ring->count; j++)
            world->actors[ring->first + j].let = ring->lets[j % ring->place_count];
    }
}

static void settle_others(struct world *world)
{
    for (uint32_t op = 0; op < world->actor_count; op++) {
        struct actor *o = &world->actors[op];
        struct random r = world_stream(world, FOR_ACTOR, ACTOR_KINDS, op);
        if (o->kind != ACTOR_RING)
            o->let = o->group == op ? world_any_let(world, o->place, &r) : world->actors[o->group].let;
    }
}

bool build_premises(struct world *world)
{
    const struct bowline_simulation *options = &world->options;
    world->hotel_count = PLACE_COUNT + options->stays / 400;
    world->premises_count = world->hotel_count + 2 * PLACE_COUNT + options->stays / 40 + options->ads / 60;
    world->premises = memory_new(world->premises_count, sizeof *world->premises);
    if (!world->premises)
        return false;
    for (uint32_t i = 0; i < world->premises_count; i++)
        draw_premises(world, i);
    if (!index_places(world, &world->hotels, 0, world->hotel_count) ||
        !index_places(world, &world->lets, world->hotel_count, world->premises_count))
        return false;
    settle_rings(world);
    settle_others(world);
    return true;
}
