/* Numbers in the dress of many countries, and those that could be two. */
#include "records/numbers.h"
#include "support/cmocka_all.h"

static void check(const char *text, char sign, enum number_result result, const char *plain)
{
    char room[NUMBER_SIZE];
    struct span found;
    enum number_result got = number_read(span_of(text), sign, room, &found);
    if (got != result || (result == NUMBER_READ && !span_equal(found, span_of(plain))))
        fail_msg("%s (%c) is %d: %.*s", text, sign ? sign : '-', (int)got, (int)found.length, found.at);
}

static void numbers_become_plain(void **state)
{
    (void)state;
    static const struct {
        const char *text, *plain;
    } cases[] = {
        {"450", "450"},
        {"450.00", "450.00"},
        {"450,00", "450.00"},
        {"-4,4", "-4.4"},
        {"0,125", "0.125"},
        {"1234,567", "1234.567"},
        {"1.234,50", "1234.50"},
        {"1,234.50", "1234.50"},
        {"1.234.567", "1234567"},
        {"1,234,567", "1234567"},
        {"1.234.567,8", "1234567.8"},
        {"1 234,5", "1234.5"},
        {"1'234.5", "1234.5"},
        {"1\xC2\xA0"
         "234",
         "1234"},
        {"1\xE2\x80\xAF"
         "234,50",
         "1234.50"},
        {"1.234", "1.234"}, /* a point alone is decimal, as Frictionless has it */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check(cases[i].text, '\0', NUMBER_READ, cases[i].plain);
}

static void what_could_be_two_is_refused(void **state)
{
    (void)state;
    check("1,234", '\0', NUMBER_DOUBTFUL, NULL);
    check("12,345", '\0', NUMBER_DOUBTFUL, NULL);
    check("1,234", ',', NUMBER_READ, "1.234");
    check("1,234", '.', NUMBER_READ, "1234");
    check("1.234", ',', NUMBER_READ, "1234");
    check("450,00", '.', NUMBER_NONE, NULL);
}

static void other_texts_are_no_numbers(void **state)
{
    (void)state;
    static const char *const texts[] = {"",
                                        "-",
                                        "abc",
                                        "1,2,3",
                                        "1.23.4",
                                        ",5",
                                        "5,",
                                        "12 34",
                                        "1,,23",
                                        "1 ,5",
                                        "1.2,3.4",
                                        "EUR 450",
                                        "450 EUR",
                                        "1e5",
                                        "--5",
                                        "1234567890123456789",
                                        "1 234 567 890 123 456 789 012 345 678 901"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check(texts[i], '\0', NUMBER_NONE, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_become_plain),
        cmocka_unit_test(what_could_be_two_is_refused),
        cmocka_unit_test(other_texts_are_no_numbers),
    };
    return cmocka_run_group_tests_name("numbers", tests, NULL, NULL);
}
