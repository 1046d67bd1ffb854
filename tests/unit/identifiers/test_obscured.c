/* Numbers as people hide them, by language and way of writing (tests/data/identifiers/obscured.tsv): value
 * and form. Prints recall by form and by language where one is missed. */
#include "unit/identifiers/finds.h"
#include "unit/identifiers/lines.h"

#include <stdio.h>

struct tally {
    char name[24];
    unsigned wanted, found;
};

static void count(struct tally *tallies, const char *name, bool is_found)
{
    unsigned i = 0;
    while (tallies[i].name[0] && strcmp(tallies[i].name, name) != 0)
        i++;
    snprintf(tallies[i].name, sizeof tallies[i].name, "%s", name);
    tallies[i].wanted++;
    tallies[i].found += is_found;
}

static void print(const struct tally *tallies)
{
    for (; tallies->name[0]; tallies++)
        print_error("%-14s %3u of %3u\n", tallies->name, tallies->found, tallies->wanted);
}

static void check_file(const char *path, unsigned least)
{
    struct tally forms[32] = {0};
    struct tally languages[32] = {0};
    static struct lines lines;
    struct buffer answer;
    unsigned wrong = 0;
    unsigned cases = 0;
    buffer_init(&answer, 1u << 20);
    lines_open(&lines, path);
    while (lines_next(&lines, 5)) {
        char **f = lines.fields;
        struct given given = {TYPE_TEXT, f[2], NULL, span_of(lines_unescape(f[3])), true};
        char wanted[256];
        bool is_none = strcmp(f[4], "-") == 0;
        snprintf(wanted, sizeof wanted, is_none ? "-" : "%s/%s", f[4], f[1]);
        finds_of(&given, &answer);
        lines_simplify(answer.data);
        bool is_right = strcmp(answer.data, wanted) == 0;
        cases++;
        wrong += !is_right;
        if (!is_none) {
            count(forms, f[1], is_right);
            count(languages, f[0], is_right);
        }
        if (!is_right)
            print_error("%s %s: '%s' gives '%s', not '%s'\n", f[0], f[2], f[3], answer.data, wanted);
    }
    lines_close(&lines);
    if (wrong) {
        print(forms);
        print(languages);
    }
    buffer_release(&answer);
    assert_int_equal(wrong, 0);
    assert_true(cases > least);
}

static void every_number_is_read(void **state)
{
    (void)state;
    check_file(TEST_DATA "/identifiers/obscured.tsv", 250);
}

static void every_other_type_is_read(void **state)
{
    (void)state;
    check_file(TEST_DATA "/identifiers/other_types.tsv", 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_number_is_read),
                                       cmocka_unit_test(every_other_type_is_read)};
    return cmocka_run_group_tests_name("obscured numbers", tests, NULL, NULL);
}
