/* Hand-written values: what must be found in them and what must not (tests/data/identifiers/cases.tsv). */
#include "unit/identifiers/finds.h"

#include <stdio.h>
#include <stdlib.h>

struct line {
    char *fields[4];
};

static void unescape(char *text)
{
    char *to = text;
    for (const char *from = text; *from; from++) {
        if (*from == '\\' && from[1]) {
            from++;
            *to++ = (char)(*from == 't' ? '\t' : *from == 'n' ? '\n' : *from);
        } else
            *to++ = *from;
    }
    *to = 0;
}

static bool line_split(char *text, struct line *line)
{
    text[strcspn(text, "\n")] = 0;
    if (text[0] == '#' || text[0] == 0)
        return false;
    for (unsigned i = 0; i < 4; i++) {
        line->fields[i] = text;
        text += strcspn(text, "\t");
        if (*text)
            *text++ = 0;
    }
    unescape(line->fields[2]);
    return true;
}

/* Takes the byte ranges out of an answer, and the reason out of a reject. */
static void simplify(char *answer)
{
    char *to = answer;
    for (const char *from = answer; *from && *from != '!'; from++) {
        if (*from == '[')
            from += strcspn(from, "]");
        else
            *to++ = *from;
    }
    if (to == answer)
        *to++ = '!';
    *to = 0;
}

static bool is_as_wanted(const struct line *line, struct buffer *answer)
{
    struct given given = {type_find(span_of(line->fields[0])), line->fields[1], NULL,
                          span_of(line->fields[2])};
    assert_int_not_equal(given.type, TYPE_NONE);
    finds_of(&given, answer);
    simplify(answer->data);
    if (strcmp(answer->data, line->fields[3]) == 0)
        return true;
    print_error("%s, %s: '%s' gives '%s', not '%s'\n", line->fields[0], line->fields[1], line->fields[2],
                answer->data, line->fields[3]);
    return false;
}

static void every_case_is_as_written(void **state)
{
    (void)state;
    static char text[4096];
    unsigned cases = 0;
    unsigned wrong = 0;
    struct buffer answer;
    buffer_init(&answer, 1u << 20);
    FILE *file = fopen(TEST_DATA "/identifiers/cases.tsv", "re");
    assert_non_null(file);
    while (fgets(text, sizeof text, file)) {
        struct line line;
        if (!line_split(text, &line))
            continue;
        cases++;
        wrong += !is_as_wanted(&line, &answer);
    }
    fclose(file);
    buffer_release(&answer);
    assert_int_equal(wrong, 0);
    assert_true(cases > 700);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_case_is_as_written)};
    return cmocka_run_group_tests_name("identifier cases", tests, NULL, NULL);
}
