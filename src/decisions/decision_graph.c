/* Whether one more decision contradicts those that stand. */
#include "decisions/decision_graph.h"

#include "base/memory.h"

/* Neighbours by "same", and a search over them. */
struct search {
    const struct decision_graph *graph;
    struct decided_edge added;
    size_t *first; /* [node + 1] */
    size_t *list;  /* edges; graph->count is `added` */
    size_t *by;    /* [node]: 1 + the edge by which it was reached; 0 where it was not */
    uint32_t *queue;
};

static struct decided_edge edge_at(const struct search *s, size_t edge)
{
    return edge < s->graph->count ? s->graph->edges[edge] : s->added;
}

static bool search_make(struct search *s)
{
    size_t nodes = s->graph->node_count;
    size_t edges = s->graph->count + 1;
    s->first = memory_new(nodes + 2, sizeof *s->first);
    s->list = memory_new(2 * edges, sizeof *s->list);
    s->by = memory_new(nodes, sizeof *s->by);
    s->queue = memory_new(nodes, sizeof *s->queue);
    if (!s->first || !s->list || !s->by || !s->queue)
        return false;
    for (size_t e = 0; e < edges; e++)
        if (edge_at(s, e).is_same) {
            s->first[edge_at(s, e).a + 2]++;
            s->first[edge_at(s, e).b + 2]++;
        }
    for (size_t v = 2; v < nodes + 2; v++)
        s->first[v] += s->first[v - 1];
    for (size_t e = 0; e < edges; e++)
        if (edge_at(s, e).is_same) {
            s->list[s->first[edge_at(s, e).a + 1]++] = e;
            s->list[s->first[edge_at(s, e).b + 1]++] = e;
        }
    return true;
}

static void search_release(struct search *s)
{
    memory_free(s->first);
    memory_free(s->list);
    memory_free(s->by);
    memory_free(s->queue);
}

static uint32_t other_end(const struct search *s, size_t edge, uint32_t node)
{
    struct decided_edge e = edge_at(s, edge);
    return e.a == node ? e.b : e.a;
}

/* All nodes that "same" leads to from the start. */
static void reach(struct search *s, uint32_t start)
{
    size_t head = 0;
    size_t tail = 0;
    for (uint32_t v = 0; v < s->graph->node_count; v++)
        s->by[v] = 0;
    s->queue[tail++] = start;
    while (head < tail) {
        uint32_t node = s->queue[head++];
        for (size_t i = s->first[node]; i < s->first[node + 1]; i++) {
            uint32_t next = other_end(s, s->list[i], node);
            if (next == start || s->by[next])
                continue;
            s->by[next] = s->list[i] + 1;
            s->queue[tail++] = next;
        }
    }
}

/* The chain from `end` back to the start, told from the start. */
static void write_chain(const struct search *s, uint32_t start, uint32_t end, struct contradiction *out)
{
    out->length = 0;
    for (uint32_t node = end; node != start; node = other_end(s, s->by[node] - 1, node))
        out->chain[out->length++] = s->by[node] - 1;
    for (size_t i = 0; i < out->length / 2; i++) {
        size_t swap = out->chain[i];
        out->chain[i] = out->chain[out->length - 1 - i];
        out->chain[out->length - 1 - i] = swap;
    }
}

static void check(struct search *s, struct contradiction *out)
{
    for (size_t e = 0; e <= s->graph->count && !out->is_found; e++) {
        struct decided_edge edge = edge_at(s, e);
        if (edge.is_same)
            continue;
        reach(s, edge.a);
        if (!s->by[edge.b])
            continue;
        out->is_found = true;
        out->against = e;
        write_chain(s, edge.a, edge.b, out);
    }
}

enum bowline_status decision_graph_check(const struct decision_graph *graph, struct decided_edge added,
                                         struct contradiction *out, struct bowline_error *err)
{
    struct search s = {.graph = graph, .added = added};
    out->is_found = false;
    out->length = 0;
    bool ok = search_make(&s);
    if (ok)
        check(&s, out);
    search_release(&s);
    return ok ? BOWLINE_OK : error_memory(err);
}
