/* Who deals with whom. Shares are percentages, all assumed. */
#include "simulation/deals.h"

uint32_t group_mate(const struct world *world, uint32_t op, struct random *r)
{
    const struct actor *o = &world->actors[op];
    bool has_next = op + 1 < world->actor_count && world->actors[op + 1].group == o->group;
    if (o->group == op)
        return has_next ? op + 1 : op;
    if (has_next && random_below(r, 2))
        return op + 1;
    return random_below(r, 2) ? o->group : op - 1;
}

static uint32_t landlord_of(const struct world *world, uint32_t op)
{
    return world->premises[world->actors[op].let].owner;
}

static struct deal deal(uint32_t from, uint32_t to, enum payment_kind kind)
{
    return (struct deal){from, to, (uint8_t)kind};
}

static struct deal pay_hotel(const struct world *world, uint32_t op, struct random *r)
{
    uint32_t hotel = world_any_hotel(world, world_any_place(r), r);
    return deal(op, world->premises[hotel].owner, PAY_HOTEL);
}

static struct deal pay_ring(const struct world *world, uint32_t op, struct random *r)
{
    const struct ring *ring = world_ring(world, op);
    uint32_t share = random_below(r, 100);
    if (share < 45 && op != ring->first)
        return deal(op, ring->first, PAY_COLLECT);
    if (share < 45)
        return deal(op,
                    random_below(r, 3) ? world->kinds[ACTOR_HOUSEHOLD].first +
                                             ring->first % world->kinds[ACTOR_HOUSEHOLD].count
                                       : world_any(world, ACTOR_COMPANY, r),
                    PAY_PASS_ON);
    if (share < 60 && landlord_of(world, op) != op)
        return deal(op, landlord_of(world, op), PAY_RENT);
    if (share < 72)
        return pay_hotel(world, op, r);
    if (share < 88)
        return deal(op, world_any(world, ACTOR_SITE, r), PAY_AD);
    if (share < 94)
        return deal(op, ring->first + random_below(r, ring->count), PAY_FAMILY);
    return deal(op, world_any(world, ACTOR_COMPANY, r), PAY_GOODS);
}

static struct deal pay_agency(const struct world *world, uint32_t op, struct random *r)
{
    uint32_t share = random_below(r, 100);
    if (share < 60 && world->kinds[ACTOR_INDEPENDENT].count)
        return deal(op, world_any(world, ACTOR_INDEPENDENT, r), PAY_WAGES);
    if (share < 75)
        return deal(op, landlord_of(world, op), PAY_RENT);
    return deal(op, world_any(world, ACTOR_SITE, r), PAY_AD);
}

static struct deal pay_independent(const struct world *world, uint32_t op, struct random *r)
{
    uint32_t share = random_below(r, 100);
    if (share < 30)
        return deal(op, landlord_of(world, op), PAY_RENT);
    if (share < 55)
        return deal(op, world_any(world, ACTOR_SITE, r), PAY_AD);
    if (share < 70 && world->actors[op].is_touring)
        return pay_hotel(world, op, r);
    if (share < 75)
        return deal(op, group_mate(world, op, r), PAY_FAMILY);
    return deal(op, world_any(world, ACTOR_COMPANY, r), PAY_GOODS);
}

static struct deal pay_household(const struct world *world, uint32_t op, struct random *r)
{
    uint32_t share = random_below(r, 100);
    if (share < 20)
        return deal(op, landlord_of(world, op), PAY_RENT);
    if (share < 32)
        return deal(op, world_any_advertiser(world, r), PAY_CLIENT);
    if (share < 42)
        return pay_hotel(world, op, r);
    if (share < 55)
        return deal(op, group_mate(world, op, r), PAY_FAMILY);
    return deal(op, world_any(world, ACTOR_COMPANY, r), PAY_GOODS);
}

static struct deal pay_firm(const struct world *world, uint32_t op, struct random *r)
{
    if (random_below(r, 100) < 70)
        return deal(op, world_any(world, ACTOR_HOUSEHOLD, r), PAY_WAGES);
    return deal(op, world_any(world, ACTOR_COMPANY, r), PAY_GOODS);
}

struct deal payment_deal(const struct world *world, uint32_t op, uint32_t row)
{
    struct random r = world_stream(world, FOR_PAYMENT, op, row);
    struct deal d;
    switch (world->actors[op].kind) {
    case ACTOR_RING: d = pay_ring(world, op, &r); break;
    case ACTOR_AGENCY: d = pay_agency(world, op, &r); break;
    case ACTOR_INDEPENDENT: d = pay_independent(world, op, &r); break;
    case ACTOR_HOUSEHOLD: d = pay_household(world, op, &r); break;
    default: d = pay_firm(world, op, &r);
    }
    if (d.to == d.from) /* nobody pays themselves: to a shop instead */
        d = deal(op, world->kinds[ACTOR_COMPANY].first + (op == world->kinds[ACTOR_COMPANY].first),
                 PAY_GOODS);
    return d;
}

static uint32_t call_partner(const struct world *world, uint32_t op, struct random *r)
{
    const struct actor *o = &world->actors[op];
    const struct ring *ring = world_ring(world, op);
    uint32_t share = random_below(r, 100);
    if (ring && share < 50)
        return ring->first + random_below(r, ring->count);
    if (o->kind == ACTOR_INDEPENDENT && share < 25)
        return group_mate(world, op, r);
    if (o->kind == ACTOR_HOUSEHOLD && share < 55)
        return group_mate(world, op, r);
    if (o->kind == ACTOR_HOUSEHOLD && share < 75)
        return world_any_advertiser(world, r);
    if (share < 82)
        return world_any(world, ACTOR_HOUSEHOLD, r);
    return world_any(world, share < 90 ? ACTOR_HOTEL : ACTOR_COMPANY, r);
}

struct deal call_deal(const struct world *world, uint32_t op, uint32_t row)
{
    struct random r = world_stream(world, FOR_CALL, op, row);
    uint32_t to = call_partner(world, op, &r);
    if (to == op)
        to = world->kinds[ACTOR_COMPANY].first + (op == world->kinds[ACTOR_COMPANY].first);
    return (struct deal){op, to, 0};
}

enum { VICTIMS_A_RING = 3 };

uint32_t person_count(const struct world *world)
{
    return world->kinds[ACTOR_RING].count + VICTIMS_A_RING * world->options.rings + 10 +
           world->options.ads / 300;
}

/* First a ring's operators, then some of those it advertises, then anybody. */
struct person person_of(const struct world *world, uint32_t index)
{
    struct random r = world_stream(world, FOR_PERSON, index, 0);
    uint32_t organisers = world->kinds[ACTOR_RING].count;
    struct person p = {.op = ACTOR_NONE, .has_phone = random_below(&r, 100) < 75};
    if (index >= organisers && index < organisers + VICTIMS_A_RING * world->options.rings) {
        uint32_t number = index - organisers;
        uint32_t ring = number / VICTIMS_A_RING;
        p.name = world_hash(world, FOR_NAME, ring + 1, (uint64_t)1 << 32 | number % VICTIMS_A_RING);
        p.role = PERSON_ADVERTISED;
        p.has_phone = 0;
        p.place = world->rings[ring].places[0];
        return p;
    }
    bool organiser = index < organisers;
    p.op = organiser ? world->kinds[ACTOR_RING].first + index : world_any(world, ACTOR_HOUSEHOLD, &r);
    p.role = organiser ? PERSON_ORGANISER : PERSON_OTHER;
    p.name = world_hash(world, FOR_NAME, p.op, 0);
    p.place = world->actors[p.op].place;
    return p;
}
