/* One connected part of a graph under contraction. */
#include "graph/contraction_part.h"

#include "graph/union_find.h"

#include "base/hash.h"
#include "base/memory.h"

#define DEAD UINT32_MAX

/* Far above any sum of weights: 2^31 edges of 2^28 each. A decided edge stays decided whatever is added to
 * it, so that a group inherits what its members may not join. */
#define DECIDED (INT64_C(1) << 60)

static int64_t decided_weight(int32_t weight)
{
    if (weight == CONTRACTION_ALWAYS)
        return DECIDED;
    return weight == CONTRACTION_NEVER ? -DECIDED : weight;
}

static int64_t weight_sum(int64_t x, int64_t y)
{
    if (x == DECIDED || y == DECIDED)
        return DECIDED;
    return x == -DECIDED || y == -DECIDED ? -DECIDED : x + y;
}

static size_t first_half(uint32_t edge)
{
    return (size_t)2 * edge;
}

void contraction_part_init(struct contraction_part *p, const struct contraction *in)
{
    *p = (struct contraction_part){.per_doubling = in->per_doubling,
                                   .base = in->base,
                                   .partners = in->partners,
                                   .by_lesser = in->by_lesser};
}

void contraction_part_release(struct contraction_part *p)
{
    memory_free(p->nodes);
    memory_free(p->parent);
    memory_free(p->halves);
    memory_free(p->keys);
    memory_free(p->weight);
    item_pool_release(&p->pool);
    memory_free(p->pushed);
    memory_free(p->slots);
    memory_free(p->heap);
    *p = (struct contraction_part){0};
}

static uint32_t slots_for(size_t edges)
{
    uint32_t slots = 4;
    while (slots < 2 * edges)
        slots *= 2;
    return slots;
}

enum bowline_status contraction_part_reset(struct contraction_part *p, uint32_t nodes, size_t edges)
{
    uint32_t slots = slots_for(edges);
    if (!memory_reserve(&p->nodes, &p->nodes_capacity, nodes, UINT32_MAX) ||
        !memory_reserve(&p->parent, &p->parent_capacity, nodes, UINT32_MAX) ||
        !memory_reserve(&p->halves, &p->halves_capacity, 2 * edges, UINT32_MAX) ||
        !memory_reserve(&p->keys, &p->keys_capacity, edges, UINT32_MAX) ||
        !memory_reserve(&p->weight, &p->weight_capacity, edges, UINT32_MAX) ||
        !memory_reserve(&p->pushed, &p->pushed_capacity, edges, UINT32_MAX) ||
        !memory_reserve(&p->slots, &p->slots_capacity, slots, UINT32_MAX))
        return BOWLINE_ERROR_MEMORY;
    for (uint32_t i = 0; i < nodes; i++)
        p->nodes[i] = (struct contraction_node){.key = i, .size = 1};
    for (uint32_t i = 0; i < slots; i++)
        p->slots[i] = 0;
    union_find_init(p->parent, nodes);
    item_pool_reset(&p->pool);
    p->slot_mask = slots - 1;
    p->node_count = nodes;
    p->edge_count = 0;
    p->heap_count = 0;
    return BOWLINE_OK;
}

/* Whole ones, so that the ranks of a group's edges change a few times only, not at every join. */
static unsigned doublings(uint32_t size)
{
    unsigned count = 0;
    while (size >>= 1)
        count++;
    return count;
}

static void set_size(struct contraction_part *p, struct contraction_node *node, uint32_t size)
{
    node->size = size;
    node->cost = doublings(size) * (int64_t)p->per_doubling;
}

void contraction_part_node(struct contraction_part *p, uint32_t node, uint64_t key, uint32_t size)
{
    p->nodes[node].key = key;
    set_size(p, &p->nodes[node], size);
}

static uint32_t home_slot(const struct contraction_part *p, uint32_t a, uint32_t b)
{
    uint64_t low = a < b ? a : b;
    uint64_t high = a < b ? b : a;
    return (uint32_t)hash_mix(low << 32 | high) & p->slot_mask;
}

static bool joins(const struct contraction_part *p, uint32_t edge, uint32_t a, uint32_t b)
{
    uint32_t x = p->halves[first_half(edge)].node;
    uint32_t y = p->halves[first_half(edge) + 1].node;
    return (x == a && y == b) || (x == b && y == a);
}

/* The slot of the edge between a and b, or the empty one where it would stand. */
static uint32_t find_slot(const struct contraction_part *p, uint32_t a, uint32_t b)
{
    uint32_t at = home_slot(p, a, b);
    while (p->slots[at] && !joins(p, p->slots[at] - 1, a, b))
        at = (at + 1) & p->slot_mask;
    return at;
}

/* Linear probing without tombstones: later entries of the run move up. */
static void empty_slot(struct contraction_part *p, uint32_t at)
{
    uint32_t mask = p->slot_mask;
    for (uint32_t next = (at + 1) & mask; p->slots[next]; next = (next + 1) & mask) {
        const struct contraction_half *h = &p->halves[first_half(p->slots[next] - 1)];
        uint32_t home = home_slot(p, h[0].node, h[1].node);
        if (((next - home) & mask) >= ((next - at) & mask)) {
            p->slots[at] = p->slots[next];
            at = next;
        }
    }
    p->slots[at] = 0;
}

static void link_half(struct contraction_part *p, uint32_t half, uint32_t node)
{
    struct contraction_node *n = &p->nodes[node];
    p->halves[half] = (struct contraction_half){.node = node, .next = n->list};
    if (n->list)
        p->halves[n->list - 1].before = half + 1;
    n->list = half + 1;
    n->degree++;
}

static void unlink_half(struct contraction_part *p, uint32_t half)
{
    struct contraction_half *h = &p->halves[half];
    if (h->before)
        p->halves[h->before - 1].next = h->next;
    else
        p->nodes[h->node].list = h->next;
    if (h->next)
        p->halves[h->next - 1].before = h->before;
    p->nodes[h->node].degree--;
}

static bool add_to_weight(struct contraction_part *p, struct contraction_weight *w,
                          const struct contraction_edge *edge, const struct item *items)
{
    w->added = weight_sum(w->added, decided_weight(edge->weight));
    for (unsigned i = 0; i < CONTRACTION_MEANS; i++) {
        w->mean_sum[i] += edge->has_mean >> i & 1 ? edge->mean[i] : 0;
        w->mean_count[i] += edge->has_mean >> i & 1;
    }
    if (!edge->item_count)
        return true;
    bool ok = item_pool_add(&p->pool, &w->items, items + edge->first_item, edge->item_count);
    w->shared = item_pool_sum(&p->pool, &w->items);
    return ok;
}

static bool join_weights(struct contraction_part *p, struct contraction_weight *w,
                         struct contraction_weight *gone)
{
    w->added = weight_sum(w->added, gone->added);
    for (unsigned i = 0; i < CONTRACTION_MEANS; i++) {
        w->mean_sum[i] += gone->mean_sum[i];
        w->mean_count[i] += gone->mean_count[i];
    }
    if (!gone->items.count)
        return true;
    bool ok = item_pool_join(&p->pool, &w->items, &gone->items);
    w->shared = item_pool_sum(&p->pool, &w->items);
    return ok;
}

bool contraction_part_add(struct contraction_part *p, uint32_t a, uint32_t b,
                          const struct contraction_edge *new, const struct item *items)
{
    uint32_t slot = find_slot(p, a, b);
    if (p->slots[slot])
        return add_to_weight(p, &p->weight[p->slots[slot] - 1], new, items);
    uint32_t edge = p->edge_count++;
    p->slots[slot] = edge + 1;
    p->keys[edge] = hash_mix(p->nodes[a].key) + hash_mix(p->nodes[b].key);
    p->weight[edge] = (struct contraction_weight){0};
    link_half(p, 2 * edge, a);
    link_half(p, 2 * edge + 1, b);
    return add_to_weight(p, &p->weight[edge], new, items);
}

static bool before(const struct contraction_rank *x, const struct contraction_rank *y)
{
    if (x->gain != y->gain)
        return x->gain > y->gain;
    if (x->key != y->key)
        return x->key < y->key;
    return x->edge < y->edge;
}

static void sift_up(struct contraction_rank *heap, size_t at)
{
    struct contraction_rank moving = heap[at];
    while (at && before(&moving, &heap[(at - 1) / 2])) {
        heap[at] = heap[(at - 1) / 2];
        at = (at - 1) / 2;
    }
    heap[at] = moving;
}

static void sift_down(struct contraction_rank *heap, size_t count, size_t at)
{
    struct contraction_rank moving = heap[at];
    for (size_t child; (child = 2 * at + 1) < count; at = child) {
        if (child + 1 < count && before(&heap[child + 1], &heap[child]))
            child++;
        if (!before(&heap[child], &moving))
            break;
        heap[at] = heap[child];
    }
    heap[at] = moving;
}

static int64_t one_mean(const struct contraction_weight *w, enum contraction_mean kind)
{
    uint32_t count = w->mean_count[kind];
    int64_t mean = count ? w->mean_sum[kind] / (int64_t)count : 0;
    bool again = kind == MEAN_LASTING && mean < 0 && count > 1;
    return again ? mean * (count < 4 ? 3 : 4) / 2 : mean;
}

static int64_t mean_of(const struct contraction_weight *w)
{
    return one_mean(w, MEAN_LASTING) + one_mean(w, MEAN_PASSING);
}

/* What is to be taken off the gain over strangers, so that it is no more than that over partners. */
static int64_t partners_of(const struct contraction_part *p, const struct contraction_weight *w,
                           int64_t strangers)
{
    int64_t partners =
        p->partners ? w->added + w->shared / p->partners + one_mean(w, MEAN_LASTING) : strangers;
    return partners < strangers ? partners - strangers : 0;
}

static int64_t cost_of(const struct contraction_part *p, const struct contraction_node *a,
                       const struct contraction_node *b)
{
    int64_t lesser = a->cost < b->cost ? a->cost : b->cost;
    return p->by_lesser ? 2 * lesser : a->cost + b->cost;
}

static struct contraction_rank rank_of(const struct contraction_part *p, uint32_t edge)
{
    const struct contraction_node *a = &p->nodes[p->halves[first_half(edge)].node];
    const struct contraction_node *b = &p->nodes[p->halves[first_half(edge) + 1].node];
    const struct contraction_weight *w = &p->weight[edge];
    int64_t gain = p->base + w->added + w->shared + mean_of(w) - cost_of(p, a, b);
    gain += partners_of(p, w, gain);
    return (struct contraction_rank){.gain = gain, .key = p->keys[edge], .edge = edge};
}

static bool push(struct contraction_part *p, struct contraction_rank rank)
{
    p->pushed[rank.edge] = rank.gain;
    if (rank.gain <= 0)
        return true;
    if (!memory_reserve(&p->heap, &p->heap_capacity, p->heap_count + 1, SIZE_MAX / sizeof rank))
        return false;
    p->heap[p->heap_count] = rank;
    sift_up(p->heap, p->heap_count++);
    return true;
}

static struct contraction_rank pop(struct contraction_part *p)
{
    struct contraction_rank top = p->heap[0];
    p->heap[0] = p->heap[--p->heap_count];
    if (p->heap_count)
        sift_down(p->heap, p->heap_count, 0);
    return top;
}

static void drop_edge(struct contraction_part *p, uint32_t edge)
{
    empty_slot(p, find_slot(p, p->halves[first_half(edge)].node, p->halves[first_half(edge) + 1].node));
    unlink_half(p, 2 * edge);
    unlink_half(p, 2 * edge + 1);
    p->halves[first_half(edge)].node = DEAD;
    item_pool_drop(&p->pool, &p->weight[edge].items);
}

/* Gives one edge of `gone` to `kept`. */
static bool move_edge(struct contraction_part *p, uint32_t half, uint32_t gone, uint32_t kept)
{
    uint32_t edge = half / 2;
    uint32_t other = p->halves[half ^ 1].node;
    uint32_t found = p->slots[find_slot(p, kept, other)];
    if (found) {
        if (!join_weights(p, &p->weight[found - 1], &p->weight[edge]))
            return false;
        p->keys[found - 1] = p->keys[found - 1] < p->keys[edge] ? p->keys[found - 1] : p->keys[edge];
        drop_edge(p, edge);
        return push(p, rank_of(p, found - 1));
    }
    empty_slot(p, find_slot(p, gone, other));
    unlink_half(p, half);
    link_half(p, half, kept);
    p->slots[find_slot(p, kept, other)] = edge + 1;
    return true;
}

static bool contract(struct contraction_part *p, uint32_t edge)
{
    uint32_t kept = p->halves[first_half(edge)].node;
    uint32_t gone = p->halves[first_half(edge) + 1].node;
    uint32_t shared = p->weight[edge].items.count;
    drop_edge(p, edge);
    if (p->nodes[kept].degree < p->nodes[gone].degree) {
        uint32_t swap = kept;
        kept = gone;
        gone = swap;
    }
    struct contraction_node *k = &p->nodes[kept];
    struct contraction_node *g = &p->nodes[gone];
    union_find_join(p->parent, kept, gone);
    uint32_t largest = k->size > g->size ? k->size : g->size;
    uint32_t sum = k->size + g->size;
    set_size(p, k, p->by_lesser ? sum : sum > largest + shared ? sum - shared : largest);
    while (g->list)
        if (!move_edge(p, g->list - 1, gone, kept))
            return false;
    return true;
}

static bool is_current(const struct contraction_part *p, const struct contraction_rank *top)
{
    return p->halves[first_half(top->edge)].node != DEAD && p->pushed[top->edge] == top->gain &&
           p->keys[top->edge] == top->key;
}

enum bowline_status contraction_part_solve(struct contraction_part *p)
{
    for (uint32_t e = 0; e < p->edge_count; e++)
        if (!push(p, rank_of(p, e)))
            return BOWLINE_ERROR_MEMORY;
    while (p->heap_count) {
        struct contraction_rank top = pop(p);
        if (!is_current(p, &top))
            continue;
        struct contraction_rank now = rank_of(p, top.edge);
        if (!(now.gain != top.gain ? push(p, now) : contract(p, top.edge)))
            return BOWLINE_ERROR_MEMORY;
    }
    return BOWLINE_OK;
}

/* The edge between two groups; edge_count where there is none. */
static uint32_t edge_between(struct contraction_part *p, uint32_t x, uint32_t y)
{
    for (uint32_t e = 0; e < p->edge_count; e++) {
        const struct contraction_half *h = &p->halves[first_half(e)];
        if (h[0].node == DEAD)
            continue;
        uint32_t from = union_find_root(p->parent, h[0].node);
        uint32_t to = union_find_root(p->parent, h[1].node);
        if ((from == x && to == y) || (from == y && to == x))
            return e;
    }
    return p->edge_count;
}

void contraction_part_probe(struct contraction_part *p, uint32_t a, uint32_t b,
                            struct contraction_probe *probe)
{
    uint32_t x = union_find_root(p->parent, a);
    uint32_t y = union_find_root(p->parent, b);
    probe->is_connected = true;
    probe->is_one = x == y;
    uint32_t e = probe->is_one ? p->edge_count : edge_between(p, x, y);
    if (e == p->edge_count)
        return;
    const struct contraction_weight *w = &p->weight[e];
    const struct contraction_half *h = &p->halves[first_half(e)];
    probe->has_edge = true;
    probe->is_forbidden = w->added == -DECIDED;
    probe->added = probe->is_forbidden ? 0 : w->added;
    probe->shared = w->shared;
    probe->items = w->items.count;
    probe->mean = mean_of(w);
    probe->cost = cost_of(p, &p->nodes[h[0].node], &p->nodes[h[1].node]);
    probe->gain = p->base + probe->added + probe->shared + probe->mean - probe->cost;
    probe->partners = probe->is_forbidden ? 0 : partners_of(p, w, probe->gain);
    probe->gain += probe->partners;
}

uint32_t contraction_part_group(struct contraction_part *p, uint32_t node)
{
    return union_find_root(p->parent, node);
}
