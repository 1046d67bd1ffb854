/* Hand-written values: what must be found in them and what must not (tests/data/identifiers/cases.tsv). */
#include "unit/identifiers/finds.h"
#include "unit/identifiers/lines.h"

static bool is_as_wanted(char **fields, struct buffer *answer)
{
    struct given given = {type_find(span_of(fields[0])), fields[1], NULL, span_of(lines_unescape(fields[2])),
                          false};
    assert_int_not_equal(given.type, TYPE_NONE);
    finds_of(&given, answer);
    lines_simplify(answer->data);
    if (strcmp(answer->data, fields[3]) == 0)
        return true;
    print_error("%s, %s: '%s' gives '%s', not '%s'\n", fields[0], fields[1], fields[2], answer->data,
                fields[3]);
    return false;
}

static void every_case_is_as_written(void **state)
{
    (void)state;
    static struct lines lines;
    unsigned cases = 0;
    unsigned wrong = 0;
    struct buffer answer;
    buffer_init(&answer, 1u << 20);
    lines_open(&lines, TEST_DATA "/identifiers/cases.tsv");
    while (lines_next(&lines, 4)) {
        cases++;
        wrong += !is_as_wanted(lines.fields, &answer);
    }
    lines_close(&lines);
    buffer_release(&answer);
    assert_int_equal(wrong, 0);
    assert_true(cases > 700);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_case_is_as_written)};
    return cmocka_run_group_tests_name("identifier cases", tests, NULL, NULL);
}
