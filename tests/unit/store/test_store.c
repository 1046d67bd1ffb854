/* A case file is made once, opened by many or written by one, and refused where it is something else. */
#include "store/stage_store.h"
#include "store/store.h"
#include "support/cmocka_all.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char folder[] = "/tmp/bowline-store-XXXXXX";
static char path[64];

static int make_folder(void **state)
{
    (void)state;
    if (!mkdtemp(folder))
        return -1;
    snprintf(path, sizeof path, "%s/a.bowline", folder);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    return rmdir(folder);
}

static int remove_case(void **state)
{
    (void)state;
    unlink(path);
    return 0;
}

static void a_new_case_opens_again(void **state)
{
    (void)state;
    struct store *store = NULL;
    assert_int_equal(store_open_write(path, &store, NULL), BOWLINE_OK);
    store_close(store);
    assert_int_equal(store_open_read(path, &store, NULL), BOWLINE_OK);
    assert_string_equal(store_path(store), path);
    store_close(store);
    assert_int_equal(store_open_write(path, &store, NULL), BOWLINE_OK);
    store_close(store);
}

static void a_missing_case_is_said(void **state)
{
    (void)state;
    struct store *store = NULL;
    struct bowline_error err;
    assert_int_equal(store_open_read("/tmp/no/such.bowline", &store, &err), BOWLINE_ERROR_NOT_FOUND);
    assert_non_null(strstr(err.message, "/tmp/no/such.bowline"));
    assert_int_equal(store_open_write("/tmp/no/such.bowline", &store, &err), BOWLINE_ERROR_NOT_FOUND);
    assert_int_equal(store_open_read("/tmp", &store, &err), BOWLINE_ERROR_CASE);
}

static void other_files_are_refused(void **state)
{
    (void)state;
    struct store *store = NULL;
    struct bowline_error err;
    FILE *file = fopen(path, "w");
    for (int i = 0; i < 1000; i++)
        fputs("id,title\n", file);
    fclose(file);
    assert_int_equal(store_open_read(path, &store, &err), BOWLINE_ERROR_CASE);
    assert_int_equal(store_open_write(path, &store, &err), BOWLINE_ERROR_CASE);
    unlink(path);

    sqlite3 *other;
    sqlite3_open(path, &other);
    sqlite3_exec(other, "CREATE TABLE t (x); INSERT INTO t VALUES (1)", NULL, NULL, NULL);
    sqlite3_close(other);
    assert_int_equal(store_open_read(path, &store, &err), BOWLINE_ERROR_CASE);
    assert_int_equal(store_open_write(path, &store, &err), BOWLINE_ERROR_CASE);
}

static void a_newer_version_is_refused(void **state)
{
    (void)state;
    struct store *store = NULL;
    struct bowline_error err;
    assert_int_equal(store_open_write(path, &store, NULL), BOWLINE_OK);
    store_close(store);
    sqlite3 *raw;
    sqlite3_open(path, &raw);
    sqlite3_exec(raw, "PRAGMA user_version = 99", NULL, NULL, NULL);
    sqlite3_close(raw);
    assert_int_equal(store_open_read(path, &store, &err), BOWLINE_ERROR_VERSION);
    assert_non_null(strstr(err.message, "99"));
}

static void two_writers_are_refused(void **state)
{
    (void)state;
    struct store *first = NULL;
    struct store *second = NULL;
    assert_int_equal(store_open_write(path, &first, NULL), BOWLINE_OK);
    assert_int_equal(store_open_write(path, &second, NULL), BOWLINE_ERROR_BUSY);
    store_close(first);
    assert_int_equal(store_open_write(path, &second, NULL), BOWLINE_OK);
    store_close(second);
}

static void a_stage_is_fresh_until_it_is_cleared(void **state)
{
    (void)state;
    static const char *const tables[] = {"template", "search", NULL};
    struct store *store = NULL;
    bool fresh = true;
    struct stage_run run = {.stage = "templates", .version = 1, .fingerprint = "abc", .summary = "none"};
    assert_int_equal(store_open_write(path, &store, NULL), BOWLINE_OK);
    assert_int_equal(stage_store_is_fresh(store, "templates", "abc", &fresh, NULL), BOWLINE_OK);
    assert_false(fresh);
    assert_int_equal(stage_store_write(store, &run, NULL), BOWLINE_OK);
    assert_int_equal(stage_store_is_fresh(store, "templates", "abc", &fresh, NULL), BOWLINE_OK);
    assert_true(fresh);
    assert_int_equal(stage_store_is_fresh(store, "templates", "abd", &fresh, NULL), BOWLINE_OK);
    assert_false(fresh);
    assert_int_equal(stage_store_clear(store, "templates", tables, NULL), BOWLINE_OK);
    assert_int_equal(stage_store_is_fresh(store, "templates", "abc", &fresh, NULL), BOWLINE_OK);
    assert_false(fresh);
    assert_int_equal(store_make_indexes(store, NULL), BOWLINE_OK);
    assert_int_equal(store_drop_indexes(store, NULL), BOWLINE_OK);
    assert_int_equal(store_make_indexes(store, NULL), BOWLINE_OK);
    store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(a_new_case_opens_again, remove_case),
        cmocka_unit_test_teardown(a_missing_case_is_said, remove_case),
        cmocka_unit_test_teardown(other_files_are_refused, remove_case),
        cmocka_unit_test_teardown(a_newer_version_is_refused, remove_case),
        cmocka_unit_test_teardown(two_writers_are_refused, remove_case),
        cmocka_unit_test_teardown(a_stage_is_fresh_until_it_is_cleared, remove_case),
    };
    return cmocka_run_group_tests_name("store", tests, make_folder, remove_folder);
}
