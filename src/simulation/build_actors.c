/* Operators: who there is. Each draws its own traits from its own stream; kinds follow each other, so that a
 * kind is a range of numbers. */
#include "simulation/build.h"

#include "base/memory.h"
#include "simulation/lexicon.h"

#include <assert.h>

#define ACTORS_MOST 200000000u

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* Languages are those of the place, and English; never a trait of a person. */
static uint8_t any_language(unsigned place, struct random *r)
{
    static const uint8_t of_country[COUNTRY_COUNT][10] = {
        {LANGUAGE_NL, LANGUAGE_NL, LANGUAGE_NL, LANGUAGE_NL, LANGUAGE_FR, LANGUAGE_FR, LANGUAGE_FR,
         LANGUAGE_EN, LANGUAGE_EN, LANGUAGE_EN},
        {LANGUAGE_NL, LANGUAGE_NL, LANGUAGE_NL, LANGUAGE_NL, LANGUAGE_NL, LANGUAGE_NL, LANGUAGE_EN,
         LANGUAGE_EN, LANGUAGE_EN, LANGUAGE_EN},
        {LANGUAGE_FR, LANGUAGE_FR, LANGUAGE_FR, LANGUAGE_FR, LANGUAGE_FR, LANGUAGE_FR, LANGUAGE_FR,
         LANGUAGE_EN, LANGUAGE_EN, LANGUAGE_EN},
        {LANGUAGE_DE, LANGUAGE_DE, LANGUAGE_DE, LANGUAGE_DE, LANGUAGE_DE, LANGUAGE_DE, LANGUAGE_DE,
         LANGUAGE_EN, LANGUAGE_EN, LANGUAGE_EN},
        {LANGUAGE_FR, LANGUAGE_FR, LANGUAGE_FR, LANGUAGE_FR, LANGUAGE_DE, LANGUAGE_DE, LANGUAGE_DE,
         LANGUAGE_EN, LANGUAGE_EN, LANGUAGE_EN},
    };
    return of_country[places[place].country][random_below(r, 10)];
}

/* An operator who is there all the time, alone, with one phone. NULL where memory ends. */
static struct actor *add_actor(struct world *world, enum actor_kind kind, struct random *r)
{
    if (!memory_reserve(&world->actors, &world->actor_capacity, world->actor_count + 1, ACTORS_MOST))
        return NULL;
    uint32_t op = (uint32_t)world->actor_count++;
    struct range *range = &world->kinds[kind];
    if (range->count++ == 0)
        range->first = op;
    struct actor *o = &world->actors[op];
    *o = (struct actor){.phone_of = op, .text_of = op, .group = op, .group_size = 1, .epochs = 1};
    *r = world_stream(world, FOR_ACTOR, kind, op - range->first);
    o->kind = (uint8_t)kind;
    o->days = WORLD_DAYS;
    o->place = (uint8_t)world_any_place(r);
    o->language = any_language(o->place, r);
    return o;
}

static bool ring_has_place(const struct ring *ring, unsigned place)
{
    for (unsigned i = 0; i < ring->place_count; i++)
        if (ring->places[i] == place)
            return true;
    return false;
}

static void draw_ring(struct world *world, struct ring *ring, uint32_t number)
{
    struct random r = world_stream(world, FOR_RING, number, 0);
    *ring = (struct ring){0};
    ring->count = 3 + random_below(&r, 5);
    ring->dwell = (uint8_t)(7 + random_below(&r, 8));
    ring->people = 5 + random_below(&r, 10);
    uint8_t wanted = (uint8_t)(3 + random_below(&r, RING_PLACES - 2));
    while (ring->place_count < wanted) {
        unsigned place = world_any_place(&r);
        if (!ring_has_place(ring, place))
            ring->places[ring->place_count++] = (uint8_t)place;
    }
}

static bool add_rings(struct world *world)
{
    uint32_t count = world->options.rings;
    world->rings = memory_new(count, sizeof *world->rings);
    if (!world->rings)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        struct ring *ring = &world->rings[i];
        draw_ring(world, ring, i);
        assert(ring->place_count);
        ring->first = (uint32_t)world->actor_count;
        for (uint32_t j = 0; j < ring->count; j++) {
            struct random r;
            struct actor *o = add_actor(world, ACTOR_RING, &r);
            if (!o)
                return false;
            o->ring = i + 1;
            o->place = ring->places[j % ring->place_count];
            o->language = any_language(o->place, &r);
            o->start = (uint16_t)random_below(&r, 240);
            o->days = (uint16_t)(240 + random_below(&r, WORLD_DAYS - 240u - o->start + 1));
            o->rows[EVENT_AD] = 20 + random_below(&r, 50);
        }
    }
    return true;
}

/* Rings together put up a quarter of the ads at most; their phones change about every eight ads. */
static uint32_t fit_rings(struct world *world)
{
    struct range range = world->kinds[ACTOR_RING];
    uint64_t wanted = 0;
    uint32_t ads = 0;
    uint32_t most = world->options.ads / 4;
    for (uint32_t i = 0; i < range.count; i++)
        wanted += world->actors[range.first + i].rows[EVENT_AD];
    for (uint32_t i = 0; i < range.count; i++) {
        struct actor *o = &world->actors[range.first + i];
        if (wanted > most)
            o->rows[EVENT_AD] = (uint32_t)((uint64_t)o->rows[EVENT_AD] * most / wanted);
        uint32_t epochs = o->rows[EVENT_AD] / 8;
        o->epochs = (uint8_t)(epochs < 1 ? 1 : least(epochs, 12));
        ads += o->rows[EVENT_AD];
    }
    return ads;
}

static bool add_spam(struct world *world, uint32_t *left)
{
    uint32_t total = world->options.ads / 50;
    uint32_t each = 50 + world->options.ads / 400;
    while (total) {
        struct random r;
        struct actor *o = add_actor(world, ACTOR_SPAM, &r);
        if (!o)
            return false;
        o->rows[EVENT_AD] = least(total, each);
        total -= o->rows[EVENT_AD];
        *left -= o->rows[EVENT_AD];
    }
    return true;
}

static bool add_agencies(struct world *world, uint32_t *left)
{
    uint32_t total = (uint32_t)((uint64_t)world->options.ads * 7 / 100);
    while (total) {
        struct random r;
        struct actor *o = add_actor(world, ACTOR_AGENCY, &r);
        if (!o)
            return false;
        o->rows[EVENT_AD] = least(total, 20 + random_below(&r, 80));
        o->epochs = (uint8_t)(1 + random_below(&r, 3));
        total -= o->rows[EVENT_AD];
        *left -= o->rows[EVENT_AD];
    }
    return true;
}

/* 1 to 30, skewed: a quarter has one ad, the mean is near 7 (assumed). */
static uint32_t independent_ads(struct random *r)
{
    uint32_t class = random_below(r, 100);
    if (class < 25)
        return 1;
    if (class < 55)
        return 2 + random_below(r, 3);
    if (class < 80)
        return 5 + random_below(r, 6);
    return class < 93 ? 11 + random_below(r, 10) : 21 + random_below(r, 10);
}

/* A number that an earlier independent gave up at least two months ago. */
static void maybe_inherit_phone(struct world *world, struct actor *o, struct random *r)
{
    uint32_t before = world_any(world, ACTOR_INDEPENDENT, r);
    const struct actor *other = &world->actors[before];
    bool is_free = other->phone_of == before && other->start + other->days + 60 < o->start;
    if (is_free && places[other->place].country == places[o->place].country && random_below(r, 4) == 0)
        o->phone_of = before;
}

/* Two or three who rent one flat: they follow each other in number. */
static void maybe_share_flat(struct world *world, struct actor *o, uint32_t op, struct random *r)
{
    const struct actor *before = op > world->kinds[ACTOR_INDEPENDENT].first ? o - 1 : NULL;
    if (before && before->group_size < 3 && !before->is_touring && random_below(r, 100) < 7) {
        o->group = before->group;
        o->place = before->place;
        o->group_size = (uint8_t)(before->group_size + 1);
        o->start = before->start;
        o->days = before->days;
    }
}

static void draw_independent(struct world *world, struct actor *o, struct random *r)
{
    uint32_t op = (uint32_t)(o - world->actors);
    o->rows[EVENT_AD] = independent_ads(r);
    uint32_t start = random_below(r, WORLD_DAYS + 170); /* some were there before the first day */
    o->start = (uint16_t)(start < 200 ? 0 : start - 200);
    o->days = (uint16_t)(20 + random_below(r, least(WORLD_DAYS - 20u - o->start, 500) + 1));
    o->is_touring = random_below(r, 100) < 10;
    o->epochs = random_below(r, 10) ? 1 : 2;
    if (!o->is_touring)
        maybe_share_flat(world, o, op, r);
    if (random_below(r, 100) < 5)
        o->text_of = world->actors[random_below(r, op + 1)].text_of;
    maybe_inherit_phone(world, o, r);
}

static bool add_independents(struct world *world, uint32_t left)
{
    while (left) {
        struct random r;
        struct actor *o = add_actor(world, ACTOR_INDEPENDENT, &r);
        if (!o)
            return false;
        draw_independent(world, o, &r);
        o->rows[EVENT_AD] = least(o->rows[EVENT_AD], left);
        left -= o->rows[EVENT_AD];
    }
    return true;
}

/* Families are three households that follow each other. Every place has a hotel keeper. */
static void place_actor(struct actor *o, uint32_t i)
{
    if (o->kind == ACTOR_HOUSEHOLD && i % 3) {
        o->group = o[-1].group;
        o->place = o[-1].place;
        o->group_size = (uint8_t)(o[-1].group_size + 1);
    }
    if (o->kind == ACTOR_HOTEL && i < PLACE_COUNT)
        o->place = (uint8_t)i;
}

static bool add_many(struct world *world, enum actor_kind kind, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        struct random r;
        struct actor *o = add_actor(world, kind, &r);
        if (!o)
            return false;
        place_actor(o, i);
    }
    return true;
}

/* Phones are numbered when all is known of who needs how many: one an epoch, a ring one for each ad besides
 * (for those that are used once), and each one that it shares. The order is scattered (the factor is a
 * prime), so that a block says nothing about who has its numbers. */
static void number_phones(struct world *world)
{
    for (uint64_t i = 0; i < world->actor_count; i++) {
        struct actor *o = &world->actors[i * 4294967291u % world->actor_count];
        uint32_t *next = &world->phones[places[o->place].country];
        o->phone_first = *next;
        *next += o->epochs + (o->kind == ACTOR_RING ? o->rows[EVENT_AD] : 0) + 1u;
    }
}

bool build_actors(struct world *world)
{
    const struct bowline_simulation *options = &world->options;
    uint32_t others = options->stays + options->payments + options->calls;
    uint32_t households = others / 18 * 3 + 30;
    if (!add_rings(world))
        return false;
    uint32_t left = options->ads - fit_rings(world);
    if (!add_spam(world, &left) || !add_agencies(world, &left) || !add_independents(world, left))
        return false;
    if (!add_many(world, ACTOR_SITE, SITE_COUNT) || !add_many(world, ACTOR_COMPANY, 6 + households / 100) ||
        !add_many(world, ACTOR_HOTEL, PLACE_COUNT + options->stays / 800) ||
        !add_many(world, ACTOR_LANDLORD, PLACE_COUNT / 4 + options->stays / 500 + options->ads / 800) ||
        !add_many(world, ACTOR_HOUSEHOLD, households))
        return false;
    number_phones(world);
    return true;
}
