/* Texts in which there is no phone, in eleven languages (tests/data/identifiers/traps.tsv), each tried for
 * every country of its line: not one may be found. */
#include "unit/identifiers/finds.h"
#include "unit/identifiers/lines.h"

static bool has_phone(const char *country, struct span text, struct buffer *answer)
{
    struct given given = {TYPE_TEXT, country, NULL, text, true};
    finds_of(&given, answer);
    return strstr(answer->data, "phone=") != NULL;
}

static void no_trap_is_a_phone(void **state)
{
    (void)state;
    static struct lines lines;
    struct buffer answer;
    unsigned traps = 0;
    unsigned wrong = 0;
    buffer_init(&answer, 1u << 20);
    lines_open(&lines, TEST_DATA "/identifiers/traps.tsv");
    for (; lines_next(&lines, 2); traps++) {
        char *rest = NULL;
        struct span text = span_of(lines_unescape(lines.fields[1]));
        for (char *country = strtok_r(lines.fields[0], " ", &rest); country;
             country = strtok_r(NULL, " ", &rest)) {
            if (!has_phone(country, text, &answer))
                continue;
            print_error("%s: '%s' gives %s\n", country, text.at, answer.data);
            wrong++;
        }
    }
    lines_close(&lines);
    buffer_release(&answer);
    assert_int_equal(wrong, 0);
    assert_true(traps >= 2000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(no_trap_is_a_phone)};
    return cmocka_run_group_tests_name("traps", tests, NULL, NULL);
}
