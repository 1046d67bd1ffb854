/* Layouts: hops against Floyd and Warshall, drawings whose best form is known, the same points each time. */
#include "base/random.h"
#include "graph/layout.h"

#include "support/cmocka_all.h"
#include "support/failing_memory.h"

#include <stdlib.h>
#include <string.h>

#define NODES 24
#define EDGES 60

struct drawn {
    struct layout_edge edges[EDGES];
    struct layout_graph graph;
};

static void draw_graph(struct drawn *d, uint64_t seed)
{
    struct random random;
    random_init(&random, seed);
    d->graph = (struct layout_graph){.nodes = 2 + random_below(&random, NODES - 1),
                                     .edges = d->edges,
                                     .edge_count = random_below(&random, EDGES + 1)};
    for (size_t e = 0; e < d->graph.edge_count; e++)
        d->edges[e] = (struct layout_edge){(uint32_t)random_below(&random, d->graph.nodes),
                                           (uint32_t)random_below(&random, d->graph.nodes)};
}

/* Floyd 1962, Warshall 1962: every way over every node. */
static void naive_hops(const struct layout_graph *g, unsigned far[NODES][NODES])
{
    unsigned furthest = 0;
    for (size_t i = 0; i < g->nodes; i++)
        for (size_t j = 0; j < g->nodes; j++)
            far[i][j] = i == j ? 0 : 1000;
    for (size_t e = 0; e < g->edge_count; e++)
        if (g->edges[e].a != g->edges[e].b)
            far[g->edges[e].a][g->edges[e].b] = far[g->edges[e].b][g->edges[e].a] = 1;
    for (size_t k = 0; k < g->nodes; k++)
        for (size_t i = 0; i < g->nodes; i++)
            for (size_t j = 0; j < g->nodes; j++)
                if (far[i][k] + far[k][j] < far[i][j])
                    far[i][j] = far[i][k] + far[k][j];
    for (size_t i = 0; i < g->nodes; i++)
        for (size_t j = 0; j < g->nodes; j++)
            if (far[i][j] < 1000 && far[i][j] > furthest)
                furthest = far[i][j];
    for (size_t i = 0; i < g->nodes; i++)
        for (size_t j = 0; j < g->nodes; j++)
            if (far[i][j] >= 1000)
                far[i][j] = furthest / 2 + 2;
}

static void test_hops_are_those_of_the_naive_way(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 200; seed++) {
        struct drawn d;
        uint16_t hops[NODES * NODES];
        unsigned naive[NODES][NODES];
        draw_graph(&d, seed);
        assert_true(layout_distances(&d.graph, hops));
        naive_hops(&d.graph, naive);
        for (size_t i = 0; i < d.graph.nodes; i++)
            for (size_t j = 0; j < d.graph.nodes; j++)
                assert_int_equal(hops[i * d.graph.nodes + j], naive[i][j]);
    }
}

static void test_a_path_is_drawn_as_a_line_from_left_to_right(void **state)
{
    (void)state;
    static const struct layout_edge edges[] = {{3, 1}, {1, 4}, {4, 0}, {0, 2}};
    static const uint32_t order[] = {3, 1, 4, 0, 2};
    struct layout_graph graph = {5, edges, 4};
    struct layout_point points[5];
    assert_true(layout_stress(&graph, points));
    int32_t step = points[order[1]].x - points[order[0]].x;
    assert_true(abs(step) > 480 && abs(step) < 520);
    for (size_t i = 0; i < 5; i++)
        assert_true(abs(points[i].y) <= 100);
    for (size_t i = 1; i < 5; i++)
        assert_true(abs(points[order[i]].x - points[order[i - 1]].x - step) <= 40);
}

static void test_points_are_the_same_each_time_within_the_side_and_apart(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 50; seed++) {
        struct drawn d;
        struct layout_point first[NODES];
        struct layout_point second[NODES];
        draw_graph(&d, seed);
        assert_true(layout_stress(&d.graph, first));
        assert_true(layout_stress(&d.graph, second));
        assert_memory_equal(first, second, d.graph.nodes * sizeof *first);
        for (size_t i = 0; i < d.graph.nodes; i++) {
            assert_true(abs(first[i].x) <= LAYOUT_SIDE && abs(first[i].y) <= LAYOUT_SIDE);
            for (size_t j = 0; j < i; j++)
                assert_false(first[i].x == first[j].x && first[i].y == first[j].y);
        }
    }
}

static void test_no_node_and_one_node_are_drawn(void **state)
{
    (void)state;
    struct layout_graph graph = {0, NULL, 0};
    struct layout_point point = {7, 7};
    assert_true(layout_stress(&graph, &point));
    assert_int_equal(point.x, 7);
    graph.nodes = 1;
    assert_true(layout_stress(&graph, &point));
    assert_true(point.x == 0 && point.y == 0);
}

static void test_memory_that_fails_is_said(void **state)
{
    (void)state;
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        struct drawn d;
        struct layout_point points[NODES];
        draw_graph(&d, 5);
        failing_memory_begin(&memory, n);
        bool ok = layout_stress(&d.graph, points);
        if (!failing_memory_end(&memory))
            break;
        assert_false(ok);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hops_are_those_of_the_naive_way),
        cmocka_unit_test(test_a_path_is_drawn_as_a_line_from_left_to_right),
        cmocka_unit_test(test_points_are_the_same_each_time_within_the_side_and_apart),
        cmocka_unit_test(test_no_node_and_one_node_are_drawn),
        cmocka_unit_test(test_memory_that_fails_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
