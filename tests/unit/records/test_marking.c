/* Codes of each scheme are known in their order, and nothing else is. */
#include "records/marking.h"
#include "support/cmocka_all.h"

#define BIT(audience) (1u << (audience))

static void handling_codes_are_in_order_within_their_scheme(void **state)
{
    (void)state;
    static const char *const schemes[][6] = {
        {"tlp:CLEAR", "tlp:GREEN", "tlp:AMBER", "tlp:AMBER+STRICT", "tlp:RED", NULL},
        {"pap:CLEAR", "pap:GREEN", "pap:AMBER", "pap:RED", NULL},
        {"europol:H0", "europol:H1", "europol:H2", "europol:H3", NULL},
        {"3x5x2:P", "3x5x2:C", NULL},
    };
    for (size_t s = 0; s < sizeof schemes / sizeof *schemes; s++) {
        unsigned last = 0;
        for (size_t c = 0; schemes[s][c]; c++) {
            struct marking m;
            assert_null(handling_parse(span_of(schemes[s][c]), &m));
            assert_true(c == 0 || m.rank > last);
            assert_true(m.audiences & BIT(AUDIENCE_NAMED));
            last = m.rank;
        }
    }
}

static void what_a_code_forbids(void **state)
{
    (void)state;
    static const struct {
        const char *code;
        enum audience most;
    } rows[] = {{"tlp:RED", AUDIENCE_NAMED},      {"tlp:amber", AUDIENCE_OWN},
                {"TLP:GREEN", AUDIENCE_COURT},    {"tlp:CLEAR", AUDIENCE_PUBLIC},
                {"europol:H1", AUDIENCE_PARTNER}, {"europol:H2", AUDIENCE_OWN},
                {"europol:H3", AUDIENCE_NAMED},   {"pap:RED", AUDIENCE_PUBLIC},
                {"3x5x2:C", AUDIENCE_NAMED},      {HANDLING_UNREAD, AUDIENCE_NAMED}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct marking m;
        assert_null(handling_parse(span_of(rows[i].code), &m));
        for (unsigned a = 0; a < AUDIENCES; a++)
            assert_int_equal(!!(m.audiences & BIT(a)), a <= rows[i].most);
    }
}

static void grades_are_in_order_and_kept_as_given(void **state)
{
    (void)state;
    static const char *const schemes[][5] = {
        {"admiralty:A1", "admiralty:A6", "admiralty:B1", "admiralty:F6", NULL},
        {"3x5x2:1A", "3x5x2:1EP", "3x5x2:2AC", "3x5x2:3E", NULL},
        {"4x4:A1", "4x4:A4", "4x4:C1", "4x4:X4", NULL}};
    for (size_t s = 0; s < sizeof schemes / sizeof *schemes; s++) {
        unsigned last = 0;
        for (size_t c = 0; schemes[s][c]; c++) {
            struct marking m;
            assert_null(grade_parse(span_of(schemes[s][c]), &m));
            assert_true(c == 0 || m.rank > last);
            assert_true(span_equal(m.code, span_of(strchr(schemes[s][c], ':') + 1)));
            last = m.rank;
        }
    }
}

static void what_is_no_code_is_said(void **state)
{
    (void)state;
    static const char *const handlings[] = {
        "",         "tlp",        ":RED",       "tlp:",    "tlp:WHITE",   "tlp:REDD",
        "pap:BLUE", "europol:H4", "europol:A1", "3x5x2:X", "nato:SECRET", "RED"};
    static const char *const grades[] = {
        "",       "B2",     "admiralty:G1", "admiralty:A7", "admiralty:A", "admiralty:A12",
        "4x4:D1", "4x4:A5", "3x5x2:4A",     "3x5x2:1F",     "3x5x2:1AX",   "stars:5"};
    struct marking m;
    for (size_t i = 0; i < sizeof handlings / sizeof *handlings; i++)
        assert_non_null(handling_parse(span_of(handlings[i]), &m));
    for (size_t i = 0; i < sizeof grades / sizeof *grades; i++)
        assert_non_null(grade_parse(span_of(grades[i]), &m));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(handling_codes_are_in_order_within_their_scheme),
        cmocka_unit_test(what_a_code_forbids),
        cmocka_unit_test(grades_are_in_order_and_kept_as_given),
        cmocka_unit_test(what_is_no_code_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
