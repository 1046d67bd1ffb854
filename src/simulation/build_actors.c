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

static uint8_t nth_language(uint32_t languages, uint32_t n)
{
    uint8_t language = 0;
    for (;; language++)
        if (languages >> language & 1 && n-- == 0)
            return language;
}

static uint32_t count_languages(uint32_t languages)
{
    uint32_t count = 0;
    for (; languages; languages &= languages - 1)
        count++;
    assert(count > 0);
    return count;
}

uint8_t build_language(const struct world *world, unsigned place, struct random *r)
{
    enum { FAR_PERCENT = 30 };
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
    const uint32_t near = 1u << LANGUAGE_EN | 1u << LANGUAGE_NL | 1u << LANGUAGE_FR | 1u << LANGUAGE_DE;
    uint32_t all = world->options.languages;
    uint8_t language = of_country[places[place].country][random_below(r, 10)];
    uint32_t any = random_below(r, 10000);
    if (all & ~near && any % 100 < FAR_PERCENT)
        return nth_language(all & ~near, any / 100 % count_languages(all & ~near));
    return all >> language & 1 ? language : nth_language(all, any % count_languages(all));
}

struct actor *build_actor(struct world *world, enum actor_kind kind, struct random *r)
{
    if (!memory_reserve(&world->actors, &world->actor_capacity, world->actor_count + 1, ACTORS_MOST))
        return NULL;
    uint32_t op = (uint32_t)world->actor_count++;
    struct range *range = &world->kinds[kind];
    if (range->count++ == 0)
        range->first = op;
    struct actor *o = &world->actors[op];
    *o = (struct actor){
        .phone_of = op, .text_of = op, .group = op, .second_of = op, .group_size = 1, .epochs = 1};
    *r = world_stream(world, FOR_ACTOR, kind, op - range->first);
    o->kind = (uint8_t)kind;
    o->days = (uint16_t)world->days;
    o->place = (uint8_t)world_any_place(r);
    o->language = build_language(world, o->place, r);
    return o;
}

static uint32_t share_of(const struct world *world, enum bowline_decoy decoy, uint32_t rows)
{
    return (uint32_t)((uint64_t)rows * world->options.decoys[decoy] / BOWLINE_SHARE_ONE);
}

static bool add_spam(struct world *world, uint32_t *left)
{
    uint32_t total = least(*left, share_of(world, BOWLINE_DECOY_SPAM, world->options.ads));
    uint32_t each = 50 + world->options.ads / 400;
    while (total) {
        struct random r;
        struct actor *o = build_actor(world, ACTOR_SPAM, &r);
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
    uint32_t total = least(*left, share_of(world, BOWLINE_DECOY_AGENCY, world->options.ads));
    while (total) {
        struct random r;
        struct actor *o = build_actor(world, ACTOR_AGENCY, &r);
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

/* A number that an earlier independent of the country gave up two months ago or more. */
static void inherit_phone(struct world *world, struct actor *o, struct random *r)
{
    enum { TRIES = 40, QUARANTINE = 60 };
    for (int i = 0; i < TRIES; i++) {
        uint32_t before = world_any(world, ACTOR_INDEPENDENT, r);
        struct actor *other = &world->actors[before];
        if (other == o || other->phone_of != before || other->traits & TRAIT_REASSIGNED ||
            other->start + other->days + QUARANTINE >= o->start ||
            places[other->place].country != places[o->place].country)
            continue;
        o->phone_of = before;
        o->traits |= TRAIT_REASSIGNED;
        other->traits |= TRAIT_REASSIGNED;
        return;
    }
}

/* Two or three who rent one flat: they follow each other in number. */
static void join_flat(struct world *world, struct actor *o, uint32_t op)
{
    struct actor *before = op > world->kinds[ACTOR_INDEPENDENT].first ? o - 1 : NULL;
    if (!before || before->group_size >= 3 || before->traits & TRAIT_TOURING)
        return;
    o->group = before->group;
    o->place = before->place;
    o->group_size = (uint8_t)(before->group_size + 1);
    o->start = before->start;
    o->days = before->days;
    o->traits |= TRAIT_FLAT;
    before->traits |= TRAIT_FLAT;
}

/* The last group that is still open, by place or by country. */
struct circle {
    uint32_t first, count;
};

struct circles {
    struct circle drivers[PLACE_COUNT], safety[COUNTRY_COUNT];
};

/* Joins the open group, or opens a new one; who is alone in it has no trait. */
static void join_circle(struct world *world, struct circle *circle, uint32_t op, uint32_t most,
                        enum trait trait)
{
    struct actor *o = &world->actors[op];
    if (circle->count == 0 || circle->count >= most) {
        *circle = (struct circle){op, 1};
        return;
    }
    circle->count++;
    o->second_of = circle->first;
    o->traits |= (uint8_t)trait;
    world->actors[circle->first].traits |= (uint8_t)trait;
}

static void join_others(struct world *world, struct circles *circles, uint32_t op, struct random *r)
{
    enum { DRIVER_MOST = 5, SAFETY_MOST = 8 };
    struct actor *o = &world->actors[op];
    bool driver = decoy_drawn(world, BOWLINE_DECOY_SHARED_DRIVER, r);
    bool safety = decoy_drawn(world, BOWLINE_DECOY_SAFETY_PHONE, r);
    if (driver)
        join_circle(world, &circles->drivers[o->place], op, DRIVER_MOST, TRAIT_DRIVER);
    else if (safety)
        join_circle(world, &circles->safety[places[o->place].country], op, SAFETY_MOST, TRAIT_SAFETY);
}

static void draw_independent(struct world *world, struct actor *o, struct random *r)
{
    uint32_t op = (uint32_t)(o - world->actors);
    o->rows[EVENT_AD] = independent_ads(r);
    uint32_t start = random_below(r, world->days + 170); /* some were there before the first day */
    o->start = (uint16_t)(start < 200 ? 0 : start - 200);
    o->days = (uint16_t)(20 + random_below(r, least(world->days - 20u - o->start, 500) + 1));
    o->epochs = random_below(r, 10) ? 1 : 2;
    if (decoy_drawn(world, BOWLINE_DECOY_TOURING, r))
        o->traits |= TRAIT_TOURING;
    else if (decoy_drawn(world, BOWLINE_DECOY_SHARED_FLAT, r))
        join_flat(world, o, op);
    if (decoy_drawn(world, BOWLINE_DECOY_COPIED_TEXT, r))
        o->text_of = world->actors[random_below(r, op + 1)].text_of;
    if (o->text_of != op)
        o->traits |= TRAIT_COPIED;
    if (decoy_drawn(world, BOWLINE_DECOY_REASSIGNED_NUMBER, r))
        inherit_phone(world, o, r);
}

/* Those whom the dial leaves out do not put up their ads: the table has fewer rows. */
static bool add_independents(struct world *world, uint32_t left)
{
    struct circles circles = {0};
    left = share_of(world, BOWLINE_DECOY_INDEPENDENT, left);
    while (left) {
        struct random r;
        struct actor *o = build_actor(world, ACTOR_INDEPENDENT, &r);
        if (!o)
            return false;
        draw_independent(world, o, &r);
        join_others(world, &circles, (uint32_t)(o - world->actors), &r);
        o->rows[EVENT_AD] = least(o->rows[EVENT_AD], left);
        left -= o->rows[EVENT_AD];
    }
    return true;
}

/* Families are three households that follow each other; others live alone. Every place has a hotel keeper. */
static void place_actor(struct world *world, struct actor *o, uint32_t i)
{
    enum { FAMILY = 3 };
    struct random r = world_stream(world, FOR_ACTOR, ACTOR_KINDS + 20, i / FAMILY);
    if (o->kind == ACTOR_HOUSEHOLD && decoy_drawn(world, BOWLINE_DECOY_FAMILY, &r)) {
        o->traits |= TRAIT_FAMILY;
        if (i % FAMILY) {
            o->group = o[-1].group;
            o->place = o[-1].place;
            o->group_size = (uint8_t)(o[-1].group_size + 1);
        }
    }
    r = world_stream(world, FOR_ACTOR, ACTOR_KINDS + 21, i);
    if (o->kind == ACTOR_HOUSEHOLD && decoy_drawn(world, BOWLINE_DECOY_BUSINESS_TRAVELLER, &r))
        o->traits |= TRAIT_BUSINESS;
    if (o->kind == ACTOR_HOTEL && i < PLACE_COUNT)
        o->place = (uint8_t)i;
}

static bool add_many(struct world *world, enum actor_kind kind, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        struct random r;
        struct actor *o = build_actor(world, kind, &r);
        if (!o)
            return false;
        place_actor(world, o, i);
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
    uint32_t landlords = PLACE_COUNT / 4 + options->stays / 500 + options->ads / 800;
    if (!build_rings(world))
        return false;
    uint32_t left = options->ads;
    for (uint32_t op = 0; op < world->actor_count; op++)
        left -= world->actors[op].rows[EVENT_AD];
    if (!add_spam(world, &left) || !add_agencies(world, &left) || !add_independents(world, left))
        return false;
    if (!add_many(world, ACTOR_SITE, SITE_COUNT) || !add_many(world, ACTOR_COMPANY, 6 + households / 100) ||
        !add_many(world, ACTOR_HOTEL, PLACE_COUNT + options->stays / 800) ||
        !add_many(world, ACTOR_LANDLORD, options->decoys[BOWLINE_DECOY_LANDLORD] ? landlords : 0) ||
        !add_many(world, ACTOR_HOUSEHOLD, households))
        return false;
    number_phones(world);
    return true;
}
