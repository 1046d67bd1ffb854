/* Groups found against their definition: all pairs of groups, and the largest matching there is by trying
 * all. */
#include "scoring/matching.h"

#include "base/random.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST   40
#define GROUPS 9

struct groups {
    const uint32_t *of; /* [record] */
    size_t count;
};

static size_t size_of(struct groups g, uint32_t group)
{
    size_t size = 0;
    for (size_t i = 0; i < g.count; i++)
        size += g.of[i] == group;
    return size;
}

static size_t shared_of(struct groups a, uint32_t x, struct groups b, uint32_t y)
{
    size_t both = 0;
    for (size_t i = 0; i < a.count; i++)
        both += a.of[i] == x && b.of[i] == y;
    return both;
}

static bool fits(struct groups found, uint32_t f, struct groups truth, uint32_t t)
{
    size_t both = shared_of(found, f, truth, t);
    size_t a = size_of(found, f);
    size_t b = size_of(truth, t);
    return a > 1 && b > 1 && (double)both / (double)(a + b - both) >= 0.5;
}

/* The most pairs, one to one, of true groups from t on. */
static size_t best_matching(struct groups found, struct groups truth, uint32_t t, bool *is_taken)
{
    if (t > GROUPS)
        return 0;
    size_t most = best_matching(found, truth, t + 1, is_taken);
    for (uint32_t f = 1; f <= GROUPS; f++)
        if (!is_taken[f] && fits(found, f, truth, t)) {
            is_taken[f] = true;
            size_t with = 1 + best_matching(found, truth, t + 1, is_taken);
            is_taken[f] = false;
            most = with > most ? with : most;
        }
    return most;
}

static bool is_mostly_one(struct groups found, uint32_t f, struct groups truth)
{
    for (uint32_t t = 1; t <= GROUPS; t++)
        if (2 * shared_of(found, f, truth, t) >= size_of(found, f))
            return true;
    return false;
}

static void check_list(const struct match_table *table, struct groups found, struct groups truth)
{
    bool is_seen[GROUPS + 1] = {false};
    for (size_t i = 0; i < table->groups_true; i++) {
        const struct group_match *group = &table->groups[i];
        uint32_t t = 1;
        assert_true(i == 0 || table->groups[i - 1].records >= group->records);
        for (; t <= GROUPS; t++) {
            size_t most = 0;
            for (uint32_t f = 1; f <= GROUPS; f++)
                most = shared_of(found, f, truth, t) > most ? shared_of(found, f, truth, t) : most;
            if (!is_seen[t] && size_of(truth, t) == group->records && most == group->shared)
                break;
        }
        assert_true(t <= GROUPS);
        is_seen[t] = true;
    }
}

static void check(const uint32_t *found_of, const uint32_t *truth_of, size_t count)
{
    struct groups found = {found_of, count};
    struct groups truth = {truth_of, count};
    struct match_table table;
    bool is_taken[GROUPS + 1] = {false};
    size_t groups_found = 0;
    size_t groups_true = 0;
    size_t mostly = 0;
    assert_int_equal(match_table_build(found_of, truth_of, count, &table, NULL), BOWLINE_OK);
    for (uint32_t g = 1; g <= GROUPS; g++) {
        groups_found += size_of(found, g) > 1;
        groups_true += size_of(truth, g) > 1;
        mostly += size_of(found, g) > 1 && is_mostly_one(found, g, truth);
    }
    size_t matched = best_matching(found, truth, 1, is_taken);
    size_t listed = 0;
    for (size_t i = 0; i < table.groups_true; i++)
        listed += table.groups[i].is_found;
    assert_int_equal(table.groups_found, groups_found);
    assert_int_equal(table.groups_true, groups_true);
    assert_int_equal(table.mostly_one, mostly);
    assert_int_equal(table.matched, matched);
    assert_int_equal(listed, matched);
    assert_true(fabs(table.recall - (groups_true ? (double)matched / (double)groups_true : 1)) < 1e-12);
    assert_true(fabs(table.precision - (groups_found ? (double)matched / (double)groups_found : 1)) < 1e-12);
    check_list(&table, found, truth);
    match_table_release(&table);
}

static void agrees_with_definitions(void **state)
{
    (void)state;
    struct random r;
    random_init(&r, 11);
    for (int round = 0; round < 2000; round++) {
        uint32_t found[MOST];
        uint32_t truth[MOST];
        size_t n = random_below(&r, MOST + 1);
        uint32_t groups = 1 + random_below(&r, GROUPS);
        uint32_t noise = 1 + random_below(&r, 5);
        for (size_t i = 0; i < n; i++) {
            truth[i] = random_below(&r, groups + 1);
            found[i] = random_below(&r, noise) ? truth[i] : random_below(&r, groups + 1);
        }
        check(found, truth, n);
    }
}

/* A true group of four that was found as two halves: each shares half with it, one of them counts. */
static void a_tie_counts_once(void **state)
{
    (void)state;
    uint32_t truth[] = {1, 1, 1, 1};
    uint32_t found[] = {1, 1, 2, 2};
    struct match_table table;
    check(found, truth, 4);
    check(truth, found, 4);
    assert_int_equal(match_table_build(found, truth, 4, &table, NULL), BOWLINE_OK);
    assert_int_equal(table.matched, 1);
    assert_true(table.recall == 1 && table.precision == 0.5 && table.mostly_one_share == 1);
    assert_int_equal(table.sizes[1].found, 2);
    assert_int_equal(table.sizes[2].truth, 1);
    match_table_release(&table);
}

/* The list and the counts do not depend on names or on the order of records. */
static void names_and_order_do_not_matter(void **state)
{
    (void)state;
    uint32_t truth[] = {5, 5, 5, 6, 6, 6, 0, 7, 7};
    uint32_t found[] = {1, 1, 2, 2, 0, 3, 3, 3, 3};
    uint32_t other_truth[9];
    uint32_t other_found[9];
    struct match_table a;
    struct match_table b;
    for (int i = 0; i < 9; i++) {
        other_truth[i] = truth[8 - i] ? 4000000000u - truth[8 - i] : 0;
        other_found[i] = found[8 - i] ? 9 - found[8 - i] : 0;
    }
    assert_int_equal(match_table_build(found, truth, 9, &a, NULL), BOWLINE_OK);
    assert_int_equal(match_table_build(other_found, other_truth, 9, &b, NULL), BOWLINE_OK);
    assert_int_equal(a.groups_true, 3);
    assert_int_equal(b.groups_true, 3);
    assert_memory_equal(a.groups, b.groups, 3 * sizeof *a.groups);
    assert_int_equal(a.matched, b.matched);
    match_table_release(&a);
    match_table_release(&b);
}

static void memory_fails(void **state)
{
    (void)state;
    uint32_t found[] = {1, 1, 2, 300};
    uint32_t truth[] = {1, 2, 2, 300};
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        struct match_table table;
        failing_memory_begin(&memory, n);
        enum bowline_status status = match_table_build(found, truth, 4, &table, NULL);
        bool is_failed = failing_memory_end(&memory);
        match_table_release(&table);
        if (!is_failed)
            break;
        assert_int_equal(status, BOWLINE_ERROR_MEMORY);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_definitions),
        cmocka_unit_test(a_tie_counts_once),
        cmocka_unit_test(names_and_order_do_not_matter),
        cmocka_unit_test(memory_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
