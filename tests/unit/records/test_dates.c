/* dates: ISO 8601 in all its forms, patterns in eight languages, and what is no date. */
#include "records/dates.h"
#include "support/cmocka_all.h"

#include <stdio.h>

static void assert_moment(const char *text, const char *pattern, const char *begin, int64_t seconds)
{
    struct moment moment;
    char found[32];
    const char *reason = date_parse(span_of(text), pattern, &moment);
    if (reason)
        fail_msg("\"%s\" by \"%s\": %s", text, pattern ? pattern : "", reason);
    calendar_format(moment.begin, found, sizeof found);
    assert_string_equal(found, begin);
    assert_int_equal(moment.end - moment.begin, seconds);
}

static void assert_no_date(const char *text, const char *pattern)
{
    struct moment moment;
    if (!date_parse(span_of(text), pattern, &moment))
        fail_msg("\"%s\" by \"%s\" was read", text, pattern ? pattern : "");
}

static void iso_8601_is_read(void **state)
{
    (void)state;
    assert_moment("2025-06-03", NULL, "2025-06-03T00:00:00Z", 86400);
    assert_moment("20250603", NULL, "2025-06-03T00:00:00Z", 86400);
    assert_moment("2024-02-29", "default", "2024-02-29T00:00:00Z", 86400);
    assert_moment("2025-06-03T21:40", NULL, "2025-06-03T21:40:00Z", 1);
    assert_moment("2025-06-03 21:40:05", "", "2025-06-03T21:40:05Z", 1);
    assert_moment("2025-06-03T21:40:05.123Z", NULL, "2025-06-03T21:40:05Z", 1);
    assert_moment("2025-06-03T21:40:05,5+02:00", NULL, "2025-06-03T19:40:05Z", 1);
    assert_moment("20250603T214005-0530", NULL, "2025-06-04T03:10:05Z", 1);
    assert_moment("2025-12-31T23:59:60Z", NULL, "2026-01-01T00:00:00Z", 1);
    assert_moment("2025-06-03T24:00", NULL, "2025-06-04T00:00:00Z", 1);
}

static void what_is_no_iso_date_is_rejected(void **state)
{
    (void)state;
    static const char *const texts[] = {"",
                                        "2025",
                                        "2025-06",
                                        "03/06/2025",
                                        "2025-13-01",
                                        "2025-02-29",
                                        "2025-6-3",
                                        "2025-06-03T",
                                        "2025-06-03T25:00",
                                        "2025-06-03T10:60",
                                        "2025-06-03T10:00+99:00",
                                        "2025-06-03x",
                                        "3 juin 2025",
                                        "2025-06-0",
                                        "2025-06-03T10:00:00+02:00x",
                                        "T10:00",
                                        "2025-06-03T24:01"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_no_date(texts[i], NULL);
}

static void patterns_are_read(void **state)
{
    (void)state;
    assert_moment("03/06/2025 21:40", "%d/%m/%Y %H:%M", "2025-06-03T21:40:00Z", 1);
    assert_moment("3.6.2025", "%d.%m.%Y", "2025-06-03T00:00:00Z", 86400);
    assert_moment("06/03/25 09:40 PM", "%m/%d/%y %I:%M %p", "2025-06-03T21:40:00Z", 1);
    assert_moment("06/03/25 12:10 am", "%m/%d/%y %I:%M %p", "2025-06-03T00:10:00Z", 1);
    assert_moment("3 juin 2025", "%d %B %Y", "2025-06-03T00:00:00Z", 86400);
    assert_moment("3 JUIN 2025 21:40 +0200", "%d %B %Y %H:%M %z", "2025-06-03T19:40:00Z", 1);
    assert_moment("Tuesday 3 June 2025", "%A %d %B %Y", "2025-06-03T00:00:00Z", 86400);
    assert_moment("31/12/99", "%d/%m/%y", "1999-12-31T00:00:00Z", 86400);
    assert_no_date("31/04/2025", "%d/%m/%Y");
    assert_no_date("03/06/2025 21:40", "%d/%m/%Y");
    assert_no_date("03/06/2025", "%d/%m/%Y %H:%M");
    assert_no_date("13:00 PM 3/6/2025", "%I:%M %p %d/%m/%Y");
    assert_no_date("3 juni 2025x", "%d %B %Y");
}

static void months_are_known_in_eight_languages(void **state)
{
    (void)state;
    static const char *const names[12][8] = {
        {"January", "januari", "janvier", "Januar", "enero", "gennaio", "janeiro", "ianuarie"},
        {"February", "februari", "f\u00e9vrier", "Februar", "febrero", "febbraio", "fevereiro", "februarie"},
        {"March", "maart", "mars", "M\u00e4rz", "marzo", "marzo", "mar\u00e7o", "martie"},
        {"April", "april", "avril", "April", "abril", "aprile", "abril", "aprilie"},
        {"May", "mei", "mai", "Mai", "mayo", "maggio", "maio", "mai"},
        {"June", "juni", "juin", "Juni", "junio", "giugno", "junho", "iunie"},
        {"July", "juli", "juillet", "Juli", "julio", "luglio", "julho", "iulie"},
        {"August", "augustus", "ao\u00fbt", "August", "agosto", "agosto", "agosto", "august"},
        {"September", "september", "septembre", "September", "septiembre", "settembre", "setembro",
         "septembrie"},
        {"October", "oktober", "octobre", "Oktober", "octubre", "ottobre", "outubro", "octombrie"},
        {"November", "november", "novembre", "November", "noviembre", "novembre", "novembro", "noiembrie"},
        {"December", "december", "d\u00e9cembre", "Dezember", "diciembre", "dicembre", "dezembro",
         "decembrie"}};
    for (int month = 0; month < 12; month++) {
        for (int language = 0; language < 8; language++) {
            char text[64];
            char wanted[32];
            snprintf(text, sizeof text, "7 %s 2025", names[month][language]);
            snprintf(wanted, sizeof wanted, "2025-%02d-07T00:00:00Z", month + 1);
            assert_moment(text, "%d %B %Y", wanted, 86400);
        }
    }
}

static void births_may_be_partial(void **state)
{
    (void)state;
    assert_null(date_check_born(span_of("1998-04-17")));
    assert_null(date_check_born(span_of("1998-04")));
    assert_null(date_check_born(span_of("1998")));
    assert_non_null(date_check_born(span_of("1998-13")));
    assert_non_null(date_check_born(span_of("1998-02-30")));
    assert_non_null(date_check_born(span_of("98")));
    assert_non_null(date_check_born(span_of("1998-04-17T10:00")));
    assert_non_null(date_check_born(span_of("")));
}

static void patterns_are_checked(void **state)
{
    (void)state;
    assert_null(date_check_pattern("%d/%m/%Y %H:%M"));
    assert_null(date_check_pattern("%A, %d %b %y %I:%M:%S %p %z"));
    assert_non_null(date_check_pattern("any"));
    assert_non_null(date_check_pattern("%Q %Y"));
    assert_non_null(date_check_pattern("%d/%m"));
    assert_non_null(date_check_pattern("%Y%"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(iso_8601_is_read),      cmocka_unit_test(what_is_no_iso_date_is_rejected),
        cmocka_unit_test(patterns_are_read),     cmocka_unit_test(months_are_known_in_eight_languages),
        cmocka_unit_test(births_may_be_partial), cmocka_unit_test(patterns_are_checked),
    };
    return cmocka_run_group_tests_name("dates", tests, NULL, NULL);
}
