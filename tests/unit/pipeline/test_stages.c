/* The stage table keeps the house's second invariant, and fingerprints follow from what a stage reads. */
#include "pipeline/fingerprint.h"
#include "pipeline/stages.h"
#include "support/cmocka_all.h"

#include <string.h>

static void a_stage_reads_only_what_earlier_stages_write(void **state)
{
    (void)state;
    unsigned written = TABLES_GIVEN;
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
        assert_int_equal(writers, TABLES_GIVEN & TABLE_BIT(t) ? 0 : 1);
    }
}

static void a_changed_source_makes_every_stage_stale(void **state)
{
    (void)state;
    const struct decided_digests none = {"", ""};
    struct fingerprints a;
    struct fingerprints same;
    struct fingerprints changed;
    fingerprints_make("one", &none, &a);
    fingerprints_make("one", &none, &same);
    fingerprints_make("two", &none, &changed);
    for (unsigned s = 0; s < STAGE_COUNT; s++) {
        assert_string_equal(a.hex[s], same.hex[s]);
        assert_string_not_equal(a.hex[s], changed.hex[s]);
    }
}

/* Which stages a decision makes stale, as a set of bits of their places. */
static unsigned stale_by(const struct decided_digests *decided)
{
    const struct decided_digests none = {"", ""};
    struct fingerprints before;
    struct fingerprints after;
    unsigned stale = 0;
    fingerprints_make("one", &none, &before);
    fingerprints_make("one", decided, &after);
    for (unsigned s = 0; s < STAGE_COUNT; s++)
        stale |= (strcmp(before.hex[s], after.hex[s]) != 0) << s;
    return stale;
}

/* Of the stages that follow, those that read what the others write, directly or not. */
static unsigned readers_of(unsigned table)
{
    unsigned touched = TABLE_BIT(table);
    unsigned readers = 0;
    for (unsigned s = 0; s < STAGE_COUNT; s++)
        if (stages[s].reads & touched) {
            readers |= 1u << s;
            touched |= stages[s].writes;
        }
    return readers;
}

/* The stage that writes the table. */
static unsigned writer_of(enum case_table table)
{
    unsigned s = 0;
    while (s < STAGE_COUNT && !(stages[s].writes & TABLE_BIT(table)))
        s++;
    return s;
}

static void a_decision_makes_stale_what_rests_on_it_alone(void **state)
{
    (void)state;
    const struct decided_digests on_values = {"v", ""};
    const struct decided_digests on_records = {"", "r"};
    assert_int_equal(stale_by(&on_values), readers_of(TABLE_DECIDED_VALUES));
    assert_int_equal(stale_by(&on_records), readers_of(TABLE_DECIDED_RECORDS));
    assert_false(stale_by(&on_values) & 1u << writer_of(TABLE_TEMPLATES));
    assert_false(stale_by(&on_records) & 1u << writer_of(TABLE_LINKS));
    assert_true(stale_by(&on_records) & 1u << writer_of(TABLE_ENTITIES));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_stage_reads_only_what_earlier_stages_write),
        cmocka_unit_test(every_row_is_whole),
        cmocka_unit_test(a_changed_source_makes_every_stage_stale),
        cmocka_unit_test(a_decision_makes_stale_what_rests_on_it_alone),
    };
    return cmocka_run_group_tests_name("stages", tests, NULL, NULL);
}
