/* Networks: ties between entities, joined by greedy additive edge contraction. */
#include "entities/network_table.h"

#include "entities/attachment.h"
#include "entities/tie_list.h"

#include "graph/contraction.h"

#include "base/memory.h"
#include "base/sort.h"

#include <math.h>
#include <string.h>

#define MARGIN        12000   /* bits beyond what chance gives among all records: 4,000 to 1 */
#define LEAST_OF_KIND 4500    /* what the ties of a kind must sum to, to count as a second kind */
#define LEAST_OF_WEAK 9000    /* likewise of weak identifiers, and beside the strongest kind */
#define LEAST_A_NODE  1000    /* and for each node of the group */
#define CORE_FROM     4       /* nodes of a group from which its core is asked for */
#define PEELS         32      /* rounds in which nodes with one neighbour are left out */
#define BASE          (-2000) /* of any two nodes that touch: everybody has some weak tie */
#define JOIN_COST     500     /* as for entities */

const char *tie_kind_name(enum tie_kind kind)
{
    static const char *const names[TIE_KIND_COUNT] = {"none",     "payment", "call",      "booking",
                                                      "premises", "person",  "identifier"};
    return (unsigned)kind < TIE_KIND_COUNT ? names[kind] : "none";
}

void network_table_init(struct network_table *table)
{
    *table = (struct network_table){0};
}

void network_table_release(struct network_table *table)
{
    memory_free(table->networks);
    memory_free(table->of_entity);
    memory_free(table->of_record);
    memory_free(table->ties);
    *table = (struct network_table){0};
}

/* The first mention of each entity stands for it. */
static bool fill_nodes(const struct link_inputs *in, const struct link_table *links,
                       const struct entity_table *entities, uint32_t *node_of, uint64_t *node_keys)
{
    uint32_t *first = memory_new((size_t)entities->count + 1, sizeof *first);
    for (mention_id m = 1; first && m <= in->mentions->count; m++) {
        entity_id e = entities->of_mention[m];
        if (e && !first[e])
            first[e] = m;
        node_of[m] = e ? first[e] : m;
        uint64_t key = links->mention_keys ? links->mention_keys[m] : m;
        uint64_t *of_node = &node_keys[node_of[m]];
        *of_node = node_of[m] == m || key < *of_node ? key : *of_node;
    }
    memory_free(first);
    return first;
}

/* Shared things are items, counted once between two groups; events add up. */
static size_t list_edges(const struct network_table *table, const struct tie_list *list,
                         struct contraction_edge *edges, struct item *items)
{
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct tie_event *e = &list->events[i];
        if (!e->thing || e->bits <= 0)
            continue;
        items[count] = (struct item){e->thing, e->bits};
        edges[count] = (struct contraction_edge){
            .a = e->a - 1, .b = e->b - 1, .first_item = (uint32_t)count, .item_count = 1};
        count++;
    }
    for (size_t i = 0; i < table->tie_count; i++) {
        const struct tie *t = &table->ties[i];
        if (t->counted > 0)
            edges[count++] = (struct contraction_edge){.a = t->a - 1, .b = t->b - 1, .weight = t->counted};
    }
    return count;
}

static enum bowline_status join(const struct tie_inputs *in, const struct network_table *table,
                                const struct tie_list *list, uint32_t *group, struct bowline_error *err)
{
    struct contraction_edge *edges = memory_new(list->count + table->tie_count, sizeof *edges);
    struct item *items = memory_new(list->count, sizeof *items);
    enum bowline_status status = BOWLINE_ERROR_MEMORY;
    if (edges && items) {
        const struct contraction c = {.edges = edges,
                                      .edge_count = list_edges(table, list, edges, items),
                                      .node_count = in->in->mentions->count,
                                      .keys = in->node_keys + 1,
                                      .per_doubling = JOIN_COST,
                                      .base = BASE,
                                      .by_lesser = true,
                                      .items = items};
        status = contraction_run(&c, group, err);
    } else {
        error_memory(err);
    }
    memory_free(edges);
    memory_free(items);
    return status;
}

/* What a group holds; [mention - 1 of its first node]. */
struct tally {
    uint64_t key; /* the least of its nodes' keys */
    millibits bits;
    uint32_t nodes;
    millibits persons;                 /* of the ties by persons */
    millibits core;                    /* of the ties of its core alone; of all where that is not asked for */
    millibits of_kind[TIE_KIND_COUNT]; /* of those */
    network_id number;
};

static millibits add_up(millibits sum, millibits more)
{
    return sum > BITS_MOST * 30 ? sum : sum + more;
}

static bool is_inside(const struct tie *tie, const uint32_t *group)
{
    return group[tie->a - 1] == group[tie->b - 1] && tie->bits > 0;
}

static void tally_groups(const struct tie_inputs *in, const struct network_table *table,
                         const uint32_t *group, struct tally *tally)
{
    for (mention_id m = 1; m <= in->in->mentions->count; m++) {
        if (in->node_of[m] != m)
            continue;
        struct tally *t = &tally[group[m - 1]];
        uint64_t key = in->node_keys[m];
        t->key = t->nodes == 0 || key < t->key ? key : t->key;
        t->nodes++;
    }
    for (size_t i = 0; i < table->tie_count; i++) {
        const struct tie *tie = &table->ties[i];
        struct tally *t = &tally[group[tie->a - 1]];
        if (!is_inside(tie, group))
            continue;
        t->bits = add_up(t->bits, tie->bits);
        if (tie->kind == TIE_PERSON)
            t->persons = add_up(t->persons, tie->bits);
    }
}

/* Whether some ties weigh enough for a group of that many. */
static bool weighs(const struct tally *t, millibits bits)
{
    return bits >= LEAST_OF_WEAK && bits >= (int64_t)t->nodes * LEAST_A_NODE;
}

/* Counts each node's neighbours among those that are left, and leaves out who has but one. */
static bool peel(const struct network_table *table, const uint32_t *group, uint32_t *neighbours,
                 uint32_t *next, uint32_t nodes)
{
    bool changed = false;
    memset(next, 0, nodes * sizeof *next);
    for (size_t i = 0; i < table->tie_count; i++) {
        const struct tie *tie = &table->ties[i];
        bool again = i && tie[-1].a == tie->a && tie[-1].b == tie->b && tie[-1].bits > 0;
        if (again || !is_inside(tie, group) || neighbours[tie->a] < 2 || neighbours[tie->b] < 2)
            continue;
        next[tie->a]++;
        next[tie->b]++;
    }
    for (uint32_t v = 0; v < nodes; v++) {
        changed = changed || (neighbours[v] >= 2 && next[v] < 2);
        neighbours[v] = next[v];
    }
    return changed;
}

/* What holds a group together without those who hang on one neighbour: its 2-core, but for chains of more
 * than PEELS. neighbours, next: [nodes]. */
static void weigh_cores(const struct network_table *table, const uint32_t *group, uint32_t *neighbours,
                        uint32_t nodes, struct tally *tally)
{
    uint32_t *next = neighbours + nodes;
    for (uint32_t v = 0; v < nodes; v++)
        neighbours[v] = 2;
    for (unsigned i = 0; i < PEELS && peel(table, group, neighbours, next, nodes); i++)
        continue;
    for (size_t i = 0; i < table->tie_count; i++) {
        const struct tie *tie = &table->ties[i];
        struct tally *t = &tally[group[tie->a - 1]];
        bool in_core = neighbours[tie->a] >= 2 && neighbours[tie->b] >= 2;
        bool asked = t->nodes >= CORE_FROM && !weighs(t, t->persons);
        if (!is_inside(tie, group) || (asked && !in_core))
            continue;
        t->core = add_up(t->core, tie->bits);
        t->of_kind[tie->kind] = add_up(t->of_kind[tie->kind], tie->bits);
    }
}

/* What all kinds but the strongest weigh. */
static millibits beside_strongest(const struct tally *t)
{
    millibits most = 0;
    for (unsigned k = 1; k < TIE_KIND_COUNT; k++)
        most = t->of_kind[k] > most ? t->of_kind[k] : most;
    return t->core - most;
}

/* Two kinds of tie at least that weigh something, for each alone is common among the innocent, and bits
 * enough for the prior against. Where no advertised person ties the group, more is asked for: one who deals
 * with many that do not deal with each other is an employer or a landlord, and three who lodge each other and
 * pay each other once are a family. */
static bool is_network(const struct tally *t, millibits least)
{
    unsigned kinds = 0;
    for (unsigned k = 1; k < TIE_KIND_COUNT; k++)
        kinds += t->of_kind[k] >= (k == TIE_IDENTIFIER ? LEAST_OF_WEAK : LEAST_OF_KIND);
    bool is_held = weighs(t, t->persons) || weighs(t, beside_strongest(t));
    return t->nodes > 1 && kinds > 1 && t->core >= least && is_held;
}

/* With more records, more groups touch by chance. */
static millibits least_bits(const struct record_table *records)
{
    return MARGIN + (millibits)lround(1000 * log2(records->count + 1.0));
}

/* Most bits first, then by key. */
static bool number_networks(const struct tie_inputs *in, struct tally *tally, struct network_table *out)
{
    uint32_t mentions = in->in->mentions->count;
    millibits least = least_bits(in->in->records);
    size_t count = 0;
    for (uint32_t i = 0; i < mentions; i++)
        count += is_network(&tally[i], least);
    struct sort_pair *pairs = memory_new(count, sizeof *pairs);
    out->networks = memory_new(count + 1, sizeof *out->networks);
    if (!pairs || !out->networks) {
        memory_free(pairs);
        return false;
    }
    count = 0;
    for (uint32_t i = 0; i < mentions; i++)
        if (is_network(&tally[i], least))
            pairs[count++] = (struct sort_pair){tally[i].key, i};
    bool ok = sort_pairs(pairs, count);
    for (size_t i = 0; ok && i < count; i++)
        pairs[i].key = (uint64_t)(INT32_MAX - tally[pairs[i].value].bits);
    ok = ok && sort_pairs(pairs, count);
    for (size_t i = 0; ok && i < count; i++) {
        struct tally *t = &tally[pairs[i].value];
        t->number = ++out->count;
        out->networks[out->count] = (struct network){.entities = t->nodes, .bits = t->bits};
    }
    memory_free(pairs);
    return ok;
}

/* Of each node its network, those that hang on one by what they begin included. */
static bool assign(const struct tie_inputs *in, const uint32_t *group, const struct tally *tally,
                   struct network_table *out, network_id *network_of)
{
    memset(network_of, 0, ((size_t)in->in->mentions->count + 1) * sizeof *network_of);
    for (mention_id m = 1; m <= in->in->mentions->count; m++)
        if (in->node_of[m] == m)
            network_of[m] = tally[group[m - 1]].number;
    if (!attachment_find(in, out, least_bits(in->in->records), network_of))
        return false;
    for (mention_id m = 1; m <= in->in->mentions->count; m++)
        if (in->node_of[m] == m && network_of[m] != tally[group[m - 1]].number)
            out->networks[network_of[m]].entities++;
    return true;
}

static network_id network_of_record(const struct tie_inputs *in, const struct network_table *out,
                                    const network_id *network_of, record_id r)
{
    const struct mention_table *mentions = in->in->mentions;
    const struct record_table *records = in->in->records;
    network_id filed = out->of_entity[in->entities->of_record[r]];
    mention_id principal = mention_principal(mentions, records, r);
    if (!filed && principal)
        filed = network_of[in->node_of[principal]];
    /* What unknown hands pay to a network is its income, but the payments of an entity are that entity's;
     * that strangers call it makes them no part of it. */
    bool is_call = records->records[r].kind == KIND_CALL;
    bool is_others = in->entities->of_record[r] || (is_call && record_is_senders(records, r));
    mention_id end = is_others ? 0 : mentions->first[r + 1];
    for (mention_id m = mentions->first[r]; !filed && m < end; m++)
        filed = network_of[in->node_of[m]];
    return filed;
}

static bool file(const struct tie_inputs *in, const network_id *network_of, struct network_table *out)
{
    const struct record_table *records = in->in->records;
    out->of_entity = memory_new((size_t)in->entities->count + 1, sizeof *out->of_entity);
    out->of_record = memory_new((size_t)records->count + 1, sizeof *out->of_record);
    if (!out->of_entity || !out->of_record)
        return false;
    for (mention_id m = 1; m <= in->in->mentions->count; m++)
        out->of_entity[in->entities->of_mention[m]] = network_of[in->node_of[m]];
    out->of_entity[0] = 0;
    for (record_id r = 1; r <= records->count; r++) {
        out->of_record[r] = network_of_record(in, out, network_of, r);
        out->networks[out->of_record[r]].records++;
    }
    out->networks[0] = (struct network){0};
    return true;
}

/* Of the ties of what hangs on a network, all count that lead into it, however weak each is. */
static void name_ties(const struct network_table *table, const uint32_t *group, const network_id *network_of)
{
    for (size_t i = 0; i < table->tie_count; i++) {
        struct tie *t = &table->ties[i];
        bool hangs = group[t->a - 1] != group[t->b - 1];
        t->network = network_of[t->a] == network_of[t->b] && (hangs || t->bits > 0) ? network_of[t->a] : 0;
    }
}

static enum bowline_status build(struct tie_inputs *in, struct network_table *out, struct bowline_error *err)
{
    size_t mentions = in->in->mentions->count;
    struct tie_list list = {0};
    uint32_t *group = memory_new(mentions, sizeof *group);
    struct tally *tally = memory_new(mentions, sizeof *tally);
    uint32_t *neighbours = memory_new(2 * (mentions + 1), sizeof *neighbours);
    enum bowline_status status = BOWLINE_ERROR_MEMORY;
    if (group && tally && neighbours) {
        bool ok =
            ties_from_events(in, &list) && ties_from_shared(in, &list) && tie_list_weigh(in, &list, out);
        status = ok ? join(in, out, &list, group, err) : error_memory(err);
        tie_list_release(&list);
        if (status == BOWLINE_OK) {
            tally_groups(in, out, group, tally);
            weigh_cores(out, group, neighbours, (uint32_t)mentions + 1, tally);
            network_id *network_of = neighbours; /* its room is free again */
            if (number_networks(in, tally, out) && assign(in, group, tally, out, network_of) &&
                file(in, network_of, out))
                name_ties(out, group, network_of);
            else
                status = error_memory(err);
        }
    } else {
        error_memory(err);
    }
    memory_free(group);
    memory_free(tally);
    memory_free(neighbours);
    return status;
}

enum bowline_status network_table_build(const struct link_inputs *inputs, const struct link_table *links,
                                        const struct entity_table *entities, struct network_table *out,
                                        struct bowline_error *err)
{
    network_table_init(out);
    size_t mentions = (size_t)inputs->mentions->count + 1;
    uint32_t *node_of = memory_new(mentions, sizeof *node_of);
    uint64_t *node_keys = memory_new(mentions, sizeof *node_keys);
    struct tie_inputs in = {inputs, links, entities, node_of, node_keys};
    bool ok = node_of && node_keys && fill_nodes(inputs, links, entities, node_of, node_keys);
    enum bowline_status status = ok ? build(&in, out, err) : error_memory(err);
    memory_free(node_keys);
    memory_free(node_of);
    if (status != BOWLINE_OK)
        network_table_release(out);
    return status;
}
