/* The report: whole, self-contained, the same bytes each time, and deaf to hostile values. */
#include "base/buffer.h"
#include "reports/html.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"
#include "support/tiny_case.h"

#include <bowline/case.h>

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct bowline_case *opened;
static char path[128];

static int open_case(void **state)
{
    (void)state;
    struct bowline_error err = {0};
    const char *sql = "UPDATE case_info SET value = '</title><script>x</script>';"
                      "UPDATE reject SET reason = '</td><script>x</script>' WHERE reject = 1;"
                      "UPDATE identifier SET value = '\"><b onclick=x>' WHERE identifier = 4;"
                      "UPDATE template SET text = 'a {<i>} {word} <u> {';"
                      "UPDATE place SET key = 'x<:\"><svg>' WHERE place = 2;";
    if (bowline_case_open(tiny_case_make_with(sql), &opened, &err) != BOWLINE_OK)
        fail_msg("%s", err.message);
    snprintf(path, sizeof path, "%s/report.html", tiny_case_folder());
    return 0;
}

static int close_case(void **state)
{
    (void)state;
    bowline_case_close(opened);
    tiny_case_remove();
    return 0;
}

/* The file's text; the caller frees it. */
static char *slurp(void)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *text = calloc(1, 1 << 20);
    assert_non_null(text);
    assert_true(fread(text, 1, (1 << 20) - 1, file) < (1 << 20) - 1);
    fclose(file);
    return text;
}

static char *make_report(void)
{
    struct bowline_error err = {0};
    if (bowline_case_report(opened, path, &err) != BOWLINE_OK)
        fail_msg("%s", err.message);
    return slurp();
}

static void it_is_whole_and_loads_nothing(void **state)
{
    (void)state;
    char *text = make_report();
    static const char *const parts[] = {"<!doctype html>",
                                        "id=n1h",
                                        "id=alone",
                                        "id=rejects",
                                        "id=method",
                                        "id=words",
                                        "id=sources",
                                        "</html>\n",
                                        "Prior",
                                        "payments/P-1",
                                        "What else this could be",
                                        "9 payments &lt;b&gt;between&lt;/b&gt; members.",
                                        "Where money goes, from left to right",
                                        "Cash in, soon out",
                                        "very likely",
                                        "<mark>word</mark>"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!strstr(text, parts[i]))
            fail_msg("no %s", parts[i]);
    assert_null(strstr(text, "http:"));
    assert_null(strstr(text, "https:"));
    assert_null(strstr(text, "<script"));
    assert_null(strstr(text, " src="));
    free(text);
}

static void hostile_values_stay_text(void **state)
{
    (void)state;
    char *text = make_report();
    static const char *const markup[] = {"<script",  "<b onclick",     "<i>", "<u>", "<img",
                                         "\"><svg>", "</title><script"};
    for (size_t i = 0; i < sizeof markup / sizeof *markup; i++)
        if (strstr(text, markup[i]))
            fail_msg("%s came through", markup[i]);
    assert_non_null(strstr(text, "&lt;script&gt;"));
    free(text);
}

static void protected_values_do_not_appear(void **state)
{
    (void)state;
    char *text = make_report();
    assert_null(strstr(text, "Lola"));
    assert_null(strstr(text, "Maria"));
    assert_null(strstr(text, "+32470000009"));
    assert_null(strstr(text, "+32470000007"));
    free(text);
}

static void again_gives_the_same_bytes(void **state)
{
    (void)state;
    char *first = make_report();
    char *second = make_report();
    assert_string_equal(first, second);
    free(first);
    free(second);
}

static void escaping_lets_no_markup_through(void **state)
{
    (void)state;
    struct buffer out;
    buffer_init(&out, 4096);
    html_escape(&out, span_of("a<b>&\"'\x01\xff\xc3\xa9\xe2\x80\xae\n"));
    buffer_append_char(&out, '\0');
    assert_string_equal(out.data, "a&lt;b&gt;&amp;&quot;&#39;\xef\xbf\xbd\xef\xbf\xbd\xc3\xa9\xef\xbf\xbd\n");
    buffer_release(&out);
}

static void what_cannot_be_written_is_said(void **state)
{
    (void)state;
    struct bowline_error err = {0};
    assert_int_equal(bowline_case_report(opened, "/none/report.html", &err), BOWLINE_ERROR_NOT_FOUND);
    assert_non_null(strstr(err.message, "/none/report.html"));
}

/* As in test_json: the JSON parser does not need all it asks for, and then the report must be whole. */
static void each_allocation_may_fail(void **state)
{
    (void)state;
    char *whole = make_report();
    bool is_failed = true;
    for (unsigned long n = 1; is_failed; n++) {
        struct failing_memory memory;
        failing_memory_begin(&memory, n);
        enum bowline_status status = bowline_case_report(opened, path, NULL);
        is_failed = failing_memory_end(&memory);
        if (status != BOWLINE_OK && status != BOWLINE_ERROR_MEMORY && status != BOWLINE_ERROR_CASE)
            fail_msg("request %lu: %d", n, (int)status);
        char *now = status == BOWLINE_OK ? slurp() : NULL;
        if (now && strcmp(now, whole) != 0)
            fail_msg("request %lu: not whole", n);
        free(now);
    }
    free(whole);
}

static void *take_gated(size_t size)
{
    return memory_new(1, size);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_whole_and_loads_nothing),   cmocka_unit_test(hostile_values_stay_text),
        cmocka_unit_test(protected_values_do_not_appear),  cmocka_unit_test(again_gives_the_same_bytes),
        cmocka_unit_test(escaping_lets_no_markup_through), cmocka_unit_test(what_cannot_be_written_is_said),
        cmocka_unit_test(each_allocation_may_fail),
    };
    json_set_alloc_funcs(take_gated, memory_free);
    return cmocka_run_group_tests_name("report", tests, open_case, close_case);
}
