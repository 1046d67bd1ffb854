/* Lines, paragraphs, tables and the waterfall as they stand on a screen. */
#include "support/cmocka_all.h"

#include "display.h"
#include "table.h"
#include "waterfall.h"

#include <string.h>

static void assert_screen(struct screen *screen, const char *expected)
{
    assert_string_equal(builder_string(&screen->out), expected);
    screen_release(screen);
}

static void columns_are_aligned(void **state)
{
    (void)state;
    static const struct table_column columns[] = {
        {.title = "name"}, {.title = "n", .right = true}, {.title = "none"}, {.title = "what"}};
    struct screen screen = {.width = 60};
    struct table table;
    table_init(&table, columns, 4);
    static const char *const cells[] = {"\xe6\x96\xb0", "1,000", "", "x",       "abcdef", "7", "", "",
                                        "e\xcc\x81",    "10",    "", "a\nb\x1b"};
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
        table_cell(&table, "%s", cells[i]);
    }
    table_print(&table, &screen, 2);
    assert_screen(&screen, "  name        n  what\n"
                           "  \xe6\x96\xb0      1,000  x\n"
                           "  abcdef      7\n"
                           "  e\xcc\x81          10  a b\\x1b\n");
    table_release(&table);
}

static void nothing_is_printed_without_rows(void **state)
{
    (void)state;
    static const struct table_column columns[] = {{.title = "name"}};
    struct screen screen = {.width = 60};
    struct table table;
    table_init(&table, columns, 1);
    table_print(&table, &screen, 2);
    assert_screen(&screen, "");
    table_release(&table);
}

static void wide_tables_are_cut_and_wrapped(void **state)
{
    (void)state;
    static const struct table_column columns[] = {
        {.title = "id"}, {.title = "cut", .flexible = true}, {.title = "all", .wrapped = true}};
    struct screen screen = {.width = 40};
    struct table table;
    table_init(&table, columns, 3);
    table_cell(&table, "%s", "a");
    table_cell(&table, "%s", "a text of many words to be cut");
    table_cell(&table, "%s", "words that are all kept, over lines ");
    table_print(&table, &screen, 0);
    for (const char *line = builder_string(&screen.out); *line != '\0'; line = strchr(line, '\n') + 1) {
        assert_true(strcspn(line, "\n") <= 40);
        assert_true(line[strcspn(line, "\n") - 1] != ' ');
    }
    assert_non_null(strstr(builder_string(&screen.out), "..."));
    assert_non_null(strstr(builder_string(&screen.out), "lines\n"));
    screen_release(&screen);
    table_release(&table);
}

static void paragraphs_are_wrapped(void **state)
{
    (void)state;
    struct screen screen = {.width = 24};
    screen_paragraph(&screen, 2, "one two three four five six\nseven %s", "0123456789012345678901234567890");
    assert_screen(&screen, "  one two three four\n  five six seven\n  0123456789012345678901\n  234567890\n");
}

static void lines_are_escaped(void **state)
{
    (void)state;
    struct screen screen = {.width = 80, .color = true};
    screen_line(&screen, "%s", "a\x1b[2J\nb");
    screen_title(&screen, "t");
    assert_screen(&screen, "a\\x1b[2J b\n\x1b[1mt\x1b[0m\n");
}

static void assert_bar(const struct waterfall_scale *scale, double from, double to, const char *expected)
{
    struct builder out = {0};
    waterfall_bar(&out, scale, from, to);
    assert_string_equal(builder_string(&out), expected);
    builder_release(&out);
}

static void waterfall_bars(void **state)
{
    (void)state;
    struct waterfall_scale scale = {.low = -10, .high = 10, .width = 20};
    assert_bar(&scale, 0, -10, "----------|");
    assert_bar(&scale, -10, 5, "###############");
    assert_bar(&scale, 5, 10, "          |    #####");
    assert_bar(&scale, 10, 9.9, "          |        -");
    assert_bar(&scale, 3, 3, "          |");
    struct waterfall_scale flat = {.width = 20};
    assert_bar(&flat, 0, 0, "|");
}

static void waterfall_holds_details_and_sources(void **state)
{
    (void)state;
    struct screen screen = {.width = 80};
    json_t *link =
        json_loads("{\"bits\":-3.0,\"evidence\":[{\"kind\":\"prior\",\"bits\":-8.0},"
                   "{\"kind\":\"identifier\",\"type\":\"phone\",\"value\":\"+3212\\u001b\",\"bits\":5.0,"
                   "\"detail\":\"in 2 records\","
                   "\"sources\":[{\"record\":\"a/1\",\"column\":\"text\",\"start\":3,\"end\":9}]}]}",
                   0, NULL);
    assert_non_null(link);
    waterfall_print(&screen, link, 2);
    assert_screen(&screen, "  prior               -8.0  ------------------------------|\n"
                           "  phone +3212\\x1b     +5.0  ###################           |\n"
                           "      in 2 records\n"
                           "      read from a/1 text bytes 3-9\n"
                           "  together            -3.0\n");
    json_decref(link);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_aligned),
        cmocka_unit_test(nothing_is_printed_without_rows),
        cmocka_unit_test(wide_tables_are_cut_and_wrapped),
        cmocka_unit_test(paragraphs_are_wrapped),
        cmocka_unit_test(lines_are_escaped),
        cmocka_unit_test(waterfall_bars),
        cmocka_unit_test(waterfall_holds_details_and_sources),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
