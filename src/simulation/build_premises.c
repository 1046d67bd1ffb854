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

/* A hotel stands where its keeper is. Lets: some a landlord's, the others a household's. */
static void draw_premises(struct world *world, uint32_t i)
{
    struct premises *p = &world->premises[i];
    struct random r = world_stream(world, FOR_PREMISES, i, 0);
    if (i < world->hotel_count) {
        p->owner = world->kinds[ACTOR_HOTEL].first + i % world->kinds[ACTOR_HOTEL].count;
        p->place = world->actors[p->owner].place;
        return;
    }
    bool landlord = decoy_drawn(world, BOWLINE_DECOY_LANDLORD, &r);
    p->owner = world_any(world, landlord ? ACTOR_LANDLORD : ACTOR_HOUSEHOLD, &r);
    p->place = let_place(world, i - world->hotel_count, p->owner, &r);
}

static bool ring_has_let(const struct world *world, const struct ring *ring, uint32_t count, uint32_t let)
{
    for (uint32_t i = 0; i < count; i++)
        if (world->ring_lets[ring->let_first + i] == let)
            return true;
    return false;
}

/* Where its next premises are: each place once, then a third at the centre and the others by turns. */
static unsigned next_let_place(const struct ring *ring, uint32_t i)
{
    assert(ring->place_count > 1);
    if (i < ring->place_count)
        return ring->places[i];
    uint32_t more = i - ring->place_count;
    if (more % 3 == 0)
        return ring->places[0];
    return ring->places[1 + more / 3 * 2 % (ring->place_count - 1u)];
}

/* Premises of the place that the ring does not have yet, one in four a hotel; of any place where there are
 * none left. */
static uint32_t next_let(struct world *world, const struct ring *ring, uint32_t i, struct random *r)
{
    enum { TRIES = 60 };
    unsigned place = next_let_place(ring, i);
    bool hotel = i % 4 == 3;
    uint32_t let = 0;
    for (int tries = 0; tries < TRIES; tries++) {
        let = hotel && tries < TRIES / 2 ? world_any_hotel(world, place, r) : world_any_let(world, place, r);
        if (!ring_has_let(world, ring, i, let))
            return let;
    }
    while (ring_has_let(world, ring, i, let))
        let = (let + 1) % world->premises_count;
    return let;
}

/* One in five of its premises belongs to a member; the others are rented. */
static void settle_ring(struct world *world, const struct ring *ring, struct random *r)
{
    assert(ring->count > 0 && ring->let_count > 0);
    for (uint32_t i = 0; i < ring->let_count; i++) {
        uint32_t let = next_let(world, ring, i, r);
        world->ring_lets[ring->let_first + i] = let;
        if (i % 5 == 0 && let >= world->hotel_count)
            world->premises[let].owner = ring->first + i / 5 % ring->count;
    }
    for (uint32_t i = 0; i < ring->count; i++)
        world->actors[ring->first + i].let = world->ring_lets[ring->let_first + i % ring->let_count];
}

static void settle_rings(struct world *world)
{
    for (uint32_t i = 0; i < world->options.rings; i++) {
        struct random r = world_stream(world, FOR_RING, i, 1);
        settle_ring(world, &world->rings[i], &r);
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
