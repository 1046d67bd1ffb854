/* Sorting against a naive sort; dates against known days; bits against their definition; the random stream's
 * shape. */
#include "base/bits.h"
#include "base/calendar.h"
#include "base/random.h"
#include "base/sort.h"
#include "support/cmocka_all.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Insertion sort: stable by construction. */
static void sort_naively(struct sort_pair *pairs, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        struct sort_pair moved = pairs[i];
        size_t at = i;
        for (; at > 0 && pairs[at - 1].key > moved.key; at--)
            pairs[at] = pairs[at - 1];
        pairs[at] = moved;
    }
}

static void sorting_agrees_with_the_oracle(void **state)
{
    (void)state;
    static struct sort_pair fast[700];
    static struct sort_pair slow[700];
    struct random r;
    random_init(&r, 7);
    for (unsigned round = 0; round < 40; round++) {
        size_t count = random_below(&r, 700);
        unsigned shift = round % 64;
        for (size_t i = 0; i < count; i++)
            fast[i] = slow[i] = (struct sort_pair){random_next(&r) >> shift, i};
        sort_naively(slow, count);
        assert_true(sort_pairs(fast, count));
        assert_memory_equal(fast, slow, count * sizeof *fast);
    }
}

/* Large enough that keys are put apart first; spread, crowded in few parts, and all equal; once so many that
 * they are sorted in halves. */
static void parallel_sorting_agrees_with_the_oracle(void **state)
{
    (void)state;
    size_t most = 4500000;
    uint64_t *fast = malloc(most * sizeof *fast);
    uint64_t *slow = malloc(most * sizeof *slow);
    struct random r;
    random_init(&r, 8);
    assert_non_null(fast);
    assert_non_null(slow);
    for (unsigned round = 0; round < 12; round++) {
        size_t count = round < 2 ? round : round == 2 ? most : random_below(&r, 400000);
        for (size_t i = 0; i < count; i++) {
            uint64_t spread = random_next(&r) >> round * 4;
            fast[i] = slow[i] = round % 3 == 1 && i % 8 ? 77 : round == 11 ? 5 : spread;
        }
        assert_true(sort_keys(slow, count));
        for (size_t i = 1; i < count; i++)
            assert_true(slow[i - 1] <= slow[i]);
        assert_int_equal(sort_keys_parallel(fast, count, &parallel_serial), BOWLINE_OK);
        assert_memory_equal(fast, slow, count * sizeof *fast);
    }
    free(fast);
    free(slow);
}

static void days_agree_with_the_calendar(void **state)
{
    (void)state;
    assert_int_equal(calendar_days((struct civil){1970, 1, 1}), 0);
    assert_int_equal(calendar_days((struct civil){2000, 3, 1}), 11017);
    assert_int_equal(calendar_days((struct civil){1619, 3, 24}), -128118);
    struct civil expected = {1600, 1, 1};
    for (int64_t day = calendar_days(expected); expected.year < 2101; day++) {
        struct civil found = calendar_civil(day);
        assert_int_equal(found.year, expected.year);
        assert_int_equal(found.month, expected.month);
        assert_int_equal(found.day, expected.day);
        assert_int_equal(calendar_days(found), day);
        expected.day++;
        if (!calendar_is_valid(expected))
            expected = (struct civil){expected.year + (expected.month == 12), expected.month % 12 + 1, 1};
    }
    assert_false(calendar_is_valid((struct civil){1900, 2, 29}));
    assert_true(calendar_is_valid((struct civil){2000, 2, 29}));
}

static void times_are_written_in_iso_8601(void **state)
{
    (void)state;
    char text[32];
    calendar_format(1748979600, text, sizeof text);
    assert_string_equal(text, "2025-06-03T19:40:00Z");
    calendar_format(-1, text, sizeof text);
    assert_string_equal(text, "1969-12-31T23:59:59Z");
    calendar_format(TIME_NONE, text, sizeof text);
    assert_string_equal(text, "");
}

static void bits_are_log_odds(void **state)
{
    (void)state;
    assert_int_equal(bits_of_ratio(8), 3000);
    assert_int_equal(bits_of_ratio(0.25), -2000);
    assert_int_equal(bits_of_ratio(0), -BITS_MOST);
    assert_int_equal(bits_of_ratio(INFINITY), BITS_MOST);
    assert_true(fabs(bits_probability(0) - 0.5) < 1e-12);
    assert_true(fabs(bits_probability(10000) - 1024.0 / 1025) < 1e-12);
    assert_true(bits_real(-1500) == -1.5);
}

static void the_random_stream_is_seeded_and_even(void **state)
{
    (void)state;
    struct random a;
    struct random b;
    unsigned counts[10] = {0};
    random_init(&a, 1);
    random_init(&b, 2);
    assert_true(random_next(&a) != random_next(&b));
    for (int i = 0; i < 100000; i++)
        counts[random_below(&a, 10)]++;
    for (int i = 0; i < 10; i++)
        assert_true(counts[i] > 9500 && counts[i] < 10500);
    double sum = 0;
    for (int i = 0; i < 100000; i++)
        sum += random_unit(&b);
    assert_true(fabs(sum / 100000 - 0.5) < 0.01);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sorting_agrees_with_the_oracle),
        cmocka_unit_test(parallel_sorting_agrees_with_the_oracle),
        cmocka_unit_test(days_agree_with_the_calendar),
        cmocka_unit_test(times_are_written_in_iso_8601),
        cmocka_unit_test(bits_are_log_odds),
        cmocka_unit_test(the_random_stream_is_seeded_and_even),
    };
    return cmocka_run_group_tests_name("numbers", tests, NULL, NULL);
}
