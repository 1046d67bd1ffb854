/* widest_path against every simple path of small random graphs. */
#include "base/memory.h"
#include "reports/widest_path.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

#include <stdlib.h>
#include <string.h>

#define NODES 7
#define EDGES 12

static const uint32_t ends[2] = {1, 2};

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 16;
}

/* The widest weakest link over all simple paths, and the fewest links of a path as wide. */
static void try_all(const struct path_edge *edges, size_t count, uint32_t at, uint32_t goal, unsigned seen,
                    int least, int length, int best[2])
{
    if (at == goal) {
        if (least > best[0] || (least == best[0] && length < best[1])) {
            best[0] = least;
            best[1] = length;
        }
        return;
    }
    for (size_t i = 0; i < count; i++) {
        uint32_t next = edges[i].from == at ? edges[i].to : edges[i].to == at ? edges[i].from : 0;
        if (next == 0 || (seen >> next & 1))
            continue;
        try_all(edges, count, next, goal, seen | 1u << next, edges[i].bits < least ? edges[i].bits : least,
                length + 1, best);
    }
}

static int by_strength(const void *a, const void *b)
{
    return ((const struct path_edge *)b)->bits - ((const struct path_edge *)a)->bits;
}

static size_t make_graph(uint32_t seed, struct path_edge *edges)
{
    uint32_t state = seed;
    size_t count = next_random(&state) % EDGES;
    for (size_t i = 0; i < count; i++) {
        uint32_t from = 1 + next_random(&state) % NODES;
        uint32_t to = 1 + (from + next_random(&state) % (NODES - 1)) % NODES;
        edges[i] = (struct path_edge){from, to, 0, (int)(next_random(&state) % 6)};
    }
    qsort(edges, count, sizeof *edges, by_strength);
    for (size_t i = 0; i < count; i++)
        edges[i].link = (uint32_t)i + 1;
    return count;
}

static void check_path(const struct path_edge *edges, const uint32_t *path, size_t length, const int best[2])
{
    uint32_t at = 1;
    int least = 1 << 20;
    for (size_t i = 0; i < length; i++) {
        const struct path_edge *edge = &edges[path[i] - 1];
        assert_true(edge->from == at || edge->to == at);
        at = edge->from == at ? edge->to : edge->from;
        least = edge->bits < least ? edge->bits : least;
    }
    assert_int_equal(at, 2);
    assert_int_equal(least, best[0]);
    assert_int_equal(length, best[1]);
}

static void it_is_as_wide_and_short_as_any(void **state)
{
    (void)state;
    unsigned found = 0;
    for (uint32_t seed = 1; seed <= 4000; seed++) {
        struct path_edge edges[EDGES];
        uint32_t path[EDGES];
        size_t length = 99;
        int best[2] = {-1, 0};
        size_t count = make_graph(seed, edges);
        try_all(edges, count, 1, 2, 1u << 1, 1 << 20, 0, best);
        assert_int_equal(widest_path(edges, count, ends, path, &length, NULL), BOWLINE_OK);
        if (best[0] < 0)
            assert_int_equal(length, 0);
        else
            check_path(edges, path, length, best);
        found += best[0] >= 0;
    }
    assert_in_range(found, 1000, 3900);
}

static void each_allocation_may_fail(void **state)
{
    (void)state;
    struct path_edge edges[] = {{1, 3, 1, 9}, {3, 2, 2, 4}};
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        uint32_t path[2];
        size_t length;
        failing_memory_begin(&memory, n);
        enum bowline_status status = widest_path(edges, 2, ends, path, &length, NULL);
        if (!failing_memory_end(&memory))
            break;
        assert_int_equal(status, BOWLINE_ERROR_MEMORY);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_as_wide_and_short_as_any),
        cmocka_unit_test(each_allocation_may_fail),
    };
    return cmocka_run_group_tests_name("widest_path", tests, NULL, NULL);
}
