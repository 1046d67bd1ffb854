/* Rows counted by operator: first where each acts, then where the truth puts them. */
#include "simulation/owner.h"

#include "base/memory.h"
#include "simulation/build.h"
#include "simulation/dirt.h"

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

/* An independent with several traits is named by the one that ties it most. */
const char *owner_kind(const struct world *world, uint32_t op)
{
    static const char *const kinds[ACTOR_KINDS] = {"ring",    "spammer", "agency",   "independent", "site",
                                                   "company", "hotel",   "landlord", "household"};
    static const struct {
        const char *name;
        enum trait trait;
    } traits[] = {{"shared-flat", TRAIT_FLAT},    {"shared-driver", TRAIT_DRIVER},
                  {"safety-phone", TRAIT_SAFETY}, {"touring", TRAIT_TOURING},
                  {"family", TRAIT_FAMILY},       {"business-traveller", TRAIT_BUSINESS}};
    for (size_t i = 0; i < sizeof traits / sizeof *traits; i++)
        if (actor_has(world, op, traits[i].trait))
            return traits[i].name;
    return kinds[world->actors[op].kind];
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

/* Where a row is written twice, it counts twice. */
static uint32_t copies(const struct world *world, enum table table, uint64_t a, uint64_t b)
{
    return 1u + row_is_doubled(world, table, a, b);
}

static void claim_events(struct world *world, uint32_t op)
{
    const uint32_t *rows = world->actors[op].rows;
    for (uint32_t row = 0; row < rows[EVENT_AD]; row++)
        world->claimed[op] += copies(world, TABLE_ADS, op, row);
    for (uint32_t row = 0; row < rows[EVENT_STAY]; row++)
        world->claimed[op] += copies(world, TABLE_STAYS, op, row);
    for (uint32_t row = 0; row < rows[EVENT_CALL]; row++)
        world->claimed[op] += copies(world, TABLE_CALLS, op, row);
    for (uint32_t row = 0; row < rows[EVENT_PAYMENT]; row++)
        world->claimed[payment_owner(world, payment_deal(world, op, row))] +=
            copies(world, TABLE_PAYMENTS, op, row);
}

bool build_claims(struct world *world)
{
    world->records = memory_new(world->actor_count, sizeof *world->records);
    world->claimed = memory_new(world->actor_count, sizeof *world->claimed);
    if (!world->records || !world->claimed)
        return false;
    count_records(world);
    for (uint32_t op = 0; op < world->actor_count; op++)
        claim_events(world, op);
    for (uint32_t i = 0; i < world->premises_count; i++)
        world->claimed[world->premises[i].owner] += copies(world, TABLE_PREMISES, 0, i);
    for (uint32_t i = 0; i < person_count(world); i++) {
        struct person person = person_of(world, i);
        if (person_owner(&person) != ACTOR_NONE)
            world->claimed[person.op] += copies(world, TABLE_PERSONS, 0, i);
    }
    return true;
}
