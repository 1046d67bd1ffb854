/* Cells, numbers and dates as they stand in the file. */
#include "simulation/table_writer.h"

#include "simulation/values.h"
#include "support/cmocka_all.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static struct table_writer unopened(void)
{
    struct table_writer table = {.name = "t.csv", .file = -1};
    buffer_init(&table.bytes, 10000);
    return table;
}

static void assert_row(struct table_writer *table, const char *want)
{
    assert_int_equal(cells_end(table, NULL), BOWLINE_OK);
    buffer_append_char(&table->bytes, '\0');
    assert_string_equal(table->bytes.data, want);
    table_abandon(table);
}

static void cells_are_quoted_where_they_must(void **state)
{
    (void)state;
    struct table_writer table = unopened();
    cell_text(&table, "plain");
    cell_text(&table, "");
    cell_text(&table, "a,b");
    cell_text(&table, "say \"hi\"");
    cell_text(&table, "two\nlines");
    cell_text(&table, "\"");
    assert_row(&table, "plain,,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\"\"\"\"\n");
}

static void numbers_are_written(void **state)
{
    (void)state;
    struct table_writer table = unopened();
    cell_key(&table, "A-", 7);
    cell_key(&table, "A-", 12345678);
    cell_number(&table, 0);
    cell_date(&table, 19539);
    assert_row(&table, "A-000007,A-12345678,0,2023-07-01\n");
}

static void assert_value(struct buffer *out, const char *want)
{
    buffer_append_char(out, '\0');
    assert_string_equal(out->data, want);
    buffer_reset(out);
}

static void values_are_written(void **state)
{
    (void)state;
    struct buffer out;
    buffer_init(&out, 100);
    value_cents(&out, 45005);
    assert_value(&out, "450.05");
    value_cents(&out, 9);
    assert_value(&out, "0.09");
    value_degrees(&out, 44023);
    assert_value(&out, "4.4023");
    value_degrees(&out, 512200);
    assert_value(&out, "51.2200");
    value_date(&out, 19539 + 244);
    assert_value(&out, "2024-03-01");
    value_time(&out, (int64_t)19539 * 86400 + 86399);
    assert_value(&out, "2023-07-01T23:59:59Z");
    value_hex(&out, 0x5a9fb572e7b59bba);
    assert_value(&out, "5a9fb572e7b59bba");
    buffer_release(&out);
}

static void files_are_written_once(void **state)
{
    (void)state;
    char path[] = "/tmp/bowline-table-XXXXXX";
    assert_non_null(mkdtemp(path));
    int folder = open(path, O_RDONLY | O_DIRECTORY);
    struct table_writer table;
    struct bowline_error err = {0};
    assert_int_equal(table_open(&table, folder, "t.csv", &err), BOWLINE_OK);
    cell_text(&table, "x");
    assert_int_equal(cells_end(&table, &err), BOWLINE_OK);
    assert_int_equal(table_close(&table, &err), BOWLINE_OK);
    assert_int_equal(table_open(&table, folder, "t.csv", &err), BOWLINE_ERROR_ARGUMENT);
    assert_non_null(strstr(err.message, "t.csv is there already"));
    char bytes[8] = "";
    int file = openat(folder, "t.csv", O_RDONLY);
    assert_int_equal(read(file, bytes, sizeof bytes), 2);
    assert_string_equal(bytes, "x\n");
    close(file);
    unlinkat(folder, "t.csv", 0);
    close(folder);
    rmdir(path);
}

static void a_full_disk_is_told(void **state)
{
    (void)state;
    struct table_writer table = unopened();
    struct bowline_error err = {0};
    struct stat about;
    if (stat("/dev/full", &about) != 0 || !S_ISCHR(about.st_mode))
        skip(); /* not the device: a write to it would be kept */
    table.file = open("/dev/full", O_WRONLY);
    cell_text(&table, "x");
    assert_int_equal(cells_end(&table, &err), BOWLINE_OK);
    assert_int_equal(table_close(&table, &err), BOWLINE_ERROR_SPACE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_are_quoted_where_they_must),
        cmocka_unit_test(numbers_are_written),
        cmocka_unit_test(values_are_written),
        cmocka_unit_test(files_are_written_once),
        cmocka_unit_test(a_full_disk_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
