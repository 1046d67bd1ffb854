/* Weak cuts: Kruskal's forest, the nodes below each of its edges, and the edges across those that are told.
 */
#include "graph/weak_cuts.h"

#include "base/memory.h"
#include "base/sort.h"
#include "graph/union_find.h"

#include <string.h>

struct forest {
    const struct cut_edge *edges;
    struct sort_pair *order; /* heaviest first; value: edge */
    size_t count;            /* of the order */
    uint32_t nodes;
    uint32_t *set;   /* [node]: union-find */
    size_t *kept;    /* the edges of the forest, heaviest first */
    uint32_t trees;  /* how many are kept */
    uint32_t *next;  /* [2 * kept + side]: the next way out of that side's node, + 1 */
    uint32_t *ways;  /* [node]: the first, + 1 */
    uint32_t *above; /* [node]: the kept edge to its parent + 1; 0 at a root */
    uint32_t *walk;  /* nodes, parents first */
    uint32_t *sizes; /* [node]: nodes below it and itself */
    uint8_t *below;  /* [node]: of the cut that is looked at */
};

static void forest_release(struct forest *f)
{
    memory_free(f->order);
    memory_free(f->set);
    memory_free(f->kept);
    memory_free(f->next);
    memory_free(f->ways);
    memory_free(f->above);
    memory_free(f->walk);
    memory_free(f->sizes);
    memory_free(f->below);
}

static bool forest_init(struct forest *f, const struct cut_edge *edges, size_t count, uint32_t nodes)
{
    *f = (struct forest){.edges = edges, .nodes = nodes};
    f->order = memory_new(count, sizeof *f->order);
    f->set = memory_new(nodes, sizeof *f->set);
    f->kept = memory_new(nodes, sizeof *f->kept);
    f->next = memory_new((size_t)nodes * 2, sizeof *f->next);
    f->ways = memory_new(nodes, sizeof *f->ways);
    f->above = memory_new(nodes, sizeof *f->above);
    f->walk = memory_new(nodes, sizeof *f->walk);
    f->sizes = memory_new(nodes, sizeof *f->sizes);
    f->below = memory_new(nodes, sizeof *f->below);
    if (!f->order || !f->set || !f->kept || !f->next || !f->ways || !f->above || !f->walk || !f->sizes ||
        !f->below)
        return false;
    for (size_t i = 0; i < count; i++)
        if (edges[i].bits > 0)
            f->order[f->count++] =
                (struct sort_pair){(uint64_t)(UINT32_MAX - (uint32_t)edges[i].bits) << 32 | edges[i].key, i};
    return sort_pairs(f->order, f->count);
}

static void way_add(struct forest *f, uint32_t node, uint32_t side)
{
    f->next[side] = f->ways[node];
    f->ways[node] = side + 1;
}

static void forest_grow(struct forest *f)
{
    union_find_init(f->set, f->nodes);
    for (size_t i = 0; i < f->count; i++) {
        const struct cut_edge *e = &f->edges[f->order[i].value];
        if (union_find_root(f->set, e->a) == union_find_root(f->set, e->b))
            continue;
        union_find_join(f->set, e->a, e->b);
        way_add(f, e->a, 2 * f->trees);
        way_add(f, e->b, 2 * f->trees + 1);
        f->kept[f->trees++] = f->order[i].value;
    }
}

static uint32_t other_end(const struct forest *f, uint32_t kept, uint32_t node)
{
    const struct cut_edge *e = &f->edges[f->kept[kept]];
    return e->a == node ? e->b : e->a;
}

/* Each tree from its root down, then the sizes from the leaves up. */
static void forest_walk(struct forest *f)
{
    uint32_t told = 0;
    for (uint32_t root = 0; root < f->nodes; root++) {
        if (union_find_root(f->set, root) != root)
            continue;
        uint32_t at = told;
        for (f->walk[told++] = root; at < told; at++)
            for (uint32_t way = f->ways[f->walk[at]]; way; way = f->next[way - 1]) {
                uint32_t kept = (way - 1) / 2;
                if (f->above[f->walk[at]] == kept + 1)
                    continue;
                f->walk[told] = other_end(f, kept, f->walk[at]);
                f->above[f->walk[told++]] = kept + 1;
            }
    }
    for (uint32_t i = told; i-- > 0;) {
        uint32_t node = f->walk[i];
        f->sizes[node]++;
        if (f->above[node])
            f->sizes[other_end(f, f->above[node] - 1, node)] += f->sizes[node];
    }
}

static bool cut_is_before(const struct forest *f, const struct weak_cut *x, const struct weak_cut *y)
{
    bool x_parts = (uint64_t)x->nodes * WEAK_CUT_SHARE >= f->nodes;
    bool y_parts = (uint64_t)y->nodes * WEAK_CUT_SHARE >= f->nodes;
    if (x_parts != y_parts)
        return x_parts;
    if (f->edges[x->edge].bits != f->edges[y->edge].bits)
        return f->edges[x->edge].bits < f->edges[y->edge].bits;
    if (x->nodes != y->nodes)
        return x->nodes > y->nodes;
    return f->edges[x->edge].key < f->edges[y->edge].key;
}

/* tops: the node under the edge of each cut. */
static unsigned choose(struct forest *f, struct weak_cut out[WEAK_CUTS], uint32_t tops[WEAK_CUTS])
{
    unsigned found = 0;
    for (uint32_t i = 0; i < f->nodes; i++) {
        uint32_t node = f->walk[i];
        if (!f->above[node])
            continue;
        uint32_t rest = f->sizes[union_find_root(f->set, node)] - f->sizes[node];
        struct weak_cut cut = {.edge = f->kept[f->above[node] - 1],
                               .nodes = f->sizes[node] < rest ? f->sizes[node] : rest};
        unsigned at = found;
        while (at > 0 && cut_is_before(f, &cut, &out[at - 1]))
            at--;
        if (at == WEAK_CUTS)
            continue;
        found += found < WEAK_CUTS;
        memmove(&out[at + 1], &out[at], (found - at - 1) * sizeof *out);
        memmove(&tops[at + 1], &tops[at], (found - at - 1) * sizeof *tops);
        out[at] = cut;
        tops[at] = node;
    }
    return found;
}

static size_t edges_across(struct forest *f, uint32_t top)
{
    size_t across = 0;
    for (uint32_t i = 0; i < f->nodes; i++) {
        uint32_t node = f->walk[i];
        f->below[node] = node == top || (f->above[node] && f->below[other_end(f, f->above[node] - 1, node)]);
    }
    for (size_t i = 0; i < f->count; i++) {
        const struct cut_edge *e = &f->edges[f->order[i].value];
        across += f->below[e->a] != f->below[e->b];
    }
    return across;
}

enum bowline_status weak_cuts_find(const struct cut_edge *edges, size_t count, uint32_t nodes,
                                   struct weak_cut out[WEAK_CUTS], unsigned *found, struct bowline_error *err)
{
    struct forest f;
    uint32_t tops[WEAK_CUTS];
    *found = 0;
    bool ok = forest_init(&f, edges, count, nodes);
    if (ok) {
        forest_grow(&f);
        forest_walk(&f);
        *found = choose(&f, out, tops);
    }
    for (unsigned i = 0; i < *found; i++)
        out[i].edges = edges_across(&f, tops[i]);
    forest_release(&f);
    return ok ? BOWLINE_OK : error_memory(err);
}
