/* A guarded connection: what it gives, and that all else is refused, whatever SQL reaches it. */
#include "store/read_groups.h"
#include "store/read_records.h"
#include "store/store_guard.h"

#include "support/cmocka_all.h"
#include "support/tiny_case.h"

#include <stdio.h>
#include <string.h>

static struct store *open_guarded(const char *path)
{
    struct store *store = NULL;
    struct bowline_error err = {0};
    if (store_open_guarded(path, &store, &err) != BOWLINE_OK)
        fail_msg("%s", err.message);
    return store;
}

static void what_answers_ask_is_given(void **state)
{
    (void)state;
    struct cursor c;
    struct bowline_error err = {0};
    struct network_row network;
    struct store *store = open_guarded(tiny_case_make());
    int64_t found = 0;
    read_networks(store, 0, 10, &c, &err);
    assert_true(next_network(&c, &network));
    assert_int_equal(cursor_close(&c), BOWLINE_OK);
    assert_int_equal(read_search_total(store, (struct span){"\"town\"", 6}, &found, &err), BOWLINE_OK);
    assert_int_equal(found, 3);
    store_close(store);
    tiny_case_remove();
}

static void all_else_is_refused(void **state)
{
    (void)state;
    static const char *const statements[] = {
        "INSERT INTO decision DEFAULT VALUES",
        "UPDATE record SET key = 'x'",
        "DELETE FROM record",
        "DROP TABLE record",
        "CREATE TABLE x (a)",
        "CREATE TEMP TABLE x (a)",
        "CREATE VIEW x AS SELECT 1",
        "CREATE TEMP TRIGGER x AFTER INSERT ON record BEGIN SELECT 1; END",
        "ALTER TABLE record ADD COLUMN x",
        "ATTACH ':memory:' AS other",
        "ATTACH '/etc/passwd' AS other",
        "DETACH main",
        "VACUUM",
        "VACUUM INTO '/dev/null'",
        "REINDEX",
        "ANALYZE",
        "BEGIN",
        "BEGIN IMMEDIATE",
        "SAVEPOINT x",
        "PRAGMA query_only = OFF",
        "PRAGMA writable_schema = ON",
        "PRAGMA journal_mode = WAL",
        "PRAGMA user_version = 7",
        "PRAGMA table_info(record)",
        "PRAGMA trusted_schema = ON",
        "UPDATE sqlite_schema SET sql = ''",
        "DELETE FROM sqlite_schema",
        "INSERT INTO search (search) VALUES ('rebuild')",
        "SELECT load_extension('x')",
        "SELECT randomblob(1000000)",
        "SELECT zeroblob(1000000)",
        "SELECT fts5(NULL)",
        "SELECT writefile('x', 'y')",
        "SELECT hex(randomblob(8))",
    };
    const char *path = tiny_case_make();
    struct store *store = open_guarded(path);
    for (size_t i = 0; i < sizeof statements / sizeof *statements; i++) {
        struct bowline_error err = {0};
        if (store_guard_try(store, statements[i], &err) == BOWLINE_OK)
            fail_msg("%s was not refused", statements[i]);
    }
    struct bowline_error err = {0};
    assert_int_equal(store_guard_try(store, "SELECT count(*) FROM record", &err), BOWLINE_OK);
    store_close(store);
    tiny_case_remove();
}

static void no_case_is_made_and_none_is_damaged(void **state)
{
    (void)state;
    struct store *store = NULL;
    struct bowline_error err = {0};
    assert_int_equal(store_open_guarded("/nonexistent/case.bowline", &store, &err), BOWLINE_ERROR_NOT_FOUND);
    assert_null(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_answers_ask_is_given),
        cmocka_unit_test(all_else_is_refused),
        cmocka_unit_test(no_case_is_made_and_none_is_damaged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
