/* contraction: the fast algorithm gives what the plain one gives; the outcome does not hang on the numbering
 * of nodes or the order of edges; big groups do not join by one weak edge. */
#include "graph/contraction.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

#include "base/hash.h"
#include "base/random.h"

#include <string.h>

#define NODES 24

struct plain {
    int64_t weight[NODES][NODES];
    uint64_t key[NODES][NODES]; /* UINT64_MAX without an edge */
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

static int64_t plain_gain(const struct contraction *in, const struct plain *p, uint32_t a, uint32_t b)
{
    return p->weight[a][b] - cost_of(in, p->size[a]) - cost_of(in, p->size[b]);
}

static void plain_join(struct plain *p, uint32_t a, uint32_t b)
{
    for (uint32_t v = 0; v < NODES; v++) {
        p->weight[a][v] = p->weight[v][a] = p->weight[a][v] + p->weight[b][v];
        p->key[a][v] = p->key[v][a] = p->key[a][v] < p->key[b][v] ? p->key[a][v] : p->key[b][v];
        p->weight[b][v] = p->weight[v][b] = 0;
        p->key[b][v] = p->key[v][b] = UINT64_MAX;
        if (p->group[v] == b)
            p->group[v] = a;
    }
    p->weight[a][a] = 0;
    p->key[a][a] = UINT64_MAX;
    p->size[a] += p->size[b];
    p->size[b] = 0;
}

static void plain_run(const struct contraction *in, uint32_t *group)
{
    struct plain p = {0};
    for (uint32_t v = 0; v < NODES; v++) {
        for (uint32_t w = 0; w < NODES; w++)
            p.key[v][w] = UINT64_MAX;
        p.size[v] = 1;
        p.group[v] = v;
    }
    for (size_t i = 0; i < in->edge_count; i++) {
        const struct contraction_edge *e = &in->edges[i];
        if (e->a == e->b)
            continue;
        p.weight[e->a][e->b] = p.weight[e->b][e->a] = p.weight[e->a][e->b] + e->weight;
        p.key[e->a][e->b] = p.key[e->b][e->a] = hash_mix(in->keys[e->a]) + hash_mix(in->keys[e->b]);
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
        plain_join(&p, pick[0], pick[1]);
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
        edges[i] = (struct contraction_edge){random_below(r, NODES), random_below(r, NODES),
                                             (int32_t)random_below(r, 2 * range) - (int32_t)range / 2};
    return count;
}

static void it_gives_what_the_plain_algorithm_gives(void **state)
{
    (void)state;
    struct random r;
    random_init(&r, 3);
    for (unsigned round = 0; round < 2000; round++) {
        struct contraction_edge edges[120];
        uint64_t keys[NODES];
        uint32_t fast[NODES];
        uint32_t plain[NODES];
        for (unsigned v = 0; v < NODES; v++)
            keys[v] = random_next(&r);
        struct contraction in = {edges, random_edges(&r, edges, 120), NODES, keys,
                                 (int32_t)random_below(&r, 4)};
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
            edges[1][i] = (struct contraction_edge){to[e->b], to[e->a], e->weight};
        }
        for (unsigned k = 0; k < 2; k++) {
            const struct contraction in = {edges[k], count, NODES, keys[k], 1};
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
                edges[count++] = (struct contraction_edge){side + i, side + j, 9000};
    edges[count++] = (struct contraction_edge){3, 12, 5000};
    struct contraction in = {edges, count, 16, NULL, 1000};
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
    const struct contraction_edge edges[] = {{0, 1, 9000}, {1, 2, 5000}, {0, 2, -8000}};
    const struct contraction in = {edges, 3, 3, NULL, 0};
    uint32_t group[3];
    assert_int_equal(contraction_run(&in, group, NULL), BOWLINE_OK);
    assert_int_equal(group[1], 0);
    assert_int_equal(group[2], 2);
}

static void a_hub_of_many_costs_near_linear_time(void **state)
{
    (void)state;
    enum { SPOKES = 100000 };
    struct contraction_edge *edges = memory_new(SPOKES, sizeof *edges);
    uint32_t *group = memory_new(SPOKES + 1, sizeof *group);
    assert_true(edges && group);
    for (uint32_t i = 0; i < SPOKES; i++)
        edges[i] = (struct contraction_edge){i + 1, 0, 20000};
    const struct contraction in = {edges, SPOKES, SPOKES + 1, NULL, 1000};
    assert_int_equal(contraction_run(&in, group, NULL), BOWLINE_OK);
    assert_int_equal(group[SPOKES], 0);
    memory_free(edges);
    memory_free(group);
}

static void each_request_for_memory_may_fail(void **state)
{
    (void)state;
    const struct contraction_edge edges[] = {{0, 1, 9}, {1, 2, 5}, {2, 3, 7}, {4, 5, 1}};
    const struct contraction in = {edges, 4, 6, NULL, 0};
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
        cmocka_unit_test(a_hub_of_many_costs_near_linear_time),
        cmocka_unit_test(each_request_for_memory_may_fail),
    };
    return cmocka_run_group_tests_name("contraction", tests, NULL, NULL);
}
