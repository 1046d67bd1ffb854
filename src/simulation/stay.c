/* A stay: who booked which premises for whom. Shares are percentages, all assumed. */
#include "simulation/stay.h"

/* Where the case says which premises a ring uses, it uses no others. */
static void choose_ring_stay(struct stay *stay, const struct world *world, struct random *r)
{
    const struct ring *ring = world_ring(world, stay->op);
    stay->person = random_below(r, ring->people);
    unsigned place = person_place(world, world->actors[stay->op].ring, stay->person, stay->day);
    stay->nights = 3 + random_below(r, ring->dwell);
    uint32_t own = ring_any_let(world, ring, place, r);
    uint32_t other = random_below(r, 2) ? world_any_hotel(world, place, r) : world_any_let(world, place, r);
    bool at_own = world->options.premises || random_below(r, 100) < 50;
    stay->premises = own != UINT32_MAX && at_own ? own : other;
    if (own == UINT32_MAX && world->options.premises)
        stay->premises = world->ring_lets[ring->let_first];
    stay->payer = random_below(r, 100) < 60 ? ring->first + random_below(r, ring->payers) : stay->op;
    stay->payer_is_ring = true;
}

static void choose_other_stay(struct stay *stay, const struct world *world, struct random *r)
{
    bool business = actor_has(world, stay->op, TRAIT_BUSINESS);
    bool touring = actor_has(world, stay->op, TRAIT_TOURING);
    unsigned place = touring ? actor_place(world, stay->op, stay->day) : world_any_place(r);
    bool hotel = random_below(r, 100) < (business ? 90u : 55u);
    stay->nights = business ? 1 + random_below(r, 3) : 1 + random_below(r, 8);
    stay->premises = hotel ? world_any_hotel(world, place, r) : world_any_let(world, place, r);
    stay->by_desk = hotel && decoy_drawn(world, BOWLINE_DECOY_HOTEL_DESK, r);
    uint32_t employer = world->kinds[ACTOR_COMPANY].first + stay->op % world->kinds[ACTOR_COMPANY].count;
    stay->payer = business && random_below(r, 100) < 60 ? employer : stay->op;
}

struct stay stay_of(const struct world *world, struct sort_pair event)
{
    uint32_t op = (uint32_t)(event.value >> 32);
    struct random r = world_stream(world, FOR_STAY, op, (uint32_t)event.value);
    struct stay stay = {.op = op, .person = UINT32_MAX, .payer = op};
    stay.row = (uint32_t)event.value;
    stay.day = (uint32_t)(event.key / 86400);
    if (world->actors[op].ring)
        choose_ring_stay(&stay, world, &r);
    else
        choose_other_stay(&stay, world, &r);
    stay.gives_mail = random_below(&r, 100) < 55;
    return stay;
}
