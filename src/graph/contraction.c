/* Greedy additive edge contraction. Each part that is connected by positive edges is solved alone: joins can
 * only happen along those. */
#include "graph/contraction.h"

#include "graph/contraction_part.h"
#include "graph/union_find.h"

#include "base/memory.h"

#include <string.h>

/* Edges by part, parts by their smallest node. */
struct parts {
    uint32_t *root;    /* [node] */
    uint32_t *local;   /* [node]: its number within its part */
    size_t *first;     /* [node + 1]: edges of the part whose root is node, in order[] */
    uint32_t *order;   /* edge indices */
    uint32_t *members; /* [root]: nodes in the part */
};

static void parts_release(struct parts *p)
{
    memory_free(p->root);
    memory_free(p->local);
    memory_free(p->first);
    memory_free(p->order);
    memory_free(p->members);
}

static bool parts_allocate(const struct contraction *in, struct parts *p)
{
    size_t n = in->node_count;
    *p = (struct parts){.root = memory_new(n, sizeof *p->root),
                        .local = memory_new(n, sizeof *p->local),
                        .first = memory_new(n + 2, sizeof *p->first),
                        .order = memory_new(in->edge_count, sizeof *p->order),
                        .members = memory_new(n, sizeof *p->members)};
    return p->root && p->local && p->first && p->order && p->members;
}

static bool inside(const struct parts *p, const struct contraction_edge *e)
{
    return e->a != e->b && p->root[e->a] == p->root[e->b];
}

/* Whether the edge, alone or with parallel ones, may ever be contracted: no more than that it speaks for. */
static bool may_gain(const struct contraction *in, const struct contraction_edge *e)
{
    int64_t told = e->weight;
    for (unsigned i = 0; i < CONTRACTION_MEANS; i++)
        told += e->has_mean >> i & 1 ? e->mean[i] : 0;
    for (unsigned i = 0; i < e->item_count; i++)
        told += in->items[e->first_item + i].weight;
    return told > 0;
}

static void parts_find(const struct contraction *in, struct parts *p)
{
    union_find_init(p->root, in->node_count);
    for (size_t i = 0; i < in->edge_count; i++)
        if (may_gain(in, &in->edges[i]))
            union_find_join(p->root, in->edges[i].a, in->edges[i].b);
    for (uint32_t v = 0; v < in->node_count; v++) {
        p->root[v] = union_find_root(p->root, v);
        p->local[v] = p->members[p->root[v]]++;
    }
    for (size_t i = 0; i < in->edge_count; i++)
        if (inside(p, &in->edges[i]))
            p->first[p->root[in->edges[i].a] + 2]++;
    for (size_t v = 2; v < (size_t)in->node_count + 2; v++)
        p->first[v] += p->first[v - 1];
    for (size_t i = 0; i < in->edge_count; i++)
        if (inside(p, &in->edges[i]))
            p->order[p->first[p->root[in->edges[i].a] + 1]++] = (uint32_t)i;
}

/* The nodes of each part, in order: nodes[first .. first + members). Reuses nothing of `parts` but its sizes.
 */
static void nodes_by_part(const struct contraction *in, const struct parts *p, uint32_t *nodes,
                          uint32_t *start)
{
    uint32_t sum = 0;
    for (uint32_t v = 0; v < in->node_count; v++) {
        if (p->root[v] != v)
            continue;
        start[v] = sum;
        sum += p->members[v];
    }
    for (uint32_t v = 0; v < in->node_count; v++)
        nodes[start[p->root[v]] + p->local[v]] = v;
}

static enum bowline_status solve(const struct contraction *in, const struct parts *p, const uint32_t *nodes,
                                 const uint32_t *start, uint32_t *group)
{
    struct contraction_part part;
    contraction_part_init(&part, in);
    enum bowline_status status = BOWLINE_OK;
    for (uint32_t v = 0; v < in->node_count && status == BOWLINE_OK; v++) {
        if (p->root[v] != v || p->members[v] < 2)
            continue;
        const uint32_t *of_part = nodes + start[v];
        status = contraction_part_reset(&part, p->members[v], p->first[v + 1] - p->first[v]);
        for (uint32_t i = 0; status == BOWLINE_OK && i < p->members[v]; i++)
            contraction_part_node(&part, i, in->keys ? in->keys[of_part[i]] : of_part[i],
                                  in->sizes ? in->sizes[of_part[i]] : 1);
        for (size_t i = p->first[v]; status == BOWLINE_OK && i < p->first[v + 1]; i++) {
            const struct contraction_edge *e = &in->edges[p->order[i]];
            if (!contraction_part_add(&part, p->local[e->a], p->local[e->b], e, in->items))
                status = BOWLINE_ERROR_MEMORY;
        }
        if (status == BOWLINE_OK)
            status = contraction_part_solve(&part);
        if (status == BOWLINE_OK && in->probe && p->root[in->probe->a] == v && p->root[in->probe->b] == v)
            contraction_part_probe(&part, p->local[in->probe->a], p->local[in->probe->b], in->probe);
        for (uint32_t i = 0; status == BOWLINE_OK && i < p->members[v]; i++)
            group[of_part[i]] = of_part[contraction_part_group(&part, i)];
    }
    contraction_part_release(&part);
    return status;
}

enum bowline_status contraction_run(const struct contraction *in, uint32_t *group, struct bowline_error *err)
{
    if (in->edge_count > UINT32_MAX / 2)
        return error_set(err, BOWLINE_ERROR_SPACE, "more than 2,147,483,647 links: split the case");
    struct parts parts;
    uint32_t *nodes = memory_new(in->node_count, sizeof *nodes);
    uint32_t *start = memory_new(in->node_count, sizeof *start);
    enum bowline_status status = BOWLINE_ERROR_MEMORY;
    if (parts_allocate(in, &parts) && nodes && start) {
        parts_find(in, &parts);
        nodes_by_part(in, &parts, nodes, start);
        for (uint32_t v = 0; v < in->node_count; v++)
            group[v] = v;
        status = solve(in, &parts, nodes, start, group);
    }
    parts_release(&parts);
    memory_free(nodes);
    memory_free(start);
    return status == BOWLINE_ERROR_MEMORY ? error_memory(err) : status;
}
