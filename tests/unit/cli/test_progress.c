/* What a run says while it works. */
#include "support/cmocka_all.h"

#include "display.h"
#include "progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void assert_stage_line(const char *expected, const char *unit, uint64_t done, double seconds)
{
    struct builder out = {0};
    progress_stage_line(&out, "read", unit, done, seconds);
    assert_string_equal(builder_string(&out), expected);
    builder_release(&out);
}

static void stage_lines(void **state)
{
    (void)state;
    assert_stage_line("read: 1,900,000 records in 4.1 s (463,000/s)\n", "records", 1900000, 4.1);
    assert_stage_line("read: 812 MB in 4.1 s (198 MB/s)\n", "bytes", 812000000, 4.1);
    assert_stage_line("read: 0 records in 0.0 s\n", "records", 0, 0);
    assert_stage_line("read: done in 1.0 s\n", "", 1000, 1);
    assert_stage_line("read: 7 records in 0.0 s\n", "records", 7, 0.01);
    assert_stage_line("read: 70 records in 2.0 s (35/s)\n", "records", 70, 2);
}

static void bars(void **state)
{
    (void)state;
    struct bowline_progress now = {
        .stage = "links", .unit = "pairs", .stage_number = 3, .stage_count = 11, .done = 250, .total = 1000};
    struct builder out = {0};
    progress_bar(&out, &now, 1, 80, false);
    assert_string_equal(builder_string(&out),
                        "3/11 links        [#######.....................]  25 %  250 pairs/s  3.0 s left");
    builder_reset(&out);
    progress_bar(&out, &now, 0.1, 50, false);
    assert_string_equal(builder_string(&out), "3/11 links        [######.................]  25 %");
    builder_reset(&out);
    now.unit = "";
    progress_bar(&out, &now, 1, 50, false);
    assert_non_null(strstr(builder_string(&out), "%  3.0 s left"));
    builder_reset(&out);
    now.unit = "pairs";
    now.total = 0;
    progress_bar(&out, &now, 1, 80, true);
    assert_string_equal(builder_string(&out), "3/11 links         250 pairs  250 pairs/s");
    builder_release(&out);
}

static void bars_never_leave_the_line(void **state)
{
    (void)state;
    struct bowline_progress now = {
        .stage = "identifiers", .unit = "bytes", .stage_number = 10, .stage_count = 11, .total = UINT64_MAX};
    for (unsigned width = 0; width < 200; width++) {
        for (unsigned step = 0; step <= 4; step++) {
            struct builder out = {0};
            now.done = UINT64_MAX / 4 * step;
            progress_bar(&out, &now, step * 1e6, width, step % 2 == 0);
            assert_true(display_width(builder_string(&out)) < (width > 0 ? width : 1));
            builder_release(&out);
        }
    }
}

static void a_line_for_each_stage(void **state)
{
    (void)state;
    static const struct bowline_progress calls[] = {
        {"read", "records", 1, 3, 0, 10},  {"read", "records", 1, 3, 10, 10},
        {"read", "records", 1, 3, 10, 10}, {"links", "pairs", 2, 3, 5, 0},
        {"groups", "links", 3, 3, 4, 4},
    };
    int ends[2];
    char text[500] = "";
    assert_int_equal(pipe(ends), 0);
    struct progress progress = {.file = ends[1]};
    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) {
        assert_true(progress_show(&progress, &calls[i]));
    }
    progress_end(&progress);
    progress_end(&progress);
    close(ends[1]);
    size_t length = 0;
    for (ssize_t got; (got = read(ends[0], text + length, sizeof text - 1 - length)) > 0;) {
        length += (size_t)got;
    }
    close(ends[0]);
    assert_non_null(strstr(text, "read: 10 records in"));
    assert_non_null(strstr(text, "links: 5 pairs in"));
    assert_non_null(strstr(text, "groups: 4 links in"));
    size_t lines = 0;
    for (const char *at = text; (at = strchr(at, '\n')); at++) {
        lines++;
    }
    assert_int_equal(lines, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stage_lines),
        cmocka_unit_test(bars),
        cmocka_unit_test(bars_never_leave_the_line),
        cmocka_unit_test(a_line_for_each_stage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
