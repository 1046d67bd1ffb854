/* Partition scores against their definitions, pair by pair and record by record. */
#include "scoring/score.h"

#include "base/memory.h"
#include "base/random.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

#include <math.h>
#include <time.h>

#define MOST 60

static int together(const uint32_t *group, size_t i, size_t j)
{
    return i == j || (group[i] != 0 && group[i] == group[j]);
}

static double ratio(double part, double whole)
{
    return whole > 0 ? part / whole : 1;
}

static double harmonic(double a, double b)
{
    return a + b > 0 ? 2 * a * b / (a + b) : 0;
}

static void naive_pairs(const uint32_t *found, const uint32_t *truth, size_t n, struct partition_score *out)
{
    double both = 0;
    double claimed = 0;
    double real = 0;
    double all = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++) {
            both += together(found, i, j) && together(truth, i, j);
            claimed += together(found, i, j);
            real += together(truth, i, j);
            all++;
        }
    out->pairs = (struct score_triple){ratio(both, claimed), ratio(both, real), 0};
    out->pairs.f1 = harmonic(out->pairs.precision, out->pairs.recall);
    double expected = all > 0 ? claimed * real / all : 0;
    double span = (claimed + real) / 2 - expected;
    out->adjusted_rand = span != 0 ? (both - expected) / span : 1;
}

static void naive_bcubed(const uint32_t *found, const uint32_t *truth, size_t n, struct partition_score *out)
{
    double precision = 0;
    double recall = 0;
    for (size_t i = 0; i < n; i++) {
        double both = 0;
        double in_found = 0;
        double in_truth = 0;
        for (size_t j = 0; j < n; j++) {
            both += together(found, i, j) && together(truth, i, j);
            in_found += together(found, i, j);
            in_truth += together(truth, i, j);
        }
        precision += both / in_found / (double)n;
        recall += both / in_truth / (double)n;
    }
    if (n == 0)
        precision = recall = 1;
    out->bcubed = (struct score_triple){precision, recall, harmonic(precision, recall)};
}

static size_t group_size(const uint32_t *group, size_t n, size_t i)
{
    size_t size = 0;
    for (size_t j = 0; j < n; j++)
        size += (size_t)together(group, i, j);
    return size;
}

static void naive_groups(const uint32_t *found, const uint32_t *truth, size_t n, struct partition_score *out)
{
    double claimed = 0;
    double real = 0;
    out->largest_purity = 1;
    for (size_t i = 0; i < n; i++) {
        size_t size = group_size(found, n, i);
        size_t most = 0;
        claimed += size > 1 ? 1.0 / (double)size : 0;
        real += group_size(truth, n, i) > 1 ? 1.0 / (double)group_size(truth, n, i) : 0;
        for (size_t j = 0; j < n; j++) {
            size_t both = 0;
            for (size_t k = 0; k < n; k++)
                both += (size_t)(together(found, i, j) && together(found, i, k) && together(truth, j, k));
            most = both > most ? both : most;
        }
        double purity = (double)most / (double)size;
        if (size > 1 &&
            (size > out->largest_found || (size == out->largest_found && purity < out->largest_purity)))
            out->largest_purity = purity;
        out->largest_found = size > 1 && size > out->largest_found ? size : out->largest_found;
    }
    out->groups_found = (size_t)lround(claimed);
    out->groups_true = (size_t)lround(real);
}

static void assert_near(double a, double b)
{
    assert_true(fabs(a - b) < 1e-9);
}

static void assert_triple(struct score_triple a, struct score_triple b)
{
    assert_near(a.precision, b.precision);
    assert_near(a.recall, b.recall);
    assert_near(a.f1, b.f1);
}

static void check(const uint32_t *found, const uint32_t *truth, size_t n)
{
    struct partition_score fast;
    struct partition_score naive = {.records = n};
    assert_int_equal(score_partition(found, truth, n, &fast, NULL), BOWLINE_OK);
    naive_pairs(found, truth, n, &naive);
    naive_bcubed(found, truth, n, &naive);
    naive_groups(found, truth, n, &naive);
    assert_triple(fast.pairs, naive.pairs);
    assert_triple(fast.bcubed, naive.bcubed);
    assert_near(fast.adjusted_rand, naive.adjusted_rand);
    assert_near(fast.largest_purity, naive.largest_purity);
    assert_int_equal(fast.records, n);
    assert_int_equal(fast.groups_found, naive.groups_found);
    assert_int_equal(fast.groups_true, naive.groups_true);
    assert_int_equal(fast.largest_found, naive.largest_found);
}

static void agrees_with_definitions(void **state)
{
    (void)state;
    struct random r;
    random_init(&r, 7);
    for (int round = 0; round < 300; round++) {
        uint32_t found[MOST];
        uint32_t truth[MOST];
        size_t n = random_below(&r, MOST + 1);
        uint32_t groups = 1 + random_below(&r, 12);
        for (size_t i = 0; i < n; i++) {
            truth[i] = random_below(&r, groups) * 4000000000u / 11;
            found[i] = random_below(&r, 3) ? truth[i] : random_below(&r, groups);
        }
        check(found, truth, n);
    }
}

/* The example of Bagga and Baldwin: groups of 5, 2 and 5; the answer joins the second and the third. */
static void matches_published_example(void **state)
{
    (void)state;
    uint32_t truth[] = {1, 1, 1, 1, 1, 2, 2, 3, 3, 3, 3, 3};
    uint32_t found[] = {1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2};
    struct partition_score score;
    assert_int_equal(score_partition(found, truth, 12, &score, NULL), BOWLINE_OK);
    assert_true(fabs(score.bcubed.precision - 0.762) < 0.001);
    assert_near(score.bcubed.recall, 1);
    assert_int_equal(score.largest_found, 7);
    assert_near(score.largest_purity, 5.0 / 7);
    assert_near(score.pairs.precision, 21.0 / 31);
}

static void extremes(void **state)
{
    (void)state;
    uint32_t alone[4] = {0};
    uint32_t one[4] = {9, 9, 9, 9};
    check(alone, one, 4);
    check(one, alone, 4);
    check(alone, alone, 4);
    check(one, one, 4);
    check(one, one, 0);
    check(one, alone, 1);
}

static void order_does_not_matter(void **state)
{
    (void)state;
    uint32_t found[] = {1, 1, 2, 2, 0, 3, 3, 3};
    uint32_t truth[] = {5, 5, 5, 6, 6, 6, 0, 7};
    uint32_t found_back[8];
    uint32_t truth_back[8];
    for (int i = 0; i < 8; i++) {
        found_back[i] = found[7 - i];
        truth_back[i] = truth[7 - i];
    }
    struct partition_score a;
    struct partition_score b;
    assert_int_equal(score_partition(found, truth, 8, &a, NULL), BOWLINE_OK);
    assert_int_equal(score_partition(found_back, truth_back, 8, &b, NULL), BOWLINE_OK);
    assert_memory_equal(&a, &b, sizeof a);
}

static void two_million_records_are_quick(void **state)
{
    (void)state;
    size_t n = 2000000;
    uint32_t *found = memory_new(n, sizeof *found);
    uint32_t *truth = memory_new(n, sizeof *truth);
    assert_true(found && truth);
    for (size_t i = 0; i < n; i++) {
        truth[i] = (uint32_t)(i * 2654435761u % 300000);
        found[i] = i % 10 ? truth[i] : (uint32_t)i;
    }
    struct partition_score score;
    clock_t begin = clock();
    assert_int_equal(score_partition(found, truth, n, &score, NULL), BOWLINE_OK);
    double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
    print_message("2 million records: %.2f s\n", seconds);
    assert_true(seconds < 20); /* under 2 s in a release build; sanitizers are slow */
    memory_free(found);
    memory_free(truth);
}

static void memory_fails(void **state)
{
    (void)state;
    uint32_t found[] = {1, 1, 2, 300};
    uint32_t truth[] = {1, 2, 2, 300};
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        struct partition_score score;
        failing_memory_begin(&memory, n);
        enum bowline_status status = score_partition(found, truth, 4, &score, NULL);
        if (!failing_memory_end(&memory))
            break;
        assert_int_equal(status, BOWLINE_ERROR_MEMORY);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_definitions),
        cmocka_unit_test(matches_published_example),
        cmocka_unit_test(extremes),
        cmocka_unit_test(order_does_not_matter),
        cmocka_unit_test(memory_fails),
        cmocka_unit_test(two_million_records_are_quick),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
