/* Who deals with whom. Shares are percentages, all assumed. */
#include "simulation/deals.h"

#include "base/calendar.h"
#include "simulation/stay.h"

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
    return (struct deal){.from = from, .to = to, .kind = (uint8_t)kind};
}

/* Some stay of the payer's, or of one of the ring's bookers; where there is none, any hotel. */
static struct deal pay_hotel(const struct world *world, uint32_t op, struct random *r)
{
    const struct ring *ring = world_ring(world, op);
    uint32_t booker = ring ? ring->first + (1 + random_below(r, ring->bookers)) % ring->count : op;
    uint32_t stays = world->actors[booker].rows[EVENT_STAY];
    if (!stays) {
        uint32_t hotel = world_any_hotel(world, world_any_place(r), r);
        return deal(op, world->premises[hotel].owner, PAY_HOTEL);
    }
    uint32_t row = random_below(r, stays);
    struct sort_pair event = {world_event_time(world, EVENT_STAY, booker, row), (uint64_t)booker << 32 | row};
    struct stay stay = stay_of(world, event);
    struct deal d = deal(op, world->premises[stay.premises].owner, PAY_HOTEL);
    d.day = (uint16_t)stay.day;
    d.nights = (uint8_t)stay.nights;
    return d;
}

/* Most of what goes on from a collector goes to the same person outside. */
static struct deal pass_on(const struct world *world, uint32_t op, struct random *r)
{
    struct range households = world->kinds[ACTOR_HOUSEHOLD];
    if (random_below(r, 3))
        return deal(op, households.first + op % households.count, PAY_PASS_ON);
    return deal(op, world_any(world, ACTOR_COMPANY, r), PAY_PASS_ON);
}

static struct deal pay_ring(const struct world *world, uint32_t op, struct random *r)
{
    const struct ring *ring = world_ring(world, op);
    uint32_t member = op - ring->first;
    uint32_t share = random_below(r, 100);
    bool pays = member < ring->payers;
    uint32_t let = world->ring_lets[ring->let_first + random_below(r, ring->let_count)];
    if (share < 45 && member < ring->collectors)
        return pass_on(world, op, r);
    if (share < 45 || (share < 60 && !pays))
        return deal(op, ring->first + random_below(r, ring->collectors), PAY_COLLECT);
    if (share < 60 && world->premises[let].owner != op)
        return deal(op, world->premises[let].owner, PAY_RENT);
    if (share < 72 && pays)
        return pay_hotel(world, op, r);
    if (share < 88 && member < ring->writers)
        return deal(op, world_any(world, ACTOR_SITE, r), PAY_AD);
    if (share < 94)
        return deal(op, ring->first + random_below(r, ring->count), PAY_FAMILY);
    return deal(op, world_any(world, ACTOR_COMPANY, r), PAY_GOODS);
}

/* rent: the dial of BOWLINE_DECOY_RENT, times quarters. */
static bool pays_rent(const struct world *world, uint32_t quarters, struct random *r)
{
    return random_below(r, BOWLINE_SHARE_ONE) < world->options.decoys[BOWLINE_DECOY_RENT] * quarters / 4u;
}

/* One of those who work for a firm: always the same few. */
static uint32_t any_worker(const struct world *world, uint32_t op, enum actor_kind kind, uint32_t most,
                           struct random *r)
{
    struct range range = world->kinds[kind];
    uint64_t hash = world_hash(world, FOR_ACTOR, ACTOR_KINDS + 30, op);
    uint32_t staff = 3 + (uint32_t)(hash % most);
    return range.first + (uint32_t)((hash >> 8) + (uint64_t)random_below(r, staff) * 7) % range.count;
}

static struct deal pay_agency(const struct world *world, uint32_t op, struct random *r)
{
    if (world->kinds[ACTOR_INDEPENDENT].count && decoy_drawn(world, BOWLINE_DECOY_PAYROLL, r))
        return deal(op, any_worker(world, op, ACTOR_INDEPENDENT, 10, r), PAY_WAGES);
    if (pays_rent(world, 6, r))
        return deal(op, landlord_of(world, op), PAY_RENT);
    return deal(op, world_any(world, ACTOR_SITE, r), PAY_AD);
}

static struct deal pay_independent(const struct world *world, uint32_t op, struct random *r)
{
    uint32_t share = random_below(r, 70);
    if (pays_rent(world, 6, r))
        return deal(op, landlord_of(world, op), PAY_RENT);
    if (share < 25)
        return deal(op, world_any(world, ACTOR_SITE, r), PAY_AD);
    if (share < 40 && actor_has(world, op, TRAIT_TOURING))
        return pay_hotel(world, op, r);
    if (share < 45)
        return deal(op, group_mate(world, op, r), PAY_FAMILY);
    return deal(op, world_any(world, ACTOR_COMPANY, r), PAY_GOODS);
}

static struct deal pay_household(const struct world *world, uint32_t op, struct random *r)
{
    uint32_t share = random_below(r, 80);
    if (pays_rent(world, 4, r))
        return deal(op, landlord_of(world, op), PAY_RENT);
    if (share < 12)
        return deal(op, world_any_advertiser(world, r), PAY_CLIENT);
    if (share < 22)
        return pay_hotel(world, op, r);
    if (share < 35)
        return deal(op, group_mate(world, op, r), PAY_FAMILY);
    return deal(op, world_any(world, ACTOR_COMPANY, r), PAY_GOODS);
}

static struct deal pay_firm(const struct world *world, uint32_t op, struct random *r)
{
    if (decoy_drawn(world, BOWLINE_DECOY_PAYROLL, r))
        return deal(op, any_worker(world, op, ACTOR_HOUSEHOLD, 30, r), PAY_WAGES);
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
    if (d.kind == PAY_COLLECT && d.to == op) /* a collector who pays in to itself */
        d = pass_on(world, op, &r);
    if (d.to == d.from) /* nobody pays themselves: to a shop instead */
        d = deal(op, world->kinds[ACTOR_COMPANY].first + (op == world->kinds[ACTOR_COMPANY].first),
                 PAY_GOODS);
    return d;
}

/* Euros, from and span, and the steps of which amounts are made. All assumed. */
static const struct {
    uint32_t from, span, step;
} tariffs[PAY_KINDS] = {
    [PAY_COLLECT] = {180, 1900, 10}, [PAY_PASS_ON] = {900, 4200, 50}, [PAY_RENT] = {420, 900, 5},
    [PAY_HOTEL] = {65, 520, 1},      [PAY_AD] = {9, 70, 1},           [PAY_GOODS] = {4, 260, 1},
    [PAY_WAGES] = {900, 2300, 1},    [PAY_CLIENT] = {60, 260, 10},    [PAY_FAMILY] = {10, 300, 5},
};

/* Rent, and a worker's wages, are the same each month. */
uint64_t payment_cents(const struct world *world, struct deal deal, uint64_t event)
{
    bool fixed = deal.kind == PAY_RENT || deal.kind == PAY_WAGES;
    struct random r = fixed ? world_stream(world, FOR_STYLE, deal.from, (uint64_t)7 << 32 | deal.to)
                            : world_stream(world, FOR_PAYMENT, event, (uint64_t)2 << 40);
    uint32_t step = tariffs[deal.kind].step;
    if (deal.nights) /* 55 to 174 euros a night, as the house asks (assumed) */
        return (55 + world_hash(world, FOR_STYLE, deal.to, (uint64_t)8 << 32) % 120) * 100 * deal.nights;
    uint64_t euros = tariffs[deal.kind].from + random_below(&r, tariffs[deal.kind].span / step + 1) * step;
    return euros * 100 + (step == 1 ? random_below(&r, 100) : 0);
}

/* Some payment of another member to the collector, and one to eight days more. */
static struct cause collect_cause(const struct world *world, uint32_t op, uint32_t row)
{
    enum { TRIES = 20, SECONDS_A_DAY = 86400 };
    const struct ring *ring = world_ring(world, op);
    struct random r = world_stream(world, FOR_PAYMENT, op, (uint64_t)4 << 40 | row);
    for (int i = 0; i < TRIES; i++) {
        uint32_t member = ring->first + random_below(&r, ring->count);
        uint32_t rows = world->actors[member].rows[EVENT_PAYMENT];
        uint32_t other = rows ? random_below(&r, rows) : 0;
        struct deal in = rows ? payment_deal(world, member, other) : (struct deal){0};
        if (rows && in.kind == PAY_COLLECT && in.to == op) {
            uint64_t second = world_event_time(world, EVENT_PAYMENT, member, other);
            return (struct cause){(uint32_t)(second / SECONDS_A_DAY) + 1, 8, member};
        }
    }
    return (struct cause){0};
}

/* Rent goes out in the first five days of a month, wages from the 25th to the 27th. */
static struct cause month_cause(const struct world *world, uint32_t op, uint32_t row, bool wages)
{
    uint64_t second = world_event_time(world, EVENT_PAYMENT, op, row);
    struct civil date = calendar_civil(world->first_day + (int64_t)(second / 86400));
    date.day = wages ? 25 : 1;
    int64_t day = calendar_days(date) - world->first_day;
    if (day < 0)
        return (struct cause){0};
    return (struct cause){(uint32_t)day, wages ? 3 : 5, op};
}

struct cause payment_cause(const struct world *world, uint32_t op, uint32_t row)
{
    struct deal d = payment_deal(world, op, row);
    if (d.kind == PAY_PASS_ON)
        return collect_cause(world, op, row);
    if (d.kind == PAY_RENT || d.kind == PAY_WAGES)
        return month_cause(world, op, row, d.kind == PAY_WAGES);
    if (d.kind == PAY_HOTEL && d.nights)
        return (struct cause){d.day, d.nights + 1u, op};
    return (struct cause){0};
}

static struct cause stay_cause(const struct world *world, uint32_t op, struct random *r)
{
    const struct ring *ring = world_ring(world, op);
    uint32_t booker = ring->first + random_below(r, ring->count);
    uint32_t stays = world->actors[booker].rows[EVENT_STAY];
    if (!stays)
        return (struct cause){0};
    uint64_t second = world_event_time(world, EVENT_STAY, booker, random_below(r, stays));
    return (struct cause){(uint32_t)(second / 86400), 2, booker};
}

struct cause call_cause(const struct world *world, uint32_t op, uint32_t row)
{
    enum { RING_PERCENT = 60, HOUSEHOLD_PERCENT = 20 };
    struct random r = world_stream(world, FOR_CALL, op, (uint64_t)2 << 40 | row);
    uint32_t share = random_below(&r, 100);
    uint32_t ads = world->event_count[EVENT_AD];
    if (world->actors[op].ring && share < RING_PERCENT)
        return stay_cause(world, op, &r);
    if (world->actors[op].kind != ACTOR_HOUSEHOLD || share >= HOUSEHOLD_PERCENT || !ads)
        return (struct cause){0};
    struct sort_pair ad = world->events[EVENT_AD][random_below(&r, ads)];
    return (struct cause){(uint32_t)(ad.key / 86400), 4, (uint32_t)(ad.value >> 32)};
}

static uint32_t call_partner(const struct world *world, uint32_t op, struct random *r)
{
    const struct actor *o = &world->actors[op];
    const struct ring *ring = world_ring(world, op);
    uint32_t share = random_below(r, 100);
    if (ring && share < 10)
        return ring->first + random_below(r, ring->count);
    if (o->kind == ACTOR_INDEPENDENT && share < 25)
        return group_mate(world, op, r);
    if (o->kind == ACTOR_HOUSEHOLD && share < 55)
        return group_mate(world, op, r);
    if (share < 82)
        return world_any(world, ACTOR_HOUSEHOLD, r);
    return world_any(world, share < 90 ? ACTOR_HOTEL : ACTOR_COMPANY, r);
}

/* Around a stay its booker calls another member, and another member the booker. */
static uint32_t caused_partner(const struct world *world, uint32_t op, struct cause cause, struct random *r)
{
    const struct ring *ring = world_ring(world, op);
    if (!ring || cause.op != op)
        return cause.op;
    return ring->first + random_below(r, ring->count);
}

struct deal call_deal(const struct world *world, uint32_t op, uint32_t row)
{
    struct random r = world_stream(world, FOR_CALL, op, row);
    struct cause cause = call_cause(world, op, row);
    uint32_t to = cause.days ? caused_partner(world, op, cause, &r) : call_partner(world, op, &r);
    if (to == op)
        to = world->kinds[ACTOR_COMPANY].first + (op == world->kinds[ACTOR_COMPANY].first);
    return deal(op, to, PAY_GOODS);
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
