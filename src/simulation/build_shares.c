/* Rows shared out by weight, and set in time. */
#include "simulation/build.h"

#include "base/memory.h"

enum { DAY = 86400 };

/* Weights are assumed; a row is as likely as the weight of its operator in the sum of all. */
static uint32_t stay_weight(const struct actor *o, struct random *r)
{
    switch (o->kind) {
    case ACTOR_RING: return 10 + random_below(r, 9);
    case ACTOR_AGENCY: return 4;
    case ACTOR_INDEPENDENT: return o->is_touring ? 3 + random_below(r, 6) : random_below(r, 10) == 0;
    case ACTOR_HOUSEHOLD: {
        uint32_t traveller = random_below(r, 100);
        return traveller < 8 ? 5 + random_below(r, 10) : traveller < 50 ? 1 + random_below(r, 3) : 0;
    }
    default: return 0;
    }
}

static uint32_t payment_weight(const struct actor *o, struct random *r)
{
    switch (o->kind) {
    case ACTOR_RING: return 25 + random_below(r, 30);
    case ACTOR_AGENCY: return 20;
    case ACTOR_COMPANY: return 30 + random_below(r, 60);
    case ACTOR_INDEPENDENT: return 1 + o->rows[EVENT_AD] / 2;
    case ACTOR_HOUSEHOLD: return 1 + random_below(r, 5);
    default: return 6;
    }
}

static uint32_t call_weight(const struct actor *o, struct random *r)
{
    switch (o->kind) {
    case ACTOR_RING: return 15 + random_below(r, 20);
    case ACTOR_AGENCY: return 15;
    case ACTOR_INDEPENDENT: return 1 + random_below(r, 2);
    case ACTOR_HOUSEHOLD: return random_below(r, 3);
    default: return 4;
    }
}

static uint32_t weight_of(const struct world *world, enum event_kind kind, uint32_t op)
{
    const struct actor *o = &world->actors[op];
    struct random r = world_stream(world, FOR_ACTOR, ACTOR_KINDS + 1 + kind, op);
    switch (kind) {
    case EVENT_STAY: return stay_weight(o, &r);
    case EVENT_PAYMENT: return payment_weight(o, &r);
    default: return call_weight(o, &r);
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

/* By day more than by night; the hours are assumed. */
static uint64_t second_of_day(struct random *r)
{
    uint64_t hour = 7 + (random_below(r, 17) + random_below(r, 17)) / 2;
    if (random_below(r, 12) == 0)
        hour = random_below(r, 24);
    return hour * 3600 + random_below(r, 3600);
}

static uint64_t event_time(const struct world *world, enum event_kind kind, uint32_t op, uint32_t row)
{
    const struct actor *o = &world->actors[op];
    struct random r = world_stream(world, (enum purpose)(FOR_TIME + kind), op, row);
    uint64_t span = (uint64_t)o->days * DAY / o->rows[kind];
    uint64_t second = (uint64_t)o->start * DAY + span * row + random_below(&r, (uint32_t)span + 1);
    uint64_t day = second / DAY < WORLD_DAYS - 1 ? second / DAY : WORLD_DAYS - 1;
    return day * DAY + second_of_day(&r);
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
