/* The largest entity: with and without each type of identifier, and its weakest links. */
#include "entities/inspection.h"

#include "entities/entity_edges.h"

#include "base/hash.h"
#include "base/memory.h"

/* The graph of one entity; nodes are its mentions in order. */
struct inside {
    const struct link_table *links;
    const struct identifier_table *identifiers;
    uint32_t *node_of; /* [mention]: node + 1 within the entity; 0 outside */
    uint64_t *keys;    /* [node] */
    uint32_t *sizes;
    uint32_t *group, *members;
    size_t *list; /* [count]: links inside the entity */
    struct contraction_edge *edges;
    struct item *items;
    size_t count;
    uint32_t nodes;
};

static void inside_release(struct inside *in)
{
    memory_free(in->node_of);
    memory_free(in->keys);
    memory_free(in->sizes);
    memory_free(in->group);
    memory_free(in->members);
    memory_free(in->list);
    memory_free(in->edges);
    memory_free(in->items);
}

static void find_largest(const struct mention_table *mentions, const struct entity_table *entities,
                         struct inspection *out)
{
    for (entity_id e = 1; e <= entities->count; e++)
        if (entities->records[e] > out->records) {
            out->entity = e;
            out->records = entities->records[e];
        }
    for (mention_id m = 1; out->entity && m <= mentions->count; m++)
        out->mentions += entities->of_mention[m] == out->entity;
}

static bool gather(struct inside *in, const struct mention_table *mentions,
                   const struct entity_table *entities, const struct inspection *found)
{
    const struct link_table *links = in->links;
    size_t evidence = 0;
    in->node_of = memory_new((size_t)mentions->count + 1, sizeof *in->node_of);
    in->keys = memory_new(found->mentions, sizeof *in->keys);
    in->sizes = memory_new(found->mentions, sizeof *in->sizes);
    in->group = memory_new(found->mentions, sizeof *in->group);
    in->members = memory_new(found->mentions, sizeof *in->members);
    in->list = memory_new(links->count, sizeof *in->list);
    if (!in->node_of || !in->keys || !in->sizes || !in->group || !in->members || !in->list)
        return false;
    for (mention_id m = 1; m <= mentions->count; m++) {
        if (entities->of_mention[m] != found->entity)
            continue;
        in->keys[in->nodes] = links->mention_keys ? links->mention_keys[m] : m;
        in->sizes[in->nodes] = links->chances ? links->chances[m] : 1;
        in->node_of[m] = ++in->nodes;
    }
    for (size_t i = 0; i < links->count; i++) {
        const struct link *l = &links->links[i];
        if (!in->node_of[l->a] || !in->node_of[l->b])
            continue;
        in->list[in->count++] = i;
        evidence += l->evidence_count;
    }
    in->edges = memory_new(in->count, sizeof *in->edges);
    in->items = memory_new(evidence, sizeof *in->items);
    return in->edges && in->items;
}

static const struct link *link_at(const struct inside *in, size_t i)
{
    return &in->links->links[in->list[i]];
}

static bool speaks(const struct inside *in, enum identifier_type type)
{
    for (size_t i = 0; i < in->count; i++)
        for (uint32_t k = 0; k < link_at(in, i)->evidence_count; k++) {
            const struct evidence *e = &in->links->evidence[link_at(in, i)->first_evidence + k];
            if (e->kind == EVIDENCE_IDENTIFIER && e->value &&
                in->identifiers->identifiers[e->value].type == type)
                return true;
        }
    return false;
}

static void count_parts(struct inside *in, uint32_t *parts, uint32_t *kept)
{
    for (uint32_t v = 0; v < in->nodes; v++)
        in->members[v] = 0;
    for (uint32_t v = 0; v < in->nodes; v++) {
        *parts += in->group[v] == v;
        in->members[in->group[v]]++;
        if (in->members[in->group[v]] > *kept)
            *kept = in->members[in->group[v]];
    }
}

static enum bowline_status hold_out(struct inside *in, enum identifier_type type, struct inspection *out,
                                    struct bowline_error *err)
{
    const struct left_out without = {in->identifiers, type};
    size_t items = 0;
    for (size_t i = 0; i < in->count; i++) {
        const struct link *l = link_at(in, i);
        in->edges[i] = (struct contraction_edge){
            .a = in->node_of[l->a] - 1, .b = in->node_of[l->b] - 1, .first_item = (uint32_t)items};
        entity_edge_read(in->links, l, &without, &in->edges[i], in->items);
        items += in->edges[i].item_count;
    }
    const struct contraction c = {.edges = in->edges,
                                  .edge_count = in->count,
                                  .node_count = in->nodes,
                                  .keys = in->keys,
                                  .per_doubling = ENTITY_JOIN_COST,
                                  .base = in->links->prior,
                                  .partners = ENTITY_PARTNERS,
                                  .items = in->items,
                                  .sizes = in->sizes};
    enum bowline_status status = contraction_run(&c, in->group, err);
    if (status == BOWLINE_OK)
        count_parts(in, &out->parts[type], &out->kept[type]);
    return status;
}

static enum bowline_status find_cuts(const struct inside *in, struct inspection *out,
                                     struct bowline_error *err)
{
    struct weak_cut cuts[WEAK_CUTS];
    struct cut_edge *edges = memory_new(in->count, sizeof *edges);
    if (!edges)
        return error_memory(err);
    for (size_t i = 0; i < in->count; i++) {
        const struct link *l = link_at(in, i);
        uint32_t a = in->node_of[l->a] - 1;
        uint32_t b = in->node_of[l->b] - 1;
        edges[i] = (struct cut_edge){a, b, l->bits, (uint32_t)hash_mix(in->keys[a] + in->keys[b])};
    }
    enum bowline_status status = weak_cuts_find(edges, in->count, in->nodes, cuts, &out->cut_count, err);
    for (unsigned i = 0; i < out->cut_count; i++) {
        const struct link *l = link_at(in, cuts[i].edge);
        out->cuts[i] = (struct inspection_cut){l->a, l->b, l->bits, cuts[i].nodes, (uint32_t)cuts[i].edges};
    }
    memory_free(edges);
    return status;
}

enum identifier_type inspection_weakest(const struct inspection *in)
{
    unsigned weakest = 0;
    for (unsigned t = 1; t < IDENTIFIER_TYPE_COUNT; t++)
        if (in->parts[t] && (!weakest || in->kept[t] < in->kept[weakest]))
            weakest = t;
    return (enum identifier_type)weakest;
}

enum bowline_status inspection_make(const struct link_table *links, const struct mention_table *mentions,
                                    const struct identifier_table *identifiers,
                                    const struct entity_table *entities, struct inspection *out,
                                    struct bowline_error *err)
{
    struct inside in = {.links = links, .identifiers = identifiers};
    *out = (struct inspection){0};
    find_largest(mentions, entities, out);
    bool ok = !out->entity || gather(&in, mentions, entities, out);
    enum bowline_status status = ok ? BOWLINE_OK : error_memory(err);
    for (unsigned t = 1; status == BOWLINE_OK && out->entity && t < IDENTIFIER_TYPE_COUNT; t++)
        if (speaks(&in, (enum identifier_type)t))
            status = hold_out(&in, (enum identifier_type)t, out, err);
    if (status == BOWLINE_OK && out->entity)
        status = find_cuts(&in, out, err);
    inside_release(&in);
    return status;
}
