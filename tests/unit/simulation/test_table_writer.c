/* Cells, numbers and dates as they stand in the file. */
#include "simulation/table_writer.h"

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
    cell_number(&table, 0, 1);
    cell_cents(&table, 45005);
    cell_cents(&table, 9);
    cell_degrees(&table, 44023);
    cell_degrees(&table, 512200);
    assert_row(&table, "A-000007,A-12345678,0,450.05,0.09,4.4023,51.2200\n");
}

static void times_are_written(void **state)
{
    (void)state;
    struct table_writer table = unopened();
    cell_date(&table, 0);
    cell_date(&table, 244);
    cell_time(&table, 86399);
    assert_row(&table, "2023-07-01,2024-03-01,2023-07-01T23:59:59Z\n");
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
        cmocka_unit_test(times_are_written),
        cmocka_unit_test(files_are_written_once),
        cmocka_unit_test(a_full_disk_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
