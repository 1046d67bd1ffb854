/* Listed circuits: the rules on hand-made ones, and counts against a naive twin. */
#include "scoring/listed_circuits.h"

#include "base/random.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

static const uint32_t abc[] = {1, 2, 3};
static const uint32_t bca[] = {2, 3, 1};
static const uint32_t acb[] = {1, 3, 2};
static const uint32_t abcd[] = {1, 2, 3, 4};
static const uint32_t lost[] = {1, 0, 3};

static void order_and_dates_must_hold(void **state)
{
    (void)state;
    const struct circuit truth[] = {
        {abc, 3, 0, 100, 1, 7, 3, 9}, /* network 7, two rows of one circuit: 0 to 200 */
        {bca, 3, 100, 200, 2, 7, 3, 9}, {abc, 3, 0, 100, 9, 0, 3, 9}, /* entity 9, outside networks */
        {abcd, 4, 0, 100, 3, 8, 1, 9},                                /* once round */
        {lost, 3, 0, 100, 3, 8, 2, 9}, /* a place that the case does not have: never found */
    };
    const struct circuit_claim claims[] = {
        {bca, 3, 0, 190, 7, true},  /* right, begun elsewhere */
        {acb, 3, 0, 200, 7, true},  /* the other way round */
        {abc, 3, 0, 90, 7, true},   /* covers less than half of the time */
        {abcd, 4, 0, 200, 7, true}, /* a place too many */
        {abc, 3, 0, 100, 7, false}, /* of an entity, whose number is a network's */
        {abc, 3, 0, 100, 9, false}, /* right */
        {abc, 3, 0, 100, 0, true},  /* nobody's */
        {lost, 3, 0, 100, 8, true},
    };
    struct circuit_marks marks;
    assert_int_equal(score_listed_circuits(truth, 5, claims, 8, &marks, NULL), BOWLINE_OK);
    assert_int_equal(marks.networks.truths, 2);
    assert_int_equal(marks.networks.found, 1);
    assert_int_equal(marks.networks.claims, 6);
    assert_int_equal(marks.networks.right, 1);
    assert_int_equal(marks.others.truths, 1);
    assert_int_equal(marks.others.found, 1);
    assert_int_equal(marks.others.claims, 2);
    assert_int_equal(marks.others.right, 1);
}

enum { ROWS = 12, CLAIMS = 9 };

static bool is_like(const uint32_t *a, const uint32_t *b, size_t count)
{
    for (size_t shift = 0; shift < count; shift++) {
        size_t same = 0;
        for (size_t i = 0; i < count; i++)
            same += a[(i + shift) % count] == b[i];
        if (same == count)
            return true;
    }
    return false;
}

static bool is_owned(const struct circuit *row, const struct circuit_claim *claim)
{
    return row->rounds >= CIRCUIT_ROUNDS && claim->owner && claim->is_network == (row->network != 0) &&
           claim->owner == (row->network ? row->network : row->entity) &&
           row->place_count == claim->place_count && is_like(row->places, claim->places, claim->place_count);
}

/* A claim is right where the rows that it may mean, taken together, have its period. */
static bool is_right(const struct circuit *truth, const struct circuit_claim *claim)
{
    int64_t begin = INT64_MAX;
    int64_t end = INT64_MIN;
    for (int i = 0; i < ROWS; i++)
        if (is_owned(&truth[i], claim)) {
            begin = truth[i].begin < begin ? truth[i].begin : begin;
            end = truth[i].end > end ? truth[i].end : end;
        }
    int64_t both = 0;
    int64_t either = 0;
    for (int64_t t = 0; t < 200; t++) {
        bool in_truth = t >= begin && t < end;
        bool in_claim = t >= claim->begin && t < claim->end;
        both += in_truth && in_claim;
        either +=
            t >= (begin < claim->begin ? begin : claim->begin) && t < (end > claim->end ? end : claim->end);
    }
    return begin < end && both > 0 && both * 2 >= either;
}

static void counts_are_those_of_the_naive_twin(void **state)
{
    (void)state;
    const uint32_t *const cycles[] = {abc, bca, acb, abcd};
    struct random r;
    random_init(&r, 8);
    for (int round = 0; round < 300; round++) {
        struct circuit truth[ROWS];
        struct circuit_claim claims[CLAIMS];
        struct circuit_marks marks;
        uint32_t right = 0;
        for (int i = 0; i < ROWS; i++) {
            uint32_t cycle = random_below(&r, 4);
            int64_t begin = random_below(&r, 80);
            truth[i] = (struct circuit){cycles[cycle],
                                        cycle == 3 ? 4 : 3,
                                        begin,
                                        begin + 1 + random_below(&r, 80),
                                        1 + random_below(&r, 3),
                                        random_below(&r, 3),
                                        1 + random_below(&r, 3),
                                        4};
        }
        for (int i = 0; i < CLAIMS; i++) {
            uint32_t cycle = random_below(&r, 4);
            int64_t begin = random_below(&r, 80);
            claims[i] = (struct circuit_claim){
                cycles[cycle],       cycle == 3 ? 4 : 3, begin, begin + 1 + random_below(&r, 80),
                random_below(&r, 4), random_below(&r, 2)};
            right += is_right(truth, &claims[i]);
        }
        assert_int_equal(score_listed_circuits(truth, ROWS, claims, CLAIMS, &marks, NULL), BOWLINE_OK);
        assert_int_equal(marks.networks.right + marks.others.right, right);
        assert_int_equal(marks.networks.claims + marks.others.claims, CLAIMS);
        assert_true(marks.networks.found <= marks.networks.truths &&
                    marks.networks.found <= marks.networks.right);
    }
}

static void every_failure_of_memory_is_returned(void **state)
{
    (void)state;
    const struct circuit truth[] = {{abc, 3, 0, 100, 1, 7, 3, 9}};
    const struct circuit_claim claims[] = {{bca, 3, 0, 190, 7, true}};
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        struct circuit_marks marks;
        failing_memory_begin(&memory, n);
        enum bowline_status status = score_listed_circuits(truth, 1, claims, 1, &marks, NULL);
        bool has_failed = failing_memory_end(&memory);
        assert_int_equal(status, has_failed ? BOWLINE_ERROR_MEMORY : BOWLINE_OK);
        if (!has_failed) {
            assert_true(n > 3);
            break;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order_and_dates_must_hold),
        cmocka_unit_test(counts_are_those_of_the_naive_twin),
        cmocka_unit_test(every_failure_of_memory_is_returned),
    };
    return cmocka_run_group_tests_name("listed circuits", tests, NULL, NULL);
}
