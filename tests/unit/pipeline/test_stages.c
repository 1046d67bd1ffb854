/* The stage table keeps the house's second invariant, and fingerprints follow from what a stage reads. */
#include "pipeline/fingerprint.h"
#include "pipeline/stages.h"
#include "support/cmocka_all.h"

#include <string.h>

static void a_stage_reads_only_what_earlier_stages_write(void **state)
{
    (void)state;
    unsigned written = 0;
    for (unsigned s = 0; s < STAGE_COUNT; s++) {
        assert_int_equal(stages[s].reads & ~written, 0);
        assert_int_equal(stages[s].writes & written, 0);
        assert_int_not_equal(stages[s].writes, 0);
        written |= stages[s].writes;
    }
    assert_int_equal(written, (1u << CASE_TABLE_COUNT) - 1);
}

static void every_row_is_whole(void **state)
{
    (void)state;
    for (unsigned s = 0; s < STAGE_COUNT; s++) {
        assert_non_null(stages[s].run);
        assert_true(stages[s].version >= 1 && stages[s].loops >= 1);
        assert_true(strlen(stages[s].purpose) > 0 && strlen(stages[s].unit) > 0);
        for (unsigned other = 0; other < s; other++)
            assert_string_not_equal(stages[s].name, stages[other].name);
    }
    for (unsigned t = 0; t < CASE_TABLE_COUNT; t++) {
        assert_non_null(case_table_name((enum case_table)t));
        assert_non_null(case_table_sql((enum case_table)t)[0]);
        unsigned writers = 0;
        for (unsigned s = 0; s < STAGE_COUNT; s++)
            writers += (stages[s].writes & TABLE_BIT(t)) != 0;
        assert_int_equal(writers, 1);
    }
}

static void a_changed_source_makes_every_stage_stale(void **state)
{
    (void)state;
    struct fingerprints a;
    struct fingerprints same;
    struct fingerprints changed;
    fingerprints_make("one", &a);
    fingerprints_make("one", &same);
    fingerprints_make("two", &changed);
    for (unsigned s = 0; s < STAGE_COUNT; s++) {
        assert_string_equal(a.hex[s], same.hex[s]);
        assert_string_not_equal(a.hex[s], changed.hex[s]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_stage_reads_only_what_earlier_stages_write),
        cmocka_unit_test(every_row_is_whole),
        cmocka_unit_test(a_changed_source_makes_every_stage_stale),
    };
    return cmocka_run_group_tests_name("stages", tests, NULL, NULL);
}
