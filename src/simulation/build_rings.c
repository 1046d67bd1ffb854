/* Rings and their members. A ring has a centre, and other places near it or not, one of them abroad at least;
 * its members share the work. Sizes are assumed. */
#include "simulation/build.h"

#include "base/memory.h"

#include <assert.h>

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

static bool ring_has_place(const struct ring *ring, unsigned place)
{
    for (unsigned i = 0; i < ring->place_count; i++)
        if (ring->places[i] == place)
            return true;
    return false;
}

/* Abroad from the centre: seen from Belgium another country. */
static bool ring_is_abroad(const struct ring *ring)
{
    for (unsigned i = 1; i < ring->place_count; i++)
        if (places[ring->places[i]].country != places[ring->places[0]].country)
            return true;
    return false;
}

/* Any places, the last of them abroad. */
static void draw_places(struct ring *ring, struct random *r)
{
    uint8_t wanted = (uint8_t)(3 + random_below(r, 3));
    while (ring->place_count < wanted) {
        unsigned place = world_any_place(r);
        bool last = ring->place_count + 1 == wanted && !ring_is_abroad(ring);
        if (ring_has_place(ring, place) || (last && places[place].country == places[ring->places[0]].country))
            continue;
        ring->places[ring->place_count++] = (uint8_t)place;
    }
}

/* How much a place draws people from the centre: its size over its distance (Zipf's gravity, 1946). abroad:
 * only places of a country that the ring is not in yet. */
static unsigned next_by_gravity(const struct ring *ring, bool abroad)
{
    const struct place *centre = &places[ring->places[0]];
    unsigned best = PLACE_COUNT;
    uint64_t most = 0;
    for (unsigned i = 0; i < PLACE_COUNT; i++) {
        bool known = false;
        for (unsigned j = 0; j < ring->place_count; j++)
            known = known || ring->places[j] == i ||
                    (abroad && places[ring->places[j]].country == places[i].country);
        if (known || (!abroad && places[i].country != centre->country))
            continue;
        int64_t south = (places[i].lat - centre->lat) / 10;
        int64_t east = (places[i].lon - centre->lon) * 63 / 1000; /* cos 51 degrees */
        uint64_t pull = (uint64_t)places[i].weight * places[i].weight * 100000000 /
                        (uint64_t)(south * south + east * east + 1);
        if (pull > most) {
            most = pull;
            best = i;
        }
    }
    return best;
}

/* The centre, six places of its country and one of each other country, those that draw most. */
static void draw_places_around(struct ring *ring, unsigned centre)
{
    enum { OF_ITS_COUNTRY = 6 };
    ring->places[ring->place_count++] = (uint8_t)centre;
    while (ring->place_count < RING_PLACES) {
        bool full = ring->place_count >= OF_ITS_COUNTRY;
        unsigned place = full ? PLACE_COUNT : next_by_gravity(ring, false);
        if (place == PLACE_COUNT)
            place = next_by_gravity(ring, true);
        if (place == PLACE_COUNT)
            break;
        ring->places[ring->place_count++] = (uint8_t)place;
    }
}

static void share_work(struct ring *ring)
{
    enum { SMALL = 8 };
    bool large = ring->count > SMALL;
    ring->collectors = 1 + ring->count / 12;
    ring->bookers = least(ring->count, 1 + (ring->count > 4) + ring->count / 8);
    ring->payers = least(ring->count, 1 + ring->count / 6);
    ring->writers = large ? ring->count * 6 / 10 : ring->count;
}

static void draw_ring(struct world *world, struct ring *ring, uint32_t number)
{
    const struct bowline_simulation *options = &world->options;
    struct random r = world_stream(world, FOR_RING, number, 0);
    *ring = (struct ring){0};
    ring->count = 3 + random_below(&r, 5);
    ring->dwell = (uint8_t)(7 + random_below(&r, 8));
    ring->people = 5 + random_below(&r, 10);
    if (options->members)
        ring->count = options->members;
    if (options->advertised)
        ring->people = options->advertised;
    if (options->centre)
        draw_places_around(ring, place_find(options->centre));
    else
        draw_places(ring, &r);
    ring->let_first = world->ring_let_count;
    ring->let_count = options->premises ? options->premises : ring->place_count;
    world->ring_let_count += ring->let_count;
    share_work(ring);
}

static bool add_member(struct world *world, uint32_t number, uint32_t member)
{
    const struct ring *ring = &world->rings[number];
    uint32_t third = world->days / 3;
    assert(ring->place_count > 0);
    struct random r;
    struct actor *o = build_actor(world, ACTOR_RING, &r);
    if (!o)
        return false;
    o->ring = number + 1;
    o->place = ring->places[member % ring->place_count];
    o->language = build_language(world, o->place, &r);
    o->start = (uint16_t)random_below(&r, third);
    o->days = (uint16_t)(third + random_below(&r, world->days - third - o->start + 1));
    if (member < ring->writers)
        o->rows[EVENT_AD] = (20 + random_below(&r, 50)) * world->days / 730;
    return true;
}

/* Rings together put up a quarter of the ads at most; their phones change about every eight ads. */
static void fit_rings(struct world *world)
{
    struct range range = world->kinds[ACTOR_RING];
    uint64_t wanted = 0;
    uint32_t most = world->options.ads / 4;
    for (uint32_t i = 0; i < range.count; i++)
        wanted += world->actors[range.first + i].rows[EVENT_AD];
    for (uint32_t i = 0; i < range.count; i++) {
        struct actor *o = &world->actors[range.first + i];
        if (wanted > most)
            o->rows[EVENT_AD] = (uint32_t)((uint64_t)o->rows[EVENT_AD] * most / wanted);
        uint32_t epochs = o->rows[EVENT_AD] / 8;
        o->epochs = (uint8_t)(epochs < 1 ? 1 : least(epochs, 24));
    }
}

bool build_rings(struct world *world)
{
    uint32_t count = world->options.rings;
    world->rings = memory_new(count, sizeof *world->rings);
    if (!world->rings)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        draw_ring(world, &world->rings[i], i);
        world->rings[i].first = (uint32_t)world->actor_count;
        for (uint32_t member = 0; member < world->rings[i].count; member++)
            if (!add_member(world, i, member))
                return false;
    }
    world->ring_lets = memory_new(world->ring_let_count, sizeof *world->ring_lets);
    fit_rings(world);
    return world->ring_lets != NULL;
}
