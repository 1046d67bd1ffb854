/* Entities that hang on a network: the surprise of their dealings with it (Dunning 1993, with Poisson
 * counts). */
#include "entities/attachment.h"

#include "base/memory.h"
#include "base/sort.h"

#include <math.h>

#define LEAST_EVENTS 4 /* with a network, before anything is concluded */
#define LEAST_SHARE  3 /* of what it begins, one in so many is with the network. Both assumed. */

struct attachment {
    const struct tie_inputs *in;
    const struct network_table *table;
    network_id *network_of;
    uint32_t *begun;          /* [node]: payments and calls that it began */
    uint32_t *met;            /* [network]: those that were begun with it */
    struct sort_pair *events; /* node << 32 | network, how many */
    size_t count;
    uint64_t all;
};

static void note(struct attachment *at, uint32_t from, uint32_t to, uint32_t count)
{
    network_id met = at->network_of[to];
    at->begun[from] += count;
    at->all += count;
    at->met[met] += count;
    if (count && met && !at->network_of[from] && at->in->entities->of_mention[from])
        at->events[at->count++] = (struct sort_pair){(uint64_t)from << 32 | met, count};
}

static void note_all(struct attachment *at)
{
    for (size_t i = 0; i < at->table->tie_count; i++) {
        const struct tie *tie = &at->table->ties[i];
        if (tie->kind != TIE_PAYMENT && tie->kind != TIE_CALL)
            continue;
        note(at, tie->a, tie->b, tie->there);
        note(at, tie->b, tie->a, tie->back);
    }
}

/* log2 of the likelihood ratio of so many events against those that chance would give. */
static double surprise(const struct attachment *at, uint32_t node, network_id network, uint32_t events)
{
    double expected = (double)at->begun[node] * at->met[network] / (double)at->all;
    return events > expected ? events * log2(events / expected) - (events - expected) / log(2) : 0;
}

/* The network with which a node has most; of two the first. */
static void choose(struct attachment *at, millibits least)
{
    for (size_t begin = 0, end; begin < at->count; begin = end) {
        uint32_t node = (uint32_t)(at->events[begin].key >> 32);
        uint32_t best = 0;
        network_id network = 0;
        for (end = begin; end < at->count && at->events[end].key >> 32 == node;) {
            uint64_t key = at->events[end].key;
            uint32_t sum = 0;
            for (; end < at->count && at->events[end].key == key; end++)
                sum += (uint32_t)at->events[end].value;
            if (sum > best) {
                best = sum;
                network = (network_id)key;
            }
        }
        if (best >= LEAST_EVENTS && best >= at->begun[node] / LEAST_SHARE &&
            1000 * surprise(at, node, network, best) >= least)
            at->network_of[node] = network;
    }
}

bool attachment_find(const struct tie_inputs *in, const struct network_table *table, millibits least,
                     network_id *network_of)
{
    size_t nodes = (size_t)in->in->mentions->count + 1;
    struct attachment at = {.in = in, .table = table, .network_of = network_of};
    at.begun = memory_new(nodes, sizeof *at.begun);
    at.met = memory_new((size_t)table->count + 1, sizeof *at.met);
    at.events = memory_new(2 * table->tie_count, sizeof *at.events);
    bool ok = at.begun && at.met && at.events;
    if (ok)
        note_all(&at);
    ok = ok && sort_pairs(at.events, at.count);
    if (ok)
        choose(&at, least);
    memory_free(at.begun);
    memory_free(at.met);
    memory_free(at.events);
    return ok;
}
