/* contraction: the fast algorithm gives what the plain one gives; the outcome does not hang on the numbering
 * of nodes or the order of edges; big groups do not join by one weak edge. */
#include "graph/contraction.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

#include "base/hash.h"
#include "base/random.h"

#include <string.h>

#define NODES 24

#define KEYS 12 /* different items */

struct plain {
    int64_t weight[NODES][NODES];
    int64_t mean[CONTRACTION_MEANS][NODES][NODES]; /* sums */
    int64_t means[CONTRACTION_MEANS][NODES][NODES];
    int32_t item[NODES][NODES][KEYS]; /* the heaviest weight of each key */
    uint64_t key[NODES][NODES];       /* UINT64_MAX without an edge */
    uint32_t size[NODES];
    uint32_t group[NODES];
};

static int64_t cost_of(const struct contraction *in, uint32_t size)
{
    int64_t cost = 0;
    for (; size > 1; size /= 2)
        cost += in->per_doubling;
    return cost;
}

static int64_t plain_mean(const struct plain *p, enum contraction_mean kind, uint32_t a, uint32_t b)
{
    int64_t count = p->means[kind][a][b];
    int64_t mean = count ? p->mean[kind][a][b] / count : 0;
    if (kind == MEAN_LASTING && mean < 0 && count > 1)
        mean = count < 4 ? mean * 3 / 2 : mean * 2;
    return mean;
}

static int64_t plain_gain(const struct contraction *in, const struct plain *p, uint32_t a, uint32_t b)
{
    int64_t told = p->weight[a][b] + plain_mean(p, MEAN_LASTING, a, b) + plain_mean(p, MEAN_PASSING, a, b);
    int64_t shared = 0;
    for (unsigned k = 0; k < KEYS; k++)
        shared += p->item[a][b][k];
    int64_t costs[2] = {cost_of(in, p->size[a]), cost_of(in, p->size[b])};
    int64_t cost = in->by_lesser ? 2 * (costs[0] < costs[1] ? costs[0] : costs[1]) : costs[0] + costs[1];
    int64_t strangers = in->base + told + shared - cost;
    int64_t lasting = p->weight[a][b] + plain_mean(p, MEAN_LASTING, a, b);
    int64_t partners = in->partners ? lasting + shared / in->partners : strangers;
    return partners < strangers ? partners : strangers;
}

static uint32_t plain_shared(const struct plain *p, uint32_t a, uint32_t b)
{
    uint32_t count = 0;
    for (unsigned k = 0; k < KEYS; k++)
        count += p->item[a][b][k] > 0;
    return count;
}

static void plain_heavier(struct plain *p, uint32_t a, uint32_t b, unsigned k, int32_t weight)
{
    if (p->item[a][b][k] < weight)
        p->item[a][b][k] = p->item[b][a][k] = weight;
}

static void plain_join(const struct contraction *in, struct plain *p, uint32_t a, uint32_t b)
{
    uint32_t largest = p->size[a] > p->size[b] ? p->size[a] : p->size[b];
    uint32_t sum = p->size[a] + p->size[b];
    uint32_t shared = plain_shared(p, a, b);
    for (uint32_t v = 0; v < NODES; v++) {
        for (unsigned i = 0; i < CONTRACTION_MEANS; i++) {
            p->mean[i][a][v] = p->mean[i][v][a] = p->mean[i][a][v] + p->mean[i][b][v];
            p->means[i][a][v] = p->means[i][v][a] = p->means[i][a][v] + p->means[i][b][v];
            p->mean[i][b][v] = p->mean[i][v][b] = p->means[i][b][v] = p->means[i][v][b] = 0;
        }
        for (unsigned k = 0; k < KEYS; k++) {
            plain_heavier(p, a, v, k, p->item[b][v][k]);
            p->item[b][v][k] = p->item[v][b][k] = 0;
        }
        p->weight[a][v] = p->weight[v][a] = p->weight[a][v] + p->weight[b][v];
        p->key[a][v] = p->key[v][a] = p->key[a][v] < p->key[b][v] ? p->key[a][v] : p->key[b][v];
        p->weight[b][v] = p->weight[v][b] = 0;
        p->key[b][v] = p->key[v][b] = UINT64_MAX;
        if (p->group[v] == b)
            p->group[v] = a;
    }
    p->weight[a][a] = 0;
    for (unsigned i = 0; i < CONTRACTION_MEANS; i++)
        p->mean[i][a][a] = p->means[i][a][a] = 0;
    memset(p->item[a][a], 0, sizeof p->item[a][a]);
    p->key[a][a] = UINT64_MAX;
    p->size[a] = in->by_lesser ? sum : sum > largest + shared ? sum - shared : largest;
    p->size[b] = 0;
}

static void plain_add(const struct contraction *in, struct plain *p, const struct contraction_edge *e)
{
    p->weight[e->a][e->b] = p->weight[e->b][e->a] = p->weight[e->a][e->b] + e->weight;
    for (unsigned i = 0; i < CONTRACTION_MEANS; i++) {
        bool has = e->has_mean >> i & 1;
        p->mean[i][e->a][e->b] = p->mean[i][e->b][e->a] = p->mean[i][e->a][e->b] + (has ? e->mean[i] : 0);
        p->means[i][e->a][e->b] = p->means[i][e->b][e->a] = p->means[i][e->a][e->b] + has;
    }
    for (unsigned i = 0; i < e->item_count; i++)
        plain_heavier(p, e->a, e->b, in->items[e->first_item + i].key, in->items[e->first_item + i].weight);
    p->key[e->a][e->b] = p->key[e->b][e->a] = hash_mix(in->keys[e->a]) + hash_mix(in->keys[e->b]);
}

/* Nodes that no chain of edges that speak for them connects are never joined. */
static bool plain_speaks(const struct contraction *in, const struct contraction_edge *e)
{
    int64_t told = e->weight;
    for (unsigned i = 0; i < CONTRACTION_MEANS; i++)
        told += e->has_mean >> i & 1 ? e->mean[i] : 0;
    for (unsigned i = 0; i < e->item_count; i++)
        told += in->items[e->first_item + i].weight;
    return told > 0;
}

static void plain_parts(const struct contraction *in, uint32_t *part)
{
    for (uint32_t v = 0; v < NODES; v++)
        part[v] = v;
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t i = 0; i < in->edge_count; i++) {
            const struct contraction_edge *e = &in->edges[i];
            if (!plain_speaks(in, e) || part[e->a] == part[e->b])
                continue;
            part[e->a] = part[e->b] = part[e->a] < part[e->b] ? part[e->a] : part[e->b];
            changed = true;
        }
    }
}

static void plain_run(const struct contraction *in, uint32_t *group)
{
    static struct plain p;
    uint32_t part[NODES];
    memset(&p, 0, sizeof p);
    plain_parts(in, part);
    for (uint32_t v = 0; v < NODES; v++) {
        for (uint32_t w = 0; w < NODES; w++)
            p.key[v][w] = UINT64_MAX;
        p.size[v] = in->sizes ? in->sizes[v] : 1;
        p.group[v] = v;
    }
    for (size_t i = 0; i < in->edge_count; i++) {
        const struct contraction_edge *e = &in->edges[i];
        if (e->a != e->b && part[e->a] == part[e->b])
            plain_add(in, &p, e);
    }
    for (;;) {
        int64_t best = 0;
        uint32_t pick[2] = {0, 0};
        for (uint32_t a = 0; a < NODES; a++)
            for (uint32_t b = a + 1; b < NODES; b++) {
                int64_t gain = p.key[a][b] == UINT64_MAX ? 0 : plain_gain(in, &p, a, b);
                bool tie = gain == best && p.key[a][b] < p.key[pick[0]][pick[1]];
                if (gain > best || (gain > 0 && tie)) {
                    best = gain;
                    pick[0] = a;
                    pick[1] = b;
                }
            }
        if (!best)
            break;
        plain_join(in, &p, pick[0], pick[1]);
    }
    memcpy(group, p.group, sizeof p.group);
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

static void it_gives_what_the_plain_algorithm_gives(void **state)
{
    (void)state;
    struct random r;
    random_init(&r, 3);
    for (unsigned round = 0; round < 2000; round++) {
        struct contraction_edge edges[120];
        struct item items[360];
        uint64_t keys[NODES];
        uint32_t sizes[NODES];
        uint32_t fast[NODES];
        uint32_t plain[NODES];
        for (unsigned v = 0; v < NODES; v++) {
            keys[v] = random_next(&r);
            sizes[v] = 1 + random_below(&r, 5);
        }
        struct contraction in = {.edges = edges,
                                 .edge_count = random_edges(&r, edges, 120),
                                 .node_count = NODES,
                                 .keys = keys,
                                 .per_doubling = (int32_t)random_below(&r, 4)};
        if (round % 2) {
            random_items(&r, edges, in.edge_count, items);
            in.items = items;
            in.sizes = sizes;
            in.base = -(int32_t)random_below(&r, 12);
            in.partners = (int32_t)random_below(&r, 4);
            in.by_lesser = random_below(&r, 3) == 0;
        }
        assert_int_equal(contraction_run(&in, fast, NULL), BOWLINE_OK);
        plain_run(&in, plain);
        assert_true(same_partition(fast, plain, NODES));
        for (uint32_t v = 0; v < NODES; v++) {
            assert_true(fast[v] <= v);
            assert_int_equal(fast[fast[v]], fast[v]);
        }
    }
}

static void it_does_not_hang_on_numbering(void **state)
{
    (void)state;
    struct random r;
    random_init(&r, 5);
    for (unsigned round = 0; round < 500; round++) {
        struct contraction_edge edges[2][90];
        uint64_t keys[2][NODES];
        uint32_t to[NODES];
        uint32_t groups[2][NODES];
        uint32_t back[NODES];
        size_t count = random_edges(&r, edges[0], 90);
        for (uint32_t v = 0; v < NODES; v++)
            to[v] = v;
        for (uint32_t v = NODES; v > 1; v--) {
            uint32_t pick = random_below(&r, v);
            uint32_t swap = to[v - 1];
            to[v - 1] = to[pick];
            to[pick] = swap;
        }
        for (uint32_t v = 0; v < NODES; v++)
            keys[1][to[v]] = keys[0][v] = hash_mix(v + 1);
        for (size_t i = 0; i < count; i++) {
            const struct contraction_edge *e = &edges[0][count - 1 - i];
            edges[1][i] = (struct contraction_edge){.a = to[e->b], .b = to[e->a], .weight = e->weight};
        }
        for (unsigned k = 0; k < 2; k++) {
            const struct contraction in = {.edges = edges[k],
                                           .edge_count = count,
                                           .node_count = NODES,
                                           .keys = keys[k],
                                           .per_doubling = 1};
            assert_int_equal(contraction_run(&in, groups[k], NULL), BOWLINE_OK);
        }
        for (uint32_t v = 0; v < NODES; v++)
            back[v] = groups[1][to[v]];
        assert_true(same_partition(groups[0], back, NODES));
    }
}

/* Two cliques of eight and one edge between them. */
static void one_weak_edge_does_not_join_two_big_groups(void **state)
{
    (void)state;
    struct contraction_edge edges[64];
    uint32_t group[16];
    size_t count = 0;
    for (uint32_t side = 0; side < 16; side += 8)
        for (uint32_t i = 0; i < 8; i++)
            for (uint32_t j = i + 1; j < 8; j++)
                edges[count++] = (struct contraction_edge){.a = side + i, .b = side + j, .weight = 9000};
    edges[count++] = (struct contraction_edge){.a = 3, .b = 12, .weight = 5000};
    struct contraction in = {.edges = edges, .edge_count = count, .node_count = 16, .per_doubling = 1000};
    assert_int_equal(contraction_run(&in, group, NULL), BOWLINE_OK);
    assert_int_equal(group[7], 0);
    assert_int_equal(group[15], 8);
    in.per_doubling = 0;
    assert_int_equal(contraction_run(&in, group, NULL), BOWLINE_OK);
    assert_int_equal(group[15], 0);
}

static void what_speaks_against_a_group_splits_it(void **state)
{
    (void)state;
    const struct contraction_edge edges[] = {{.a = 0, .b = 1, .weight = 9000},
                                             {.a = 1, .b = 2, .weight = 5000},
                                             {.a = 0, .b = 2, .weight = -8000}};
    const struct contraction in = {.edges = edges, .edge_count = 3, .node_count = 3};
    uint32_t group[3];
    assert_int_equal(contraction_run(&in, group, NULL), BOWLINE_OK);
    assert_int_equal(group[1], 0);
    assert_int_equal(group[2], 2);
}

/* Two who share three things, and have two names throughout. */
static void partners_are_told_from_one(void **state)
{
    (void)state;
    const struct item items[] = {{1, 9000}, {2, 9000}, {3, 9000}};
    struct contraction_edge edge = {
        .a = 0, .b = 1, .item_count = 3, .mean = {-5000, 0}, .has_mean = 1u << MEAN_LASTING};
    struct contraction in = {.edges = &edge, .edge_count = 1, .node_count = 2, .base = -9000, .items = items};
    uint32_t group[2];
    assert_int_equal(contraction_run(&in, group, NULL), BOWLINE_OK);
    assert_int_equal(group[1], 0);
    in.partners = 6;
    assert_int_equal(contraction_run(&in, group, NULL), BOWLINE_OK);
    assert_int_equal(group[1], 1);
    edge.has_mean = 0;
    assert_int_equal(contraction_run(&in, group, NULL), BOWLINE_OK);
    assert_int_equal(group[1], 0);
}

static void a_hub_of_many_costs_near_linear_time(void **state)
{
    (void)state;
    enum { SPOKES = 100000 };
    struct contraction_edge *edges = memory_new(SPOKES, sizeof *edges);
    uint32_t *group = memory_new(SPOKES + 1, sizeof *group);
    assert_true(edges && group);
    for (uint32_t i = 0; i < SPOKES; i++)
        edges[i] = (struct contraction_edge){.a = i + 1, .b = 0, .weight = 20000};
    const struct contraction in = {
        .edges = edges, .edge_count = SPOKES, .node_count = SPOKES + 1, .per_doubling = 1000};
    assert_int_equal(contraction_run(&in, group, NULL), BOWLINE_OK);
    assert_int_equal(group[SPOKES], 0);
    memory_free(edges);
    memory_free(group);
}

/* Two groups whose members share one thing, many times over. */
static void a_thing_that_is_shared_counts_once(void **state)
{
    (void)state;
    const struct item items[] = {{1, 9000}, {2, 9000}, {3, 5000}};
    struct contraction_edge edges[] = {{.a = 0, .b = 1, .first_item = 0, .item_count = 1},
                                       {.a = 2, .b = 3, .first_item = 1, .item_count = 1},
                                       {.a = 0, .b = 2, .first_item = 2, .item_count = 1},
                                       {.a = 1, .b = 3, .first_item = 2, .item_count = 1}};
    const struct contraction in = {
        .edges = edges, .edge_count = 4, .node_count = 4, .base = -6000, .items = items};
    uint32_t group[4];
    assert_int_equal(contraction_run(&in, group, NULL), BOWLINE_OK);
    assert_int_equal(group[1], 0);
    assert_int_equal(group[3], 2);
    edges[3].first_item = 0;
    assert_int_equal(contraction_run(&in, group, NULL), BOWLINE_OK);
    assert_int_equal(group[3], 0);
}

static void each_request_for_memory_may_fail(void **state)
{
    (void)state;
    const struct item items[] = {{1, 9}, {2, 5}, {3, 7}};
    const struct contraction_edge edges[] = {{.a = 0, .b = 1, .item_count = 2},
                                             {.a = 1, .b = 2, .weight = 5},
                                             {.a = 2, .b = 3, .first_item = 1, .item_count = 2},
                                             {.a = 4, .b = 5, .weight = 1}};
    const struct contraction in = {.edges = edges, .edge_count = 4, .node_count = 6, .items = items};
    uint32_t group[6];
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        failing_memory_begin(&memory, n);
        enum bowline_status status = contraction_run(&in, group, NULL);
        if (!failing_memory_end(&memory))
            break;
        assert_int_equal(status, BOWLINE_ERROR_MEMORY);
    }
    assert_int_equal(group[3], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_gives_what_the_plain_algorithm_gives),
        cmocka_unit_test(it_does_not_hang_on_numbering),
        cmocka_unit_test(one_weak_edge_does_not_join_two_big_groups),
        cmocka_unit_test(what_speaks_against_a_group_splits_it),
        cmocka_unit_test(partners_are_told_from_one),
        cmocka_unit_test(a_hub_of_many_costs_near_linear_time),
        cmocka_unit_test(a_thing_that_is_shared_counts_once),
        cmocka_unit_test(each_request_for_memory_may_fail),
    };
    return cmocka_run_group_tests_name("contraction", tests, NULL, NULL);
}
