/* weak_cuts: what is told of each edge is what taking it, and all lighter ones, away shows; and which are
 * told first. */
#include "graph/weak_cuts.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

#include "base/random.h"
#include "graph/union_find.h"

#define NODES 30
#define EDGES 60

/* Parts of the graph without the edges that `is_out` names. */
static void parts_without(const struct cut_edge *edges, size_t count, const bool *is_out, uint32_t *set)
{
    union_find_init(set, NODES);
    for (size_t i = 0; i < count; i++)
        if (edges[i].bits > 0 && !is_out[i])
            union_find_join(set, edges[i].a, edges[i].b);
}

/* All bits differ: the forest is the edges whose ends only lighter ones would join. */
static bool is_of_forest(const struct cut_edge *edges, size_t count, size_t at)
{
    uint32_t set[NODES];
    bool is_out[EDGES];
    for (size_t i = 0; i < count; i++)
        is_out[i] = edges[i].bits <= edges[at].bits;
    parts_without(edges, count, is_out, set);
    return edges[at].bits > 0 && union_find_root(set, edges[at].a) != union_find_root(set, edges[at].b);
}

/* The two sides of the forest without one edge: nodes of the lesser, and edges of the graph between them. */
static struct weak_cut cut_of(const struct cut_edge *edges, size_t count, const bool *in_forest, size_t at)
{
    uint32_t set[NODES];
    bool is_out[EDGES];
    uint32_t sides[2] = {0, 0};
    struct weak_cut cut = {.edge = at};
    for (size_t i = 0; i < count; i++)
        is_out[i] = !in_forest[i] || i == at;
    parts_without(edges, count, is_out, set);
    uint32_t a = union_find_root(set, edges[at].a);
    uint32_t b = union_find_root(set, edges[at].b);
    for (uint32_t v = 0; v < NODES; v++) {
        sides[0] += union_find_root(set, v) == a;
        sides[1] += union_find_root(set, v) == b;
    }
    for (size_t i = 0; i < count; i++) {
        uint32_t x = union_find_root(set, edges[i].a);
        uint32_t y = union_find_root(set, edges[i].b);
        cut.edges += edges[i].bits > 0 && ((x == a && y == b) || (x == b && y == a));
    }
    cut.nodes = sides[0] < sides[1] ? sides[0] : sides[1];
    return cut;
}

static int64_t rank_of(const struct cut_edge *edges, const struct weak_cut *cut)
{
    return (int64_t)edges[cut->edge].bits + (cut->nodes * WEAK_CUT_SHARE < NODES ? INT32_MAX : 0);
}

static void check_against_plain(const struct cut_edge *edges, size_t count)
{
    struct weak_cut plain[EDGES], got[WEAK_CUTS];
    bool in_forest[EDGES];
    size_t plain_count = 0;
    unsigned found;
    for (size_t i = 0; i < count; i++)
        in_forest[i] = is_of_forest(edges, count, i);
    for (size_t i = 0; i < count; i++)
        if (in_forest[i]) {
            struct weak_cut cut = cut_of(edges, count, in_forest, i);
            size_t at = plain_count++;
            for (; at > 0 && rank_of(edges, &cut) < rank_of(edges, &plain[at - 1]); at--)
                plain[at] = plain[at - 1];
            plain[at] = cut;
        }
    assert_int_equal(weak_cuts_find(edges, count, NODES, got, &found, NULL), BOWLINE_OK);
    assert_int_equal(found, plain_count < WEAK_CUTS ? plain_count : WEAK_CUTS);
    for (unsigned i = 0; i < found; i++) {
        assert_int_equal(got[i].edge, plain[i].edge);
        assert_int_equal(got[i].nodes, plain[i].nodes);
        assert_int_equal(got[i].edges, plain[i].edges);
    }
}

static size_t make_graph(struct random *r, struct cut_edge *edges)
{
    size_t count = random_below(r, EDGES + 1);
    for (size_t i = 0; i < count; i++) {
        uint32_t a = random_below(r, NODES);
        uint32_t b = (a + 1 + random_below(r, NODES - 1)) % NODES;
        millibits bits = (millibits)(random_below(r, 1000) * EDGES + i) - 5000;
        edges[i] = (struct cut_edge){a, b, bits, (uint32_t)random_next(r)};
    }
    return count;
}

static void it_gives_what_the_plain_one_gives(void **state)
{
    (void)state;
    struct random r;
    struct cut_edge edges[EDGES];
    random_init(&r, 1);
    for (int round = 0; round < 1000; round++) {
        size_t count = make_graph(&r, edges);
        check_against_plain(edges, count);
    }
}

/* Two triangles and an edge between: a bridge that parts three. */
static void a_bridge_is_told_first(void **state)
{
    (void)state;
    static const struct cut_edge edges[] = {{0, 1, 9000, 1}, {1, 2, 9001, 2}, {0, 2, 9002, 3},
                                            {3, 4, 9003, 4}, {4, 5, 9004, 5}, {3, 5, 9005, 6},
                                            {2, 3, 500, 7}};
    struct weak_cut got[WEAK_CUTS];
    unsigned found;
    assert_int_equal(weak_cuts_find(edges, 7, 6, got, &found, NULL), BOWLINE_OK);
    assert_int_equal(found, 5);
    assert_int_equal(got[0].edge, 6);
    assert_int_equal(got[0].nodes, 3);
    assert_int_equal(got[0].edges, 1);
}

static void each_allocation_may_fail(void **state)
{
    (void)state;
    static const struct cut_edge edges[] = {{0, 1, 9000, 1}, {1, 2, 9001, 2}};
    struct weak_cut got[WEAK_CUTS];
    unsigned found;
    unsigned long fails = 1;
    for (;; fails++) {
        struct failing_memory memory;
        struct bowline_error err = {0};
        failing_memory_begin(&memory, fails);
        enum bowline_status status = weak_cuts_find(edges, 2, 3, got, &found, &err);
        if (!failing_memory_end(&memory))
            break;
        assert_int_equal(status, BOWLINE_ERROR_MEMORY);
        assert_int_equal(found, 0);
    }
    assert_true(fails > 9);
    assert_int_equal(found, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_gives_what_the_plain_one_gives),
        cmocka_unit_test(a_bridge_is_told_first),
        cmocka_unit_test(each_allocation_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
