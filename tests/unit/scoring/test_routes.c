/* Money routes found, against sums made line by line. */
#include "scoring/routes.h"

#include "base/random.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

#define MOST     40
#define ROUTES   6
#define ACCOUNTS 4

/* The cents of a payment, -1 where they are not known. */
static int64_t cents_of(uint32_t payment)
{
    return payment == 0 ? -1 : (int64_t)payment * 100;
}

/* The distinct payments of a route through an account, or -1. */
static int64_t sum_of(const struct route_line *lines, size_t n, uint32_t route, uint32_t account, bool is_out)
{
    int64_t sum = 0;
    for (size_t i = 0; i < n; i++) {
        bool is_first = true;
        if (lines[i].route != route || lines[i].account != account)
            continue;
        uint32_t payment = is_out ? lines[i].out : lines[i].in;
        for (size_t j = 0; j < i; j++)
            if (lines[j].route == route && lines[j].account == account &&
                (is_out ? lines[j].out : lines[j].in) == payment)
                is_first = false;
        if (payment == 0)
            return -1;
        sum += is_first ? cents_of(payment) : 0;
    }
    return sum;
}

static bool has_route(const struct route_line *lines, size_t n, uint32_t route, uint32_t account)
{
    for (size_t i = 0; i < n; i++)
        if (lines[i].route == route && lines[i].account == account)
            return true;
    return false;
}

static struct route_score naive(const struct route_line *lines, size_t n, const int64_t *passed)
{
    struct route_score out = {0};
    for (uint32_t account = 0; account < ACCOUNTS; account++) {
        int64_t needed = -1;
        for (uint32_t route = 0; route < ROUTES; route++) {
            if (!has_route(lines, n, route, account))
                continue;
            int64_t in = sum_of(lines, n, route, account, false);
            int64_t passed_on = sum_of(lines, n, route, account, true);
            int64_t sum = in < passed_on ? in : passed_on;
            out.routes++;
            needed = needed < 0 ? 0 : needed;
            if (sum < 0)
                continue;
            out.routes_found += passed[account] > 0 && passed[account] >= sum;
            needed += sum;
        }
        if (needed < 0)
            continue;
        out.accounts++;
        out.accounts_found += passed[account] > 0 && passed[account] >= needed;
        out.cents += needed;
        out.cents_found += passed[account] < needed ? passed[account] : needed;
    }
    return out;
}

static void agrees_with_sums(void **state)
{
    (void)state;
    struct random r;
    random_init(&r, 2);
    for (int round = 0; round < 2000; round++) {
        struct route_line lines[MOST];
        int64_t passed[ACCOUNTS];
        struct route_score fast;
        size_t n = random_below(&r, MOST + 1);
        for (size_t i = 0; i < n; i++) {
            lines[i] = (struct route_line){.route = random_below(&r, ROUTES),
                                           .account = random_below(&r, ACCOUNTS),
                                           .in = random_below(&r, 60),
                                           .out = random_below(&r, 60)};
            lines[i].in_cents = cents_of(lines[i].in);
            lines[i].out_cents = cents_of(lines[i].out);
        }
        for (size_t i = 0; i < ACCOUNTS; i++)
            passed[i] = random_below(&r, 3) * (int64_t)random_below(&r, 10000);
        assert_int_equal(score_routes(lines, n, passed, ACCOUNTS, &fast, NULL), BOWLINE_OK);
        struct route_score slow = naive(lines, n, passed);
        assert_memory_equal(&fast, &slow, sizeof fast);
    }
}

/* Two payments in leave in one payment out: the one counts once. */
static void a_payment_counts_once(void **state)
{
    (void)state;
    struct route_line lines[] = {{0, 0, 1, 9, 5000, 8000}, {0, 0, 2, 9, 4000, 8000}};
    int64_t passed[] = {8000};
    struct route_score score;
    assert_int_equal(score_routes(lines, 2, passed, 1, &score, NULL), BOWLINE_OK);
    assert_int_equal(score.routes, 1);
    assert_int_equal(score.routes_found, 1);
    assert_int_equal(score.cents, 8000);
    passed[0] = 7999;
    assert_int_equal(score_routes(lines, 2, passed, 1, &score, NULL), BOWLINE_OK);
    assert_int_equal(score.routes_found, 0);
    assert_int_equal(score.cents_found, 7999);
}

static void memory_fails(void **state)
{
    (void)state;
    struct route_line lines[] = {{0, 0, 1, 9, 5000, 8000}, {7, 0, 2, 900, 4000, 8000}};
    int64_t passed[] = {8000};
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        struct route_score score;
        failing_memory_begin(&memory, n);
        enum bowline_status status = score_routes(lines, 2, passed, 1, &score, NULL);
        if (!failing_memory_end(&memory))
            break;
        assert_int_equal(status, BOWLINE_ERROR_MEMORY);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_sums),
        cmocka_unit_test(a_payment_counts_once),
        cmocka_unit_test(memory_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
