/* Money that a ring's collector passes on. The payments that came in to it since it last passed money on are
 * one route with the payment out, which is a little smaller than their sum; what waited too long stays. */
#include "simulation/build.h"

#include "base/memory.h"
#include "simulation/deals.h"

enum { WAIT_DAYS = 21, FLOWS_MOST = 40000000 };

/* What a collector has that it did not pass on yet: the last payment in, by its place in flows from 1. */
struct till {
    uint32_t last;
    uint64_t cents;
    uint64_t since; /* second of the first of them */
};

static struct flow *add_flow(struct world *world)
{
    if (!memory_reserve(&world->flows, &world->flow_capacity, world->flow_count + 1, FLOWS_MOST))
        return NULL;
    return &world->flows[world->flow_count++];
}

static bool take_in(struct world *world, struct till *till, struct deal deal, uint32_t event)
{
    struct sort_pair at = world->events[EVENT_PAYMENT][event];
    struct flow *flow = add_flow(world);
    if (!flow)
        return false;
    if (!till->last || till->since + (uint64_t)WAIT_DAYS * 86400 < at.key)
        *till = (struct till){.since = at.key};
    *flow = (struct flow){.event = event, .previous = till->last, .account_of = deal.to};
    flow->cents = payment_cents(world, deal, at.value);
    till->cents += flow->cents;
    till->last = (uint32_t)world->flow_count;
    return true;
}

/* Keeps 4 to 15 percent (assumed); whole fives. */
static bool pass_on(struct world *world, struct till *till, struct deal deal, uint32_t event, uint32_t *route)
{
    struct sort_pair at = world->events[EVENT_PAYMENT][event];
    struct random r = world_stream(world, FOR_PAYMENT, at.value, (uint64_t)3 << 40);
    bool late = till->since + (uint64_t)WAIT_DAYS * 86400 < at.key;
    uint64_t cents = till->cents * (85 + random_below(&r, 12)) / 100 / 500 * 500;
    if (!till->last || late || cents == 0)
        return true;
    struct flow *flow = add_flow(world);
    if (!flow)
        return false;
    *flow = (struct flow){.event = event, .route = ++*route, .previous = till->last, .is_out = true};
    flow->account_of = deal.from;
    flow->cents = cents;
    for (uint32_t in = till->last; in; in = world->flows[in - 1].previous)
        world->flows[in - 1].route = *route;
    *till = (struct till){0};
    return true;
}

static bool walk_payments(struct world *world, struct till *tills)
{
    uint32_t route = 0;
    uint32_t first = world->kinds[ACTOR_RING].first;
    bool ok = true;
    for (uint32_t event = 0; event < world->event_count[EVENT_PAYMENT] && ok; event++) {
        uint64_t value = world->events[EVENT_PAYMENT][event].value;
        if (!world->actors[value >> 32].ring)
            continue;
        struct deal deal = payment_deal(world, (uint32_t)(value >> 32), (uint32_t)value);
        if (deal.kind == PAY_COLLECT)
            ok = take_in(world, &tills[deal.to - first], deal, event);
        else if (deal.kind == PAY_PASS_ON)
            ok = pass_on(world, &tills[deal.from - first], deal, event, &route);
    }
    return ok;
}

bool build_flows(struct world *world)
{
    struct till *tills = memory_new(world->kinds[ACTOR_RING].count, sizeof *tills);
    bool ok = tills && walk_payments(world, tills);
    memory_free(tills);
    return ok;
}
