/* Circuits found: the visits of one operator's entities are walked once for each place a cycle may begin at.
 */
#include "scoring/circuits.h"

#include "base/memory.h"
#include "base/sort.h"

#include <assert.h>

/* Which entities belong to a true group: runs of pairs (group, entity), sorted. */
struct holdings {
    struct sort_pair *pairs;
    size_t count;
};

static bool holdings_build(struct holdings *h, const uint32_t *owner, uint32_t count)
{
    h->pairs = memory_new((size_t)count + 1, sizeof *h->pairs);
    for (uint32_t entity = 1; h->pairs && entity <= count; entity++)
        if (owner[entity])
            h->pairs[h->count++] = (struct sort_pair){owner[entity], entity};
    return h->pairs && sort_pairs(h->pairs, h->count);
}

/* The first pair of the group, or where it would stand. */
static size_t holdings_find(const struct holdings *h, uint32_t group)
{
    size_t low = 0;
    size_t high = h->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (h->pairs[middle].key < group)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool touches(const struct circuit *circuit, const struct circuit_visit *visit)
{
    return visit->begin < circuit->end && visit->end >= circuit->begin;
}

/* Taking each place as soon as it comes finds the most places in order. */
static uint32_t count_rounds(const struct circuit *circuit, const struct circuit_visit *visits, size_t count)
{
    assert(circuit->place_count >= 2);
    size_t most = 0;
    for (size_t start = 0; start < circuit->place_count; start++) {
        size_t next = start;
        size_t steps = 0;
        for (size_t i = 0; i < count; i++)
            if (visits[i].place != 0 && visits[i].place == circuit->places[next] &&
                touches(circuit, &visits[i])) {
                next = next + 1 == circuit->place_count ? 0 : next + 1;
                steps++;
            }
        most = steps > most ? steps : most;
    }
    return (uint32_t)(most / circuit->place_count);
}

static bool is_leg(const struct circuit *circuit, uint32_t from, uint32_t to)
{
    for (size_t i = 0; i < circuit->place_count; i++)
        if (from != 0 && circuit->places[i] == from && to != 0 &&
            circuit->places[(i + 1) % circuit->place_count] == to)
            return true;
    return false;
}

static uint32_t count_legs(const struct circuit *circuit, const struct circuit_visit *visits, size_t count)
{
    uint32_t legs = 0;
    const struct circuit_visit *before = NULL;
    for (size_t i = 0; i < count; i++) {
        if (!touches(circuit, &visits[i]))
            continue;
        legs += before && is_leg(circuit, before->place, visits[i].place);
        before = &visits[i];
    }
    return legs;
}

/* first[entity]: where its visits begin; first[entity_count + 1]: where they end. */
static size_t *first_visits(const struct circuit_world *world)
{
    size_t *first = memory_new((size_t)world->entity_count + 2, sizeof *first);
    size_t at = 0;
    for (uint32_t entity = 0; first && entity <= world->entity_count; entity++) {
        first[entity] = at;
        while (at < world->visit_count && world->visits[at].entity == entity)
            at++;
    }
    if (first)
        first[world->entity_count + 1] = at;
    return first;
}

static void score_one(const struct circuit *circuit, const struct holdings *own,
                      const struct circuit_visit *visits, const size_t *first, struct circuit_result *out)
{
    const struct holdings *h = circuit->network ? &own[1] : &own[0];
    uint32_t group = circuit->network ? circuit->network : circuit->entity;
    *out = (struct circuit_result){0, 0};
    for (size_t i = holdings_find(h, group); group && i < h->count && h->pairs[i].key == group; i++) {
        size_t from = first[h->pairs[i].value];
        size_t count = first[h->pairs[i].value + 1] - from;
        uint32_t rounds = count_rounds(circuit, visits + from, count);
        out->rounds = rounds > out->rounds ? rounds : out->rounds;
        out->legs += count_legs(circuit, visits + from, count);
    }
    out->legs = out->legs < circuit->legs ? out->legs : circuit->legs;
}

enum bowline_status score_circuits(const struct circuit *circuits, size_t count,
                                   const struct circuit_world *world, struct circuit_result *out,
                                   struct bowline_error *err)
{
    struct holdings own[2] = {{NULL, 0}, {NULL, 0}};
    size_t *first = first_visits(world);
    bool is_ready = first && holdings_build(&own[0], world->entity_owner, world->entity_count) &&
                    holdings_build(&own[1], world->network_owner, world->entity_count);
    for (size_t i = 0; is_ready && i < count; i++)
        score_one(&circuits[i], own, world->visits, first, &out[i]);
    memory_free(first);
    memory_free(own[0].pairs);
    memory_free(own[1].pairs);
    return is_ready ? BOWLINE_OK : error_memory(err);
}
