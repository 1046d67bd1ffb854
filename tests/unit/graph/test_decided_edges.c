/* contraction: what is decided outranks every weight, as a plain algorithm has it; and what a probe tells of
 * two groups is what stands between them. */
#include "graph/contraction.h"
#include "support/cmocka_all.h"

#include "base/hash.h"
#include "base/random.h"

#include <string.h>

#define NODES 24

static int64_t cost_of(const struct contraction *in, uint32_t size)
{
    int64_t cost = 0;
    for (; size > 1; size /= 2)
        cost += in->per_doubling;
    return cost;
}

static bool same_partition(const uint32_t *x, const uint32_t *y, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < i; j++)
            if ((x[i] == x[j]) != (y[i] == y[j]))
                return false;
    return true;
}

static size_t random_edges(struct random *r, struct contraction_edge *edges, size_t most)
{
    size_t count = 1 + random_below(r, (uint32_t)most);
    uint32_t range = 1 + random_below(r, 40);
    for (size_t i = 0; i < count; i++)
        edges[i] =
            (struct contraction_edge){.a = random_below(r, NODES),
                                      .b = random_below(r, NODES),
                                      .weight = (int32_t)random_below(r, 2 * range) - (int32_t)range / 2};
    return count;
}

/* Gives edges up to three items of different keys, and means; a key may weigh this here and that there. */
static void random_items(struct random *r, struct contraction_edge *edges, size_t count, struct item *items)
{
    for (size_t i = 0; i < count; i++) {
        struct contraction_edge *e = &edges[i];
        e->first_item = (uint32_t)(3 * i);
        e->item_count = (uint8_t)random_below(r, 4);
        for (unsigned k = 0; k < e->item_count; k++)
            items[e->first_item + k] =
                (struct item){4 * k + random_below(r, 4), (int32_t)(1 + random_below(r, 12))};
        e->has_mean = (uint8_t)random_below(r, 4);
        for (unsigned k = 0; k < CONTRACTION_MEANS; k++)
            e->mean[k] = (int32_t)random_below(r, 30) - 15;
        e->weight = random_below(r, 4) ? 0 : e->weight;
    }
}

/* Decisions by the book: what must be joined is, first; then the best join of two groups no members of which
 * may not meet. */
struct book {
    const struct contraction *in;
    bool never[NODES][NODES];
    uint32_t group[NODES];
};

static bool book_forbids(const struct book *b, uint32_t x, uint32_t y)
{
    for (uint32_t v = 0; v < NODES; v++)
        for (uint32_t w = 0; w < NODES; w++)
            if (b->group[v] == x && b->group[w] == y && b->never[v][w])
                return true;
    return false;
}

static void book_join(struct book *b, uint32_t x, uint32_t y)
{
    for (uint32_t v = 0; v < NODES; v++)
        if (b->group[v] == y)
            b->group[v] = x;
}

/* The gain of joining two groups, and the least key of the edges between them. */
static int64_t book_gain(const struct book *b, uint32_t x, uint32_t y, uint64_t *key)
{
    int64_t gain = 0;
    uint32_t sizes[2] = {0, 0};
    *key = UINT64_MAX;
    for (size_t i = 0; i < b->in->edge_count; i++) {
        const struct contraction_edge *e = &b->in->edges[i];
        uint32_t p = b->group[e->a];
        uint32_t q = b->group[e->b];
        if (!((p == x && q == y) || (p == y && q == x)) || e->weight == CONTRACTION_ALWAYS)
            continue;
        uint64_t own = hash_mix(b->in->keys[e->a]) + hash_mix(b->in->keys[e->b]);
        gain += e->weight == CONTRACTION_NEVER ? 0 : e->weight;
        *key = *key < own ? *key : own;
    }
    for (uint32_t v = 0; v < NODES; v++) {
        sizes[0] += b->group[v] == x;
        sizes[1] += b->group[v] == y;
    }
    return gain - cost_of(b->in, sizes[0]) - cost_of(b->in, sizes[1]);
}

static bool book_step(struct book *b)
{
    int64_t best = 0;
    uint64_t best_key = 0;
    uint32_t pick[2] = {0, 0};
    for (uint32_t x = 0; x < NODES; x++)
        for (uint32_t y = x + 1; y < NODES; y++) {
            uint64_t key;
            if (b->group[x] != x || b->group[y] != y || book_forbids(b, x, y))
                continue;
            int64_t gain = book_gain(b, x, y, &key);
            if (gain > best || (gain > 0 && gain == best && key < best_key)) {
                best = gain;
                best_key = key;
                pick[0] = x;
                pick[1] = y;
            }
        }
    if (best > 0)
        book_join(b, pick[0], pick[1]);
    return best > 0;
}

static void book_run(const struct contraction *in, uint32_t *group)
{
    struct book b = {.in = in};
    for (uint32_t v = 0; v < NODES; v++)
        b.group[v] = v;
    for (size_t i = 0; i < in->edge_count; i++) {
        const struct contraction_edge *e = &in->edges[i];
        b.never[e->a][e->b] = b.never[e->b][e->a] |= e->weight == CONTRACTION_NEVER;
    }
    for (size_t i = 0; i < in->edge_count; i++) {
        uint32_t x = b.group[in->edges[i].a];
        uint32_t y = b.group[in->edges[i].b];
        if (in->edges[i].weight == CONTRACTION_ALWAYS && x != y)
            book_join(&b, x < y ? x : y, x < y ? y : x);
    }
    while (book_step(&b))
        ;
    memcpy(group, b.group, sizeof b.group);
}

/* Adds up to 6 must-links, then up to 10 cannot-links that do not contradict them. */
static size_t random_decisions(struct random *r, struct contraction_edge *edges)
{
    uint32_t one[NODES];
    size_t count = 0;
    for (uint32_t v = 0; v < NODES; v++)
        one[v] = v;
    for (uint32_t i = random_below(r, 7); i > 0; i--) {
        uint32_t a = random_below(r, NODES);
        uint32_t b = random_below(r, NODES);
        uint32_t old = one[b];
        edges[count++] = (struct contraction_edge){.a = a, .b = b, .weight = CONTRACTION_ALWAYS};
        for (uint32_t v = 0; v < NODES; v++)
            if (one[v] == old)
                one[v] = one[a];
    }
    for (uint32_t i = random_below(r, 11); i > 0; i--) {
        uint32_t a = random_below(r, NODES);
        uint32_t b = random_below(r, NODES);
        if (one[a] != one[b])
            edges[count++] = (struct contraction_edge){.a = a, .b = b, .weight = CONTRACTION_NEVER};
    }
    return count;
}

static void shuffle_edges(struct random *r, struct contraction_edge *edges, size_t count)
{
    for (size_t i = count; i > 1; i--) {
        size_t pick = random_below(r, (uint32_t)i);
        struct contraction_edge swap = edges[i - 1];
        edges[i - 1] = edges[pick];
        edges[pick] = swap;
    }
}

static void decisions_outrank_weights(void **state)
{
    (void)state;
    struct random r;
    random_init(&r, 7);
    unsigned kept_apart = 0;
    unsigned put_together = 0;
    for (unsigned round = 0; round < 400; round++) {
        struct contraction_edge edges[140];
        struct item items[360];
        uint64_t keys[NODES];
        uint32_t fast[NODES];
        uint32_t book[NODES];
        uint32_t free_of_decisions[NODES];
        for (unsigned v = 0; v < NODES; v++)
            keys[v] = random_next(&r);
        size_t plain = random_edges(&r, edges, 120);
        struct contraction in = {.edges = edges,
                                 .edge_count = plain,
                                 .node_count = NODES,
                                 .keys = keys,
                                 .per_doubling = (int32_t)random_below(&r, 4)};
        if (round % 2) {
            random_items(&r, edges, plain, items);
            in.items = items;
            in.base = -(int32_t)random_below(&r, 12);
        }
        assert_int_equal(contraction_run(&in, free_of_decisions, NULL), BOWLINE_OK);
        in.edge_count += random_decisions(&r, edges + plain);
        shuffle_edges(&r, edges, in.edge_count);
        assert_int_equal(contraction_run(&in, fast, NULL), BOWLINE_OK);
        for (size_t i = 0; i < in.edge_count; i++) {
            const struct contraction_edge *e = &edges[i];
            bool is_one = fast[e->a] == fast[e->b];
            bool was_one = free_of_decisions[e->a] == free_of_decisions[e->b];
            assert_true(e->weight != CONTRACTION_ALWAYS || is_one);
            assert_true(e->weight != CONTRACTION_NEVER || !is_one);
            kept_apart += e->weight == CONTRACTION_NEVER && was_one;
            put_together += e->weight == CONTRACTION_ALWAYS && !was_one;
        }
        if (round % 2)
            continue;
        book_run(&in, book);
        assert_true(same_partition(fast, book, NODES));
    }
    assert_true(kept_apart > 25 && put_together > 25);
}

/* What the probe says of two nodes against the sums by hand. */
static void check_probe(const struct contraction *in, const uint32_t *group,
                        const struct contraction_probe *p)
{
    int64_t added = 0;
    uint32_t sizes[2] = {0, 0};
    bool has_edge = false;
    bool is_forbidden = false;
    assert_int_equal(p->is_one, group[p->a] == group[p->b]);
    if (p->is_one || !p->is_connected)
        return;
    for (uint32_t v = 0; v < NODES; v++) {
        sizes[0] += group[v] == group[p->a];
        sizes[1] += group[v] == group[p->b];
    }
    for (size_t i = 0; i < in->edge_count; i++) {
        uint32_t x = group[in->edges[i].a];
        uint32_t y = group[in->edges[i].b];
        if (!((x == group[p->a] && y == group[p->b]) || (x == group[p->b] && y == group[p->a])))
            continue;
        has_edge = true;
        is_forbidden |= in->edges[i].weight == CONTRACTION_NEVER;
        added += in->edges[i].weight == CONTRACTION_NEVER ? 0 : in->edges[i].weight;
    }
    assert_int_equal(p->has_edge, has_edge);
    assert_int_equal(p->is_forbidden, is_forbidden);
    if (!has_edge)
        return;
    assert_int_equal(p->cost, cost_of(in, sizes[0]) + cost_of(in, sizes[1]));
    assert_int_equal(p->gain, p->added - p->cost);
    assert_true(is_forbidden || (p->added == added && p->gain <= 0));
}

static void a_probe_tells_what_stands_between_two_groups(void **state)
{
    (void)state;
    struct random r;
    random_init(&r, 9);
    unsigned apart = 0;
    for (unsigned round = 0; round < 1000; round++) {
        struct contraction_edge edges[140];
        uint64_t keys[NODES];
        uint32_t group[NODES];
        for (unsigned v = 0; v < NODES; v++)
            keys[v] = random_next(&r);
        size_t plain = random_edges(&r, edges, 120);
        struct contraction_probe probe = {.a = random_below(&r, NODES), .b = random_below(&r, NODES)};
        const struct contraction in = {.edges = edges,
                                       .edge_count = plain + random_decisions(&r, edges + plain),
                                       .node_count = NODES,
                                       .keys = keys,
                                       .per_doubling = (int32_t)random_below(&r, 4),
                                       .probe = &probe};
        assert_int_equal(contraction_run(&in, group, NULL), BOWLINE_OK);
        if (probe.a != probe.b)
            check_probe(&in, group, &probe);
        apart += probe.has_edge;
    }
    assert_true(apart > 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decisions_outrank_weights),
        cmocka_unit_test(a_probe_tells_what_stands_between_two_groups),
    };
    return cmocka_run_group_tests_name("decided edges", tests, NULL, NULL);
}
