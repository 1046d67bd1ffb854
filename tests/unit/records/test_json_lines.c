/* json_lines: what a line's members mean, and which lines are no rows. */
#include "records/json_lines.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

static void append_row(const struct json_row *row, struct buffer *out)
{
    for (size_t c = 0; c < row->count; c++) {
        buffer_append_span(out, buffer_span(&row->bytes, row->cells[c].name));
        buffer_append_char(out, '=');
        buffer_append_span(out, buffer_span(&row->bytes, row->cells[c].value));
        buffer_append_char(out, ';');
    }
}

static void assert_cells(const char *line, const char *wanted)
{
    struct json_row row;
    struct buffer out;
    bool memory;
    json_row_init(&row);
    buffer_init(&out, 1 << 16);
    const char *reason = json_row_parse(span_of(line), &row, &memory);
    if (reason)
        fail_msg("%s: %s", line, reason);
    append_row(&row, &out);
    buffer_append_char(&out, '\0');
    assert_string_equal(out.data, wanted);
    buffer_release(&out);
    json_row_release(&row);
}

static void members_become_cells(void **state)
{
    (void)state;
    assert_cells("{\"a\": \"x\", \"b\": 1}", "a=x;b=1;");
    assert_cells(" { \"a\" : \"\" , \"b\" : null } ", "a=;b=;");
    assert_cells("{}", "");
    assert_cells("{\"a\":true,\"b\":false}", "a=true;b=false;");
    assert_cells("{\"a\":\"x, \\\"y\\\": {z}\",\"b\":\"\\u20ac\\ud83d\\ude00\\n\"}",
                 "a=x, \"y\": {z};b=\u20ac\U0001f600\n;");
    assert_cells("{\"na\\u006de\":\"caf\u00e9\"}", "name=caf\u00e9;");
}

static void numbers_stay_as_they_are_written(void **state)
{
    (void)state;
    assert_cells("{\"a\":450.00,\"b\":-1e3,\"c\":12345678901234567890123}",
                 "a=450.00;b=-1e3;c=12345678901234567890123;");
}

static void what_is_nested_stays_json(void **state)
{
    (void)state;
    assert_cells("{\"a\":[1,\"]\",{\"b\":\"}\"}],\"c\":{\"d\":[]}}",
                 "a=[1,\"]\",{\"b\":\"}\"}];c={\"d\":[]};");
}

static void bad_lines_are_no_rows(void **state)
{
    (void)state;
    static const char *const lines[] = {"",
                                        "x",
                                        "[1]",
                                        "{\"a\":}",
                                        "{\"a\":1} x",
                                        "\"a\"",
                                        "{\"a\":1,}",
                                        "{\"a\":\"\xff\"}",
                                        "{\"a\":1",
                                        "{\"a\":1,\"a\":2}"};
    struct json_row row;
    bool memory;
    json_row_init(&row);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        if (!json_row_parse(span_of(lines[i]), &row, &memory))
            fail_msg("%s was read", lines[i]);
        assert_false(memory);
    }
    json_row_release(&row);
}

static void a_zero_is_kept_for_the_row_reader_to_reject(void **state)
{
    (void)state;
    struct json_row row;
    bool memory;
    json_row_init(&row);
    assert_null(json_row_parse(span_of("{\"a\":\"x\\u0000y\"}"), &row, &memory));
    struct span value = buffer_span(&row.bytes, row.cells[0].value);
    assert_int_equal(value.length, 3);
    assert_memory_equal(value.at, "x\0y", 3);
    json_row_release(&row);
}

static void memory_may_fail_anywhere(void **state)
{
    (void)state;
    for (unsigned long n = 1;; n++) {
        struct failing_memory failing;
        struct json_row row;
        bool memory;
        json_row_init(&row);
        failing_memory_begin(&failing, n);
        const char *reason = json_row_parse(span_of("{\"a\":\"x\",\"b\":[1,2]}"), &row, &memory);
        bool failed = failing_memory_end(&failing);
        json_row_release(&row);
        assert_int_equal(reason != NULL, failed);
        assert_int_equal(memory, failed);
        if (!failed) {
            assert_true(n > 1);
            break;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_become_cells),
        cmocka_unit_test(numbers_stay_as_they_are_written),
        cmocka_unit_test(what_is_nested_stays_json),
        cmocka_unit_test(bad_lines_are_no_rows),
        cmocka_unit_test(a_zero_is_kept_for_the_row_reader_to_reject),
        cmocka_unit_test(memory_may_fail_anywhere),
    };
    return cmocka_run_group_tests_name("json_lines", tests, NULL, NULL);
}
