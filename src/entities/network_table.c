/* Networks: ties between entities, joined by greedy additive edge contraction. */
#include "entities/network_table.h"

#include "entities/tie_list.h"

#include "graph/contraction.h"

#include "base/memory.h"
#include "base/sort.h"

#define LEAST_BITS 20000 /* the prior against: of a million groups that touch, one is a network */
#define JOIN_COST  1500  /* as for entities, and more: ties are weaker, and everybody has some */

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
static uint32_t *nodes_new(const struct mention_table *mentions, const struct entity_table *entities)
{
    uint32_t *node_of = memory_new((size_t)mentions->count + 1, sizeof *node_of);
    uint32_t *first = memory_new((size_t)entities->count + 1, sizeof *first);
    for (mention_id m = 1; node_of && first && m <= mentions->count; m++) {
        entity_id e = entities->of_mention[m];
        if (e && !first[e])
            first[e] = m;
        node_of[m] = e ? first[e] : m;
    }
    if (!first) {
        memory_free(node_of);
        node_of = NULL;
    }
    memory_free(first);
    return node_of;
}

static enum bowline_status join(const struct tie_inputs *in, const struct network_table *table,
                                uint32_t *group, struct bowline_error *err)
{
    struct contraction_edge *edges = memory_new(table->tie_count, sizeof *edges);
    if (!edges)
        return error_memory(err);
    for (size_t i = 0; i < table->tie_count; i++) {
        const struct tie *t = &table->ties[i];
        edges[i] =
            (struct contraction_edge){.a = t->a - 1, .b = t->b - 1, .weight = t->bits > 0 ? t->bits : 0};
    }
    const struct contraction c = {.edges = edges,
                                  .edge_count = table->tie_count,
                                  .node_count = in->in->mentions->count,
                                  .keys = in->links->mention_keys ? in->links->mention_keys + 1 : NULL,
                                  .per_doubling = JOIN_COST};
    enum bowline_status status = contraction_run(&c, group, err);
    memory_free(edges);
    return status;
}

/* What a group holds; [mention - 1 of its first node]. */
struct tally {
    uint64_t key; /* the least of its nodes' keys */
    millibits bits;
    uint32_t nodes;
    uint8_t kinds; /* of its ties, as a set of bits */
    network_id number;
};

static void tally_groups(const struct tie_inputs *in, const struct network_table *table,
                         const uint32_t *group, struct tally *tally)
{
    for (mention_id m = 1; m <= in->in->mentions->count; m++) {
        if (in->node_of[m] != m)
            continue;
        struct tally *t = &tally[group[m - 1]];
        uint64_t key = in->links->mention_keys ? in->links->mention_keys[m] : m;
        t->key = t->nodes == 0 || key < t->key ? key : t->key;
        t->nodes++;
    }
    for (size_t i = 0; i < table->tie_count; i++) {
        const struct tie *tie = &table->ties[i];
        struct tally *t = &tally[group[tie->a - 1]];
        if (group[tie->a - 1] != group[tie->b - 1] || tie->bits <= 0)
            continue;
        t->kinds |= (uint8_t)(1u << tie->kind);
        t->bits = t->bits > BITS_MOST * 30 ? t->bits : t->bits + tie->bits;
    }
}

/* Two kinds of tie at least, for each alone is common among the innocent, and bits enough for the prior
 * against. */
static bool is_network(const struct tally *t)
{
    return t->nodes > 1 && (t->kinds & (t->kinds - 1)) != 0 && t->bits >= LEAST_BITS;
}

/* Most bits first, then by key. */
static bool number_networks(const struct tie_inputs *in, struct tally *tally, struct network_table *out)
{
    uint32_t mentions = in->in->mentions->count;
    size_t count = 0;
    for (uint32_t i = 0; i < mentions; i++)
        count += is_network(&tally[i]);
    struct sort_pair *pairs = memory_new(count, sizeof *pairs);
    out->networks = memory_new(count + 1, sizeof *out->networks);
    if (!pairs || !out->networks) {
        memory_free(pairs);
        return false;
    }
    count = 0;
    for (uint32_t i = 0; i < mentions; i++)
        if (is_network(&tally[i]))
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

static network_id network_of(const struct tie_inputs *in, const uint32_t *group, const struct tally *tally,
                             mention_id m)
{
    return tally[group[in->node_of[m] - 1]].number;
}

static bool file(const struct tie_inputs *in, const uint32_t *group, const struct tally *tally,
                 struct network_table *out)
{
    const struct mention_table *mentions = in->in->mentions;
    const struct record_table *records = in->in->records;
    out->of_entity = memory_new((size_t)in->entities->count + 1, sizeof *out->of_entity);
    out->of_record = memory_new((size_t)records->count + 1, sizeof *out->of_record);
    if (!out->of_entity || !out->of_record)
        return false;
    for (mention_id m = 1; m <= mentions->count; m++)
        out->of_entity[in->entities->of_mention[m]] = network_of(in, group, tally, m);
    out->of_entity[0] = 0;
    for (record_id r = 1; r <= records->count; r++) {
        network_id filed = out->of_entity[in->entities->of_record[r]];
        mention_id principal = mention_principal(mentions, records, r);
        if (!filed && principal)
            filed = network_of(in, group, tally, principal);
        mention_id end = record_is_senders(records, r) ? 0 : mentions->first[r + 1];
        for (mention_id m = mentions->first[r]; !filed && m < end; m++)
            filed = network_of(in, group, tally, m);
        out->of_record[r] = filed;
        out->networks[filed].records++;
    }
    out->networks[0] = (struct network){0};
    for (size_t i = 0; i < out->tie_count; i++) {
        struct tie *t = &out->ties[i];
        t->network = group[t->a - 1] == group[t->b - 1] && t->bits > 0 ? tally[group[t->a - 1]].number : 0;
    }
    return true;
}

static enum bowline_status build(struct tie_inputs *in, struct network_table *out, struct bowline_error *err)
{
    size_t mentions = in->in->mentions->count;
    struct tie_list list = {0};
    uint32_t *group = memory_new(mentions, sizeof *group);
    struct tally *tally = memory_new(mentions, sizeof *tally);
    enum bowline_status status = BOWLINE_ERROR_MEMORY;
    if (group && tally) {
        bool ok =
            ties_from_events(in, &list) && ties_from_shared(in, &list) && tie_list_weigh(in, &list, out);
        tie_list_release(&list);
        status = ok ? join(in, out, group, err) : error_memory(err);
        if (status == BOWLINE_OK) {
            tally_groups(in, out, group, tally);
            if (!number_networks(in, tally, out) || !file(in, group, tally, out))
                status = error_memory(err);
        }
    } else {
        error_memory(err);
    }
    memory_free(group);
    memory_free(tally);
    return status;
}

enum bowline_status network_table_build(const struct link_inputs *inputs, const struct link_table *links,
                                        const struct entity_table *entities, struct network_table *out,
                                        struct bowline_error *err)
{
    network_table_init(out);
    uint32_t *node_of = nodes_new(inputs->mentions, entities);
    struct tie_inputs in = {inputs, links, entities, node_of};
    enum bowline_status status = node_of ? build(&in, out, err) : error_memory(err);
    memory_free(node_of);
    if (status != BOWLINE_OK)
        network_table_release(out);
    return status;
}
