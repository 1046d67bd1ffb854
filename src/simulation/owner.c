/* Rows counted by operator: first where each acts, then where the truth puts them. */
#include "simulation/owner.h"

#include "base/memory.h"
#include "simulation/build.h"

uint32_t payment_owner(const struct world *world, struct deal deal)
{
    return world->records[deal.from] < 2 && world->records[deal.to] > 0 ? deal.to : deal.from;
}

uint32_t person_owner(const struct person *person)
{
    return person->has_phone ? person->op : ACTOR_NONE;
}

bool owner_is_entity(const struct world *world, uint32_t op)
{
    return op != ACTOR_NONE && world->claimed[op] >= 2;
}

static void count_records(struct world *world)
{
    for (size_t op = 0; op < world->actor_count; op++)
        for (int kind = 0; kind < EVENT_KINDS; kind++)
            world->records[op] += world->actors[op].rows[kind];
    for (uint32_t i = 0; i < world->premises_count; i++)
        world->records[world->premises[i].owner]++;
    for (uint32_t i = 0; i < person_count(world); i++) {
        struct person person = person_of(world, i);
        if (person_owner(&person) != ACTOR_NONE)
            world->records[person.op]++;
    }
}

bool build_claims(struct world *world)
{
    world->records = memory_new(world->actor_count, sizeof *world->records);
    world->claimed = memory_new(world->actor_count, sizeof *world->claimed);
    if (!world->records || !world->claimed)
        return false;
    count_records(world);
    for (uint32_t op = 0; op < world->actor_count; op++) {
        world->claimed[op] += world->records[op] - world->actors[op].rows[EVENT_PAYMENT];
        for (uint32_t row = 0; row < world->actors[op].rows[EVENT_PAYMENT]; row++)
            world->claimed[payment_owner(world, payment_deal(world, op, row))]++;
    }
    return true;
}
