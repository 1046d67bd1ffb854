/* Marks found, against a search through all pairs. */
#include "scoring/marks.h"

#include "base/random.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

#define MOST 60

static int same_place(const struct mark *a, const struct mark *b)
{
    return a->record == b->record && a->field == b->field && a->value == b->value && a->value != 0;
}

/* A find is right where truth has its like. Truth in the order of ranks, each takes a find that nobody took.
 */
static void naive(const struct mark *found, size_t n, const struct mark *truth, size_t m, uint8_t *is_true,
                  uint8_t *is_found)
{
    bool is_taken[MOST] = {false};
    for (size_t i = 0; i < n; i++) {
        is_true[i] = 0;
        for (size_t j = 0; j < m; j++)
            is_true[i] |= (uint8_t)same_place(&found[i], &truth[j]);
    }
    for (unsigned rank = 0; rank < 3; rank++)
        for (size_t j = 0; j < m; j++) {
            if (truth[j].rank != rank)
                continue;
            is_found[j] = 0;
            for (size_t i = 0; i < n && !is_found[j]; i++)
                if (!is_taken[i] && same_place(&found[i], &truth[j])) {
                    is_taken[i] = true;
                    is_found[j] = 1;
                }
        }
}

static size_t sum(const uint8_t *flags, size_t count)
{
    size_t total = 0;
    for (size_t i = 0; i < count; i++)
        total += flags[i];
    return total;
}

static struct mark random_mark(struct random *r)
{
    return (struct mark){.record = random_below(r, 5) * 70000,
                         .value = random_below(r, 4) * 65536,
                         .field = (uint16_t)(random_below(r, 3) * 300),
                         .rank = (uint8_t)random_below(r, 3)};
}

/* How many are found of each place and rank must agree; which of equals it is does not matter. */
static void check_places(const struct mark *truth, size_t m, const uint8_t *a, const uint8_t *b)
{
    for (size_t j = 0; j < m; j++) {
        size_t fast = 0;
        size_t slow = 0;
        for (size_t k = 0; k < m; k++)
            if (truth[k].record == truth[j].record && truth[k].field == truth[j].field &&
                truth[k].value == truth[j].value && truth[k].rank == truth[j].rank) {
                fast += a[k];
                slow += b[k];
            }
        assert_int_equal(fast, slow);
    }
}

static void agrees_with_a_search(void **state)
{
    (void)state;
    struct random r;
    random_init(&r, 3);
    for (int round = 0; round < 1000; round++) {
        struct mark found[MOST];
        struct mark truth[MOST];
        uint8_t flags[4][MOST];
        size_t n = random_below(&r, MOST + 1);
        size_t m = random_below(&r, MOST + 1);
        for (size_t i = 0; i < n; i++)
            found[i] = random_mark(&r);
        for (size_t j = 0; j < m; j++)
            truth[j] = random_mark(&r);
        for (size_t i = 0; i < n; i++)
            found[i].rank = 0;
        assert_int_equal(score_marks(&(struct mark_list){found, n, flags[0]},
                                     &(struct mark_list){truth, m, flags[1]}, NULL),
                         BOWLINE_OK);
        naive(found, n, truth, m, flags[2], flags[3]);
        assert_int_equal(sum(flags[1], m), sum(flags[3], m));
        if (n)
            assert_memory_equal(flags[0], flags[2], n);
        check_places(truth, m, flags[1], flags[3]);
    }
}

/* A number that stands twice in a text, once in disguise, and was read once: the plain one was found. */
static void the_plain_one_counts_first(void **state)
{
    (void)state;
    struct mark truth[] = {{7, 1, 3, 2}, {7, 1, 3, 1}, {7, 1, 4, 0}};
    struct mark found[] = {{7, 1, 3, 0}, {7, 2, 4, 0}};
    uint8_t is_true[2];
    uint8_t is_found[3];
    assert_int_equal(
        score_marks(&(struct mark_list){found, 2, is_true}, &(struct mark_list){truth, 3, is_found}, NULL),
        BOWLINE_OK);
    assert_true(!is_found[0] && is_found[1] && !is_found[2]);
    assert_true(is_true[0] && !is_true[1]);
}

static void memory_fails(void **state)
{
    (void)state;
    struct mark marks[] = {{7, 1, 3, 2}, {7, 1, 3, 1}, {7000, 1, 4, 0}};
    uint8_t flags[2][3];
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        failing_memory_begin(&memory, n);
        enum bowline_status status = score_marks(&(struct mark_list){marks, 3, flags[0]},
                                                 &(struct mark_list){marks, 3, flags[1]}, NULL);
        if (!failing_memory_end(&memory))
            break;
        assert_int_equal(status, BOWLINE_ERROR_MEMORY);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_a_search),
        cmocka_unit_test(the_plain_one_counts_first),
        cmocka_unit_test(memory_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
