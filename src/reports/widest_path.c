/* Links are taken from the strongest down until both ends hang together (Kruskal 1956); of the links taken,
 * and those as strong as the last, a breadth-first search gives the shortest way. */
#include "reports/widest_path.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

struct nodes {
    uint32_t *ids; /* sorted, each once */
    uint32_t count;
};

struct walk {
    uint32_t *parent; /* union-find, later the edge by which a node was reached, plus one */
    uint32_t *first;  /* edges of node n: list[first[n] .. first[n + 1]) */
    uint32_t *list;
    uint32_t *queue;
};

static int compare_ids(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static bool nodes_make(const struct path_edge *edges, size_t count, struct nodes *out)
{
    out->ids = memory_new(count * 2, sizeof *out->ids);
    if (!out->ids)
        return false;
    for (size_t i = 0; i < count; i++) {
        out->ids[i * 2] = edges[i].from;
        out->ids[i * 2 + 1] = edges[i].to;
    }
    if (count)
        qsort(out->ids, count * 2, sizeof *out->ids, compare_ids);
    for (size_t i = 0; i < count * 2; i++)
        if (out->count == 0 || out->ids[out->count - 1] != out->ids[i])
            out->ids[out->count++] = out->ids[i];
    return true;
}

/* The node of a record, or nodes->count. */
static uint32_t node_of(const struct nodes *nodes, uint32_t id)
{
    const uint32_t *found =
        nodes->count ? bsearch(&id, nodes->ids, nodes->count, sizeof id, compare_ids) : NULL;
    return found ? (uint32_t)(found - nodes->ids) : nodes->count;
}

static uint32_t root_of(uint32_t *parent, uint32_t node)
{
    while (parent[node] != node) {
        parent[node] = parent[parent[node]];
        node = parent[node];
    }
    return node;
}

/* How many of the strongest edges it takes, with those as strong as the last; 0 where all are not enough. */
static size_t edges_needed(const struct path_edge *edges, size_t count, const struct nodes *nodes,
                           uint32_t *parent, const uint32_t ends[2])
{
    size_t taken = 0;
    for (uint32_t i = 0; i < nodes->count; i++)
        parent[i] = i;
    while (taken < count && root_of(parent, ends[0]) != root_of(parent, ends[1])) {
        uint32_t x = root_of(parent, node_of(nodes, edges[taken].from));
        uint32_t y = root_of(parent, node_of(nodes, edges[taken].to));
        parent[x > y ? x : y] = x > y ? y : x;
        taken++;
    }
    if (root_of(parent, ends[0]) != root_of(parent, ends[1]))
        return 0;
    while (taken > 0 && taken < count && edges[taken].bits == edges[taken - 1].bits)
        taken++;
    return taken;
}

static void list_neighbours(const struct path_edge *edges, size_t count, const struct nodes *nodes,
                            struct walk *w)
{
    for (size_t i = 0; i < count; i++) {
        w->first[node_of(nodes, edges[i].from) + 2]++;
        w->first[node_of(nodes, edges[i].to) + 2]++;
    }
    for (uint32_t n = 2; n <= nodes->count; n++)
        w->first[n] += w->first[n - 1];
    for (size_t i = 0; i < count; i++) {
        w->list[w->first[node_of(nodes, edges[i].from) + 1]++] = (uint32_t)i;
        w->list[w->first[node_of(nodes, edges[i].to) + 1]++] = (uint32_t)i;
    }
}

static uint32_t other_end(const struct path_edge *edge, const struct nodes *nodes, uint32_t node)
{
    uint32_t from = node_of(nodes, edge->from);
    return from == node ? node_of(nodes, edge->to) : from;
}

/* Breadth first from the end, so that the way reads from the start. */
static size_t walk_back(const struct path_edge *edges, const struct nodes *nodes, struct walk *w,
                        const uint32_t ends[2], uint32_t *path)
{
    size_t head = 0;
    size_t tail = 0;
    size_t length = 0;
    memset(w->parent, 0, nodes->count * sizeof *w->parent);
    w->queue[tail++] = ends[1];
    while (head < tail) {
        uint32_t node = w->queue[head++];
        for (uint32_t k = w->first[node]; k < w->first[node + 1]; k++) {
            uint32_t next = other_end(&edges[w->list[k]], nodes, node);
            if (next == ends[1] || w->parent[next])
                continue;
            w->parent[next] = w->list[k] + 1;
            w->queue[tail++] = next;
        }
    }
    for (uint32_t node = ends[0]; node != ends[1];) {
        const struct path_edge *edge = &edges[w->parent[node] - 1];
        path[length++] = edge->link;
        node = other_end(edge, nodes, node);
    }
    return length;
}

static bool walk_make(struct walk *w, uint32_t nodes, size_t edges)
{
    w->parent = memory_new(nodes, sizeof *w->parent);
    w->queue = memory_new(nodes, sizeof *w->queue);
    w->first = memory_new((size_t)nodes + 2, sizeof *w->first);
    w->list = memory_new(edges * 2, sizeof *w->list);
    return w->parent && w->queue && w->first && w->list;
}

static void walk_release(struct walk *w)
{
    memory_free(w->parent);
    memory_free(w->queue);
    memory_free(w->first);
    memory_free(w->list);
}

static size_t find_path(const struct path_edge *edges, size_t count, const struct nodes *nodes,
                        struct walk *w, const uint32_t ends[2], uint32_t *path)
{
    if (ends[0] == nodes->count || ends[1] == nodes->count || ends[0] == ends[1])
        return 0;
    size_t needed = edges_needed(edges, count, nodes, w->parent, ends);
    if (needed == 0)
        return 0;
    list_neighbours(edges, needed, nodes, w);
    return walk_back(edges, nodes, w, ends, path);
}

enum bowline_status widest_path(const struct path_edge *edges, size_t count, const uint32_t records[2],
                                uint32_t *path, size_t *length, struct bowline_error *err)
{
    struct nodes nodes = {0};
    struct walk w = {0};
    *length = 0;
    bool is_ready = nodes_make(edges, count, &nodes) && walk_make(&w, nodes.count, count);
    if (is_ready) {
        const uint32_t ends[2] = {node_of(&nodes, records[0]), node_of(&nodes, records[1])};
        *length = find_path(edges, count, &nodes, &w, ends, path);
    }
    memory_free(nodes.ids);
    walk_release(&w);
    return is_ready ? BOWLINE_OK : error_memory(err);
}
