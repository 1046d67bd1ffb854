/* Options and operands, in every form that shells hand over. */
#include "support/cmocka_all.h"

#include "commands.h"

#include <stdio.h>
#include <string.h>

static int run_nothing(const struct arguments *arguments)
{
    (void)arguments;
    return 0;
}

static const struct option options[] = {
    {.name = "output", .letter = 'o', .required = true, .argument = "FILE", .meaning = "where to"},
    {.name = "threads", .letter = 't', .argument = "N", .least = 1, .most = 64, .meaning = "how many"},
    {.name = "format", .argument = "FORMAT", .words = "csv html", .meaning = "how"},
    {.name = "quiet", .letter = 'q', .meaning = "say nothing"},
    {0},
};
static const struct command sample = {
    .name = "sample",
    .operands = "A [B]",
    .least_operands = 1,
    .most_operands = 2,
    .options = options,
    .data = true,
    .run = run_nothing,
};

/* Parses at most seven words, up to a NULL. */
static bool parse(struct arguments *arguments, struct builder *problem, const char *const *words)
{
    int count = 0;
    while (words[count]) {
        count++;
    }
    builder_reset(problem);
    return arguments_parse(arguments, &sample, count, words, problem);
}

#define WORDS(...)                                                                                           \
    (const char *const[])                                                                                    \
    {                                                                                                        \
        __VA_ARGS__, NULL                                                                                    \
    }

static void assert_refused(const char *const *words, const char *expected)
{
    struct arguments arguments;
    struct builder problem = {0};
    assert_false(parse(&arguments, &problem, words));
    if (!strstr(builder_string(&problem), expected)) {
        fail_msg("\"%s\" should hold \"%s\"", builder_string(&problem), expected);
    }
    arguments_release(&arguments);
    builder_release(&problem);
}

static void every_form_gives_the_same(void **state)
{
    (void)state;
    const char *const *forms[] = {
        WORDS("a", "--output", "f", "--threads", "4", "-q"),
        WORDS("--output=f", "--threads=4", "--quiet", "a"),
        WORDS("-of", "-t4", "-q", "a"),
        WORDS("-q", "-o", "f", "a", "-t", "4"),
        WORDS("-qt4", "-of", "--", "a"),
        WORDS("-qo", "f", "-t", "4", "a"),
        WORDS("-q", "--quiet", "-of", "-t4", "a"),
    };
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        struct arguments arguments;
        struct builder problem = {0};
        assert_true(parse(&arguments, &problem, forms[i]));
        assert_string_equal(option_text(&arguments, "output"), "f");
        assert_int_equal(option_number(&arguments, "threads", 0), 4);
        assert_true(option_flag(&arguments, "quiet"));
        assert_false(option_flag(&arguments, "json"));
        assert_null(option_text(&arguments, "format"));
        assert_int_equal(arguments.operand_count, 1);
        assert_string_equal(arguments.operands[0], "a");
        arguments_release(&arguments);
        builder_release(&problem);
    }
}

static void dashes_end_options(void **state)
{
    (void)state;
    struct arguments arguments;
    struct builder problem = {0};
    assert_true(parse(&arguments, &problem, WORDS("-of", "-", "--", "--json")));
    assert_int_equal(arguments.operand_count, 2);
    assert_string_equal(arguments.operands[0], "-");
    assert_string_equal(arguments.operands[1], "--json");
    assert_false(option_flag(&arguments, "json"));
    arguments_release(&arguments);
    builder_release(&problem);
}

static void help_needs_nothing_else(void **state)
{
    (void)state;
    struct arguments arguments;
    struct builder problem = {0};
    assert_true(parse(&arguments, &problem, WORDS("-h")));
    assert_true(option_flag(&arguments, "help"));
    arguments_release(&arguments);
    builder_release(&problem);
}

static void mistakes_are_named(void **state)
{
    (void)state;
    assert_refused(WORDS("a"), "-o FILE is missing");
    assert_refused(WORDS("-of"), "it takes A [B]");
    assert_refused(WORDS("-of", "a", "b", "c"), "\"c\" is too much");
    assert_refused(WORDS("a", "--outptu", "f"), "did you mean --output?");
    assert_refused(WORDS("a", "--jso"), "did you mean --json?");
    assert_refused(WORDS("a", "--zebra"), "there is no option --zebra");
    assert_refused(WORDS("a", "-x"), "there is no option -x");
    assert_refused(WORDS("a", "-o"), "--output needs a value");
    assert_refused(WORDS("a", "-of", "-og"), "given twice");
    assert_refused(WORDS("a", "-of", "--quiet=1"), "takes no value");
    assert_refused(WORDS("a", "-of", "--format", "pdf"), "takes one of: csv html");
    assert_refused(WORDS("a", "-of", "--format", "cs"), "takes one of: csv html");
    assert_refused(WORDS("a", "-of", "--format="), "takes one of");
}

static void numbers_are_checked(void **state)
{
    (void)state;
    static const char *const bad[] = {"0", "65", "-1", "+4", "4x", "", " 4", "1e1", "99999999999999999999"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        char word[64];
        snprintf(word, sizeof word, "--threads=%s", bad[i]);
        assert_refused(WORDS("a", "-of", word), "from 1 to 64");
    }
    uint64_t number = 0;
    assert_true(number_parse("18446744073709551615", &number));
    assert_true(number == UINT64_MAX);
    assert_false(number_parse("18446744073709551616", &number));
}

static void rows_are_complete(void **state)
{
    (void)state;
    for (size_t i = 0; i < command_count; i++) {
        const struct command *command = &commands[i];
        assert_non_null(command->run);
        assert_true(strlen(command->purpose) > 0 && strlen(command->purpose) < 60);
        assert_non_null(strstr(command->example, command->name));
        assert_true(strlen(command->description) > 0 && strlen(command->example_result) > 0);
        assert_true(command->least_operands <= command->most_operands);
        for (const struct option *option = command->options; option && option->name; option++) {
            assert_non_null(option->meaning);
            assert_true(!option->required || (option->argument && option->letter));
            assert_true(strcmp(option->name, "json") != 0 && strcmp(option->name, "help") != 0);
            for (const struct option *other = command->options; other != option; other++) {
                assert_true(strcmp(option->name, other->name) != 0);
                assert_true(!option->letter || option->letter != other->letter);
            }
        }
        assert_ptr_equal(command_find(command->name), command);
    }
    assert_null(command_find("nothing"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_form_gives_the_same), cmocka_unit_test(dashes_end_options),
        cmocka_unit_test(help_needs_nothing_else),   cmocka_unit_test(mistakes_are_named),
        cmocka_unit_test(numbers_are_checked),       cmocka_unit_test(rows_are_complete),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
