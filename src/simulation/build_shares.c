/* Rows shared out by weight, and set in time. */
#include "simulation/build.h"

#include "base/memory.h"
#include "simulation/deals.h"

enum { DAY = 86400 };

/* Weights are assumed; a row is as likely as the weight of its operator in the sum of all. A ring has the
 * weight of all its members; those who book share its stays. */
static uint32_t ring_stay_weight(const struct world *world, uint32_t op, struct random *r)
{
    const struct ring *ring = world_ring(world, op);
    uint32_t member = op - ring->first;
    bool books = (member + ring->count - 1) % ring->count < ring->bookers; /* the first comes last */
    return books ? (10 + random_below(r, 9)) * ring->count / ring->bookers : 0;
}

static uint32_t stay_weight(const struct world *world, uint32_t op, struct random *r)
{
    const struct actor *o = &world->actors[op];
    switch (o->kind) {
    case ACTOR_RING: return ring_stay_weight(world, op, r);
    case ACTOR_AGENCY: return 4;
    case ACTOR_INDEPENDENT:
        return o->traits & TRAIT_TOURING ? 3 + random_below(r, 6) : random_below(r, 10) == 0;
    case ACTOR_HOUSEHOLD:
        if (o->traits & TRAIT_BUSINESS)
            return 5 + random_below(r, 10);
        return random_below(r, 100) < 46 ? 1 + random_below(r, 3) : 0;
    default: return 0;
    }
}

/* Who collects has more to pay, since it passes on. */
static uint32_t ring_payment_weight(const struct world *world, uint32_t op, struct random *r)
{
    const struct ring *ring = world_ring(world, op);
    uint32_t weight = 25 + random_below(r, 30);
    return op - ring->first < ring->collectors ? 3 * weight : weight;
}

static uint32_t payment_weight(const struct world *world, uint32_t op, struct random *r)
{
    const struct actor *o = &world->actors[op];
    switch (o->kind) {
    case ACTOR_RING: return ring_payment_weight(world, op, r);
    case ACTOR_AGENCY: return 20;
    case ACTOR_COMPANY: return 30 + random_below(r, 60);
    case ACTOR_INDEPENDENT: return 1 + o->rows[EVENT_AD] / 2;
    case ACTOR_HOUSEHOLD: return 1 + random_below(r, 5);
    default: return 6;
    }
}

static uint32_t call_weight(const struct world *world, uint32_t op, struct random *r)
{
    switch (world->actors[op].kind) {
    case ACTOR_RING: return 15 + random_below(r, 20);
    case ACTOR_AGENCY: return 15;
    case ACTOR_INDEPENDENT: return 1 + random_below(r, 2);
    case ACTOR_HOUSEHOLD: return random_below(r, 3);
    default: return 4;
    }
}

static uint32_t weight_of(const struct world *world, enum event_kind kind, uint32_t op)
{
    struct random r = world_stream(world, FOR_ACTOR, ACTOR_KINDS + 1 + kind, op);
    switch (kind) {
    case EVENT_STAY: return stay_weight(world, op, &r);
    case EVENT_PAYMENT: return payment_weight(world, op, &r);
    default: return call_weight(world, op, &r);
    }
}

/* Operator i receives the whole numbers between the sums of weights before and after it, scaled: the total is
 * exact. Households always weigh something, so no sum is zero. */
static void share_out(struct world *world, enum event_kind kind, uint32_t total)
{
    uint64_t sum = 0;
    uint64_t before = 0;
    for (uint32_t op = 0; op < world->actor_count; op++)
        sum += weight_of(world, kind, op);
    if (sum == 0) {
        world->actors[world->kinds[ACTOR_HOUSEHOLD].first].rows[kind] = total;
        return;
    }
    for (uint32_t op = 0; op < world->actor_count; op++) {
        uint64_t after = before + weight_of(world, kind, op);
        world->actors[op].rows[kind] = (uint32_t)(after * total / sum - before * total / sum);
        before = after;
    }
}

void build_shares(struct world *world)
{
    share_out(world, EVENT_STAY, world->options.stays);
    share_out(world, EVENT_PAYMENT, world->options.payments);
    share_out(world, EVENT_CALL, world->options.calls);
}

/* What follows from something else happens around its time: calls from stays and ads, money that is passed on
 * from money that came in; where that is outside the time of who does it, it follows from nothing. */
static uint64_t event_time(const struct world *world, enum event_kind kind, uint32_t op, uint32_t row)
{
    const struct actor *o = &world->actors[op];
    struct cause cause = {0};
    if (kind == EVENT_CALL)
        cause = call_cause(world, op, row);
    else if (kind == EVENT_PAYMENT)
        cause = payment_cause(world, op, row);
    if (!cause.days || cause.day < o->start || cause.day + cause.days > o->start + o->days)
        return world_event_time(world, kind, op, row);
    struct random r = world_stream(world, (enum purpose)(FOR_TIME + kind), op, row);
    uint64_t day = cause.day + random_below(&r, cause.days);
    return (day < world->days ? day : world->days - 1) * DAY + world_second_of_day(&r);
}

static bool build_kind(struct world *world, enum event_kind kind)
{
    size_t total = 0;
    for (uint32_t op = 0; op < world->actor_count; op++)
        total += world->actors[op].rows[kind];
    struct sort_pair *events = memory_new(total, sizeof *events);
    world->events[kind] = events;
    if (!events)
        return false;
    world->event_count[kind] = (uint32_t)total;
    for (uint32_t op = 0; op < world->actor_count; op++)
        for (uint32_t row = 0; row < world->actors[op].rows[kind]; row++)
            *events++ = (struct sort_pair){event_time(world, kind, op, row), (uint64_t)op << 32 | row};
    return sort_pairs(world->events[kind], total);
}

bool build_events(struct world *world)
{
    for (int kind = 0; kind < EVENT_KINDS; kind++)
        if (!build_kind(world, (enum event_kind)kind))
            return false;
    return true;
}
