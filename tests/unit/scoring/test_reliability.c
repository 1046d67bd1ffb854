/* The reliability table on cases that can be reckoned by hand. */
#include "scoring/score.h"

#include "base/random.h"
#include "support/cmocka_all.h"

#include <math.h>

static void assert_near(double a, double b)
{
    assert_true(fabs(a - b) < 1e-12);
}

static void counts_by_hand(void **state)
{
    (void)state;
    double claimed[] = {0.0, 0.05, 0.12, 0.18, 0.95, 1.0, 1.0};
    uint8_t is_true[] = {0, 1, 0, 1, 1, 1, 0};
    struct reliability table;
    score_reliability(claimed, is_true, 7, &table);
    assert_int_equal(table.count, 7);
    assert_int_equal(table.bins[0].count, 2);
    assert_int_equal(table.bins[1].count, 2);
    assert_int_equal(table.bins[5].count, 0);
    assert_int_equal(table.bins[9].count, 3);
    assert_near(table.bins[0].claimed, 0.025);
    assert_near(table.bins[0].actual, 0.5);
    assert_near(table.bins[1].claimed, 0.15);
    assert_near(table.bins[9].actual, 2.0 / 3);
    double error = 2 * fabs(0.025 - 0.5) + 2 * fabs(0.15 - 0.5) + 3 * fabs(2.95 / 3 - 2.0 / 3);
    assert_near(table.expected_error, error / 7);
}

static void nothing_is_no_error(void **state)
{
    (void)state;
    struct reliability table;
    score_reliability(NULL, NULL, 0, &table);
    assert_int_equal(table.count, 0);
    assert_near(table.expected_error, 0);
}

/* What is no probability is counted at the nearest bound. */
static void bounds_hold(void **state)
{
    (void)state;
    double claimed[] = {-1, NAN, 2, INFINITY};
    uint8_t is_true[] = {0, 0, 1, 1};
    struct reliability table;
    score_reliability(claimed, is_true, 4, &table);
    assert_int_equal(table.bins[0].count, 2);
    assert_int_equal(table.bins[9].count, 2);
    assert_near(table.expected_error, 0);
}

/* Brier (1950) and the logarithmic loss, by hand: 0.75 true, 0.5 false, and certainty, right and wrong. */
static void losses_by_hand(void **state)
{
    (void)state;
    double claimed[] = {0.75, 0.5, 1, 0};
    uint8_t is_true[] = {1, 0, 1, 0};
    uint8_t contrary[] = {0, 1, 0, 1};
    struct reliability table;
    score_reliability(claimed, is_true, 4, &table);
    assert_near(table.brier, (0.25 * 0.25 + 0.25) / 4);
    assert_near(table.log_loss, (log2(4.0 / 3) + 1) / 4);
    score_reliability(claimed, contrary, 4, &table);
    assert_near(table.brier, (0.75 * 0.75 + 0.25 + 2) / 4);
    assert_near(table.log_loss, (2 + 1 + 53 + 53) / 4.0);
    score_reliability(claimed + 2, is_true + 2, 2, &table);
    assert_false(signbit(table.log_loss));
}

static void honest_claims_score_near_zero(void **state)
{
    (void)state;
    enum { COUNT = 20000 };
    static double claimed[COUNT];
    static uint8_t honest[COUNT];
    static uint8_t contrary[COUNT];
    struct random r;
    random_init(&r, 3);
    for (size_t i = 0; i < COUNT; i++) {
        claimed[i] = random_unit(&r);
        honest[i] = random_unit(&r) < claimed[i];
        contrary[i] = !honest[i];
    }
    struct reliability table;
    score_reliability(claimed, honest, COUNT, &table);
    assert_true(table.expected_error < 0.02);
    score_reliability(claimed, contrary, COUNT, &table);
    assert_true(table.expected_error > 0.4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_by_hand),
        cmocka_unit_test(nothing_is_no_error),
        cmocka_unit_test(bounds_hold),
        cmocka_unit_test(losses_by_hand),
        cmocka_unit_test(honest_claims_score_near_zero),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
