/* compare: the grade that each kind of agreement gets. */
#include "links/compare.h"
#include "support/cmocka_all.h"
#include "support/tiny_records.h"

static struct comparison compare(enum column_type type, const char *a, const char *b)
{
    struct tiny_case c;
    struct portrait_table portraits;
    struct comparison result;
    tiny_init(&c);
    tiny_record(&c, KIND_PERSON, TIME_NONE);
    tiny_cell(&c, PARTY_SELF, type, a);
    tiny_record(&c, KIND_PERSON, TIME_NONE);
    tiny_cell(&c, PARTY_SELF, type, b);
    tiny_finish(&c, NULL);
    struct link_inputs in = tiny_inputs(&c);
    assert_int_equal(portrait_table_build(&in, &portraits, NULL), BOWLINE_OK);
    compare_portraits(&portraits, 1, 2, &result);
    portrait_table_release(&portraits);
    tiny_release(&c);
    return result;
}

static void assert_both_ways(enum column_type type, enum compare_field field, const char *a, const char *b,
                             unsigned grade)
{
    assert_int_equal(compare(type, a, b).grade[field], grade);
    assert_int_equal(compare(type, b, a).grade[field], grade);
}

static void names_are_graded(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        enum name_grade grade;
    } cases[] = {
        {"John Smith", "john  smith", NAME_EXACT},
        {"Smith, John", "John Smith", NAME_EXACT},
        {"John Smith", "Jhon Smith", NAME_FULL},
        {"J. Smith", "John Smith", NAME_FULL},
        {"John Smith", "John Adam Smith", NAME_SUBSET},
        {"Smith", "John Smith", NAME_WORD},
        {"Mary Smith", "John Smith", NAME_PARTIAL},
        {"Mary Brown", "John Smith", NAME_DIFFERENT},
        {"J. Brown", "John Smith", NAME_DIFFERENT},
        {"Jo O'Hara", "Jo OHara", NAME_EXACT},
        {"Catherine Vomber", "Katherine Vombre", NAME_FULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_both_ways(TYPE_NAME, FIELD_NAME, cases[i].a, cases[i].b, cases[i].grade);
}

static void births_are_graded(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        enum born_grade grade;
    } cases[] = {
        {"1985-03-24", "24/03/1985", BORN_EXACT},
        {"1985-03-24", "1985-03-25", BORN_SLIP},
        {"1985-03-24", "1958-03-24", BORN_SLIP},
        {"1985-03-04", "1985-04-03", BORN_SLIP},
        {"1985-03-24", "1985", BORN_VAGUE},
        {"1985-01-01", "1985-03-24", BORN_VAGUE},
        {"1985", "1985", BORN_VAGUE},
        {"1985-03-24", "1985-11-09", BORN_YEAR},
        {"1985-03-24", "1986-11-09", BORN_NEAR},
        {"1985-03-24", "1962-11-09", BORN_DIFFERENT},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_both_ways(TYPE_BORN, FIELD_BORN, cases[i].a, cases[i].b, cases[i].grade);
}

static void what_is_no_date_is_missing(void **state)
{
    (void)state;
    assert_int_equal(compare(TYPE_BORN, "unknown", "1985").grade[FIELD_BORN], GRADE_MISSING);
    assert_int_equal(compare(TYPE_NAME, "...", "John").grade[FIELD_NAME], GRADE_MISSING);
}

static void places_are_graded(void **state)
{
    (void)state;
    assert_both_ways(TYPE_POSTCODE, FIELD_POSTCODE, "RG28 7JH", "rg287jh", VALUE_EXACT);
    assert_both_ways(TYPE_POSTCODE, FIELD_POSTCODE, "RG28 7JH", "RG28 7JK", VALUE_CLOSE);
    assert_both_ways(TYPE_POSTCODE, FIELD_POSTCODE, "RG28 7JH", "RG28 2AB", VALUE_AREA);
    assert_both_ways(TYPE_POSTCODE, FIELD_POSTCODE, "2000", "9000", VALUE_DIFFERENT);
    assert_both_ways(TYPE_PLACE, FIELD_PLACE, "Warwickshire | Brandon", "Brandon", VALUE_CLOSE);
    assert_both_ways(TYPE_ADDRESS, FIELD_ADDRESS, "Meir 12", "Meir 14", VALUE_DIFFERENT);
    assert_both_ways(TYPE_ADDRESS, FIELD_ADDRESS, "Lange Beeldstraat 12", "Lange Beldstraat 12", VALUE_CLOSE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_graded),
        cmocka_unit_test(births_are_graded),
        cmocka_unit_test(what_is_no_date_is_missing),
        cmocka_unit_test(places_are_graded),
    };
    return cmocka_run_group_tests_name("compare", tests, NULL, NULL);
}
