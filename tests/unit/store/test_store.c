/* A case file is made once, opened by many or written by one, and refused where it is something else. */
#include "store/read_links.h"
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

static void an_older_version_is_refused(void **state)
{
    (void)state;
    struct store *store = NULL;
    struct bowline_error err;
    assert_int_equal(store_open_write(path, &store, NULL), BOWLINE_OK);
    store_close(store);
    sqlite3 *raw;
    sqlite3_open(path, &raw);
    sqlite3_exec(raw, "PRAGMA user_version = 1", NULL, NULL, NULL);
    sqlite3_close(raw);
    assert_int_equal(store_open_read(path, &store, &err), BOWLINE_ERROR_VERSION);
    assert_int_equal(store_open_write(path, &store, &err), BOWLINE_ERROR_VERSION);
    assert_non_null(strstr(err.message, "older"));
}

/* What Bowline reads of a link's evidence is what its view shows to any SQLite tool. */
static void evidence_reads_as_its_view_shows_it(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "[]", "[[\"prior\",\"none\",0,-16637]]",
        ("[[\"prior\",\"none\",0,-16637],[\"identifier\",\"exact\",4294967295,"
         "22194],[\"name\",\"close\",0,-1]]")};
    struct store *store = NULL;
    sqlite3 *raw;
    assert_int_equal(store_open_write(path, &store, NULL), BOWLINE_OK);
    store_close(store);
    sqlite3_open(path, &raw);
    for (int i = 0; i < 3; i++) {
        char *sql = sqlite3_mprintf("INSERT INTO link VALUES (%d, 1, 'self', 2, 'self', 1, 0.5, %Q)", i + 1,
                                    texts[i]);
        assert_int_equal(sqlite3_exec(raw, sql, NULL, NULL, NULL), SQLITE_OK);
        sqlite3_free(sql);
    }
    assert_int_equal(store_open_read(path, &store, NULL), BOWLINE_OK);
    size_t rows = 0;
    for (uint32_t link = 1; link <= 3; link++) {
        struct cursor c;
        struct evidence_row row;
        sqlite3_stmt *view;
        sqlite3_prepare_v2(raw, "SELECT kind, level, value, bits FROM evidence WHERE link = ?1 ORDER BY part",
                           -1, &view, NULL);
        sqlite3_bind_int(view, 1, (int)link);
        read_evidence(store, link, &c, NULL);
        for (; next_evidence(&c, &row); rows++) {
            assert_int_equal(sqlite3_step(view), SQLITE_ROW);
            assert_true(span_equal(row.kind, span_of((const char *)sqlite3_column_text(view, 0))));
            assert_true(span_equal(row.level, span_of((const char *)sqlite3_column_text(view, 1))));
            assert_int_equal(row.value, sqlite3_column_int64(view, 2));
            assert_int_equal(row.bits, sqlite3_column_int64(view, 3));
        }
        assert_int_equal(sqlite3_step(view), SQLITE_DONE);
        assert_int_equal(cursor_close(&c), BOWLINE_OK);
        sqlite3_finalize(view);
    }
    assert_int_equal(rows, 4);
    store_close(store);
    sqlite3_close(raw);
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
        cmocka_unit_test_teardown(an_older_version_is_refused, remove_case),
        cmocka_unit_test_teardown(evidence_reads_as_its_view_shows_it, remove_case),
        cmocka_unit_test_teardown(two_writers_are_refused, remove_case),
        cmocka_unit_test_teardown(a_stage_is_fresh_until_it_is_cleared, remove_case),
    };
    return cmocka_run_group_tests_name("store", tests, make_folder, remove_folder);
}
