/* A contradiction is found where there is one, as a closure by hand finds it, and its chain holds. */
#include "decisions/decision_graph.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

#include "base/random.h"

#define NODES 9
#define EDGES 14

/* Whether "same" edges, with the one added, lead from x to y. */
static bool leads(const struct decision_graph *g, struct decided_edge added, uint32_t x, uint32_t y)
{
    bool reached[NODES] = {false};
    reached[x] = true;
    for (unsigned round = 0; round < NODES; round++)
        for (size_t e = 0; e <= g->count; e++) {
            struct decided_edge edge = e < g->count ? g->edges[e] : added;
            if (edge.is_same && (reached[edge.a] || reached[edge.b]))
                reached[edge.a] = reached[edge.b] = true;
        }
    return reached[y];
}

static bool contradicts(const struct decision_graph *g, struct decided_edge added)
{
    for (size_t e = 0; e <= g->count; e++) {
        struct decided_edge edge = e < g->count ? g->edges[e] : added;
        if (!edge.is_same && leads(g, added, edge.a, edge.b))
            return true;
    }
    return false;
}

static void check_chain(const struct decision_graph *g, struct decided_edge added,
                        const struct contradiction *found)
{
    struct decided_edge against = found->against < g->count ? g->edges[found->against] : added;
    uint32_t at = against.a;
    bool has_added = found->against == g->count;
    assert_false(against.is_same);
    for (size_t i = 0; i < found->length; i++) {
        struct decided_edge step = found->chain[i] < g->count ? g->edges[found->chain[i]] : added;
        has_added |= found->chain[i] == g->count;
        assert_true(step.is_same);
        assert_true(step.a == at || step.b == at);
        at = step.a == at ? step.b : step.a;
    }
    assert_int_equal(at, against.b);
    assert_true(has_added);
}

static void contradictions_are_found_with_their_chain(void **state)
{
    (void)state;
    struct random r;
    random_init(&r, 5);
    unsigned refused = 0;
    unsigned taken = 0;
    for (unsigned round = 0; round < 3000; round++) {
        struct decided_edge edges[EDGES];
        size_t chain[EDGES + 1];
        struct decision_graph g = {edges, 0, NODES};
        while (g.count < EDGES && random_below(&r, 20)) {
            struct decided_edge added = {random_below(&r, NODES), random_below(&r, NODES),
                                         random_below(&r, 2)};
            struct contradiction found = {.chain = chain};
            if (added.a == added.b)
                continue;
            assert_int_equal(decision_graph_check(&g, added, &found, NULL), BOWLINE_OK);
            assert_int_equal(found.is_found, contradicts(&g, added));
            if (found.is_found)
                check_chain(&g, added, &found);
            else
                edges[g.count++] = added;
            refused += found.is_found;
            taken += !found.is_found;
        }
    }
    assert_true(refused > 1000 && taken > 1000);
}

static void each_request_for_memory_may_fail(void **state)
{
    (void)state;
    const struct decided_edge edges[] = {{0, 1, true}, {1, 2, true}};
    const struct decision_graph g = {edges, 2, 3};
    size_t chain[3];
    bool failed = true;
    for (unsigned long n = 1; failed; n++) {
        struct failing_memory memory;
        struct contradiction found = {.chain = chain};
        failing_memory_begin(&memory, n);
        enum bowline_status status =
            decision_graph_check(&g, (struct decided_edge){0, 2, false}, &found, NULL);
        failed = failing_memory_end(&memory);
        assert_int_equal(status, failed ? BOWLINE_ERROR_MEMORY : BOWLINE_OK);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contradictions_are_found_with_their_chain),
        cmocka_unit_test(each_request_for_memory_may_fail),
    };
    return cmocka_run_group_tests_name("decision graph", tests, NULL, NULL);
}
