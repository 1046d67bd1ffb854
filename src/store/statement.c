/* Prepared statements with the house's errors. */
#include "store/statement.h"

#include <stdarg.h>
#include <string.h>

enum bowline_status statement_open(struct store *store, const char *sql, sqlite3_stmt **out,
                                   struct bowline_error *err)
{
    *out = NULL;
    if (sqlite3_prepare_v2(store->db, sql, -1, out, NULL) != SQLITE_OK)
        return store_fail(store, "cannot read the case file", err);
    return BOWLINE_OK;
}

enum bowline_status statement_borrow(struct store *store, const char *sql, sqlite3_stmt **out,
                                     struct bowline_error *err)
{
    for (unsigned i = store->idle_count; i > 0; i--) {
        sqlite3_stmt *found = store->idle[i - 1];
        if (strcmp(sqlite3_sql(found), sql) != 0)
            continue;
        store->idle[i - 1] = store->idle[--store->idle_count];
        *out = found;
        return BOWLINE_OK;
    }
    return statement_open(store, sql, out, err);
}

void statement_give_back(struct store *store, sqlite3_stmt *statement)
{
    if (!statement)
        return;
    if (sqlite3_reset(statement) != SQLITE_OK || store->idle_count == IDLE_STATEMENTS) {
        sqlite3_finalize(statement);
        return;
    }
    sqlite3_clear_bindings(statement);
    store->idle[store->idle_count++] = statement;
}

void statements_forget(struct store *store)
{
    while (store->idle_count)
        sqlite3_finalize(store->idle[--store->idle_count]);
}

/* Some milliseconds of writing: often enough for a person who waits, rarely enough to cost nothing. */
static const unsigned writes_between_ticks = 8192;

bool store_may_write(struct store *store)
{
    if (++store->writes < writes_between_ticks || !store->tick)
        return true;
    store->writes = 0;
    return store->tick(store->tick_context);
}

enum bowline_status store_stopped(const struct store *store, struct bowline_error *err)
{
    return error_set(err, BOWLINE_ERROR_INTERRUPTED, "stopped while writing %s", store->path);
}

enum bowline_status statement_run(struct store *store, sqlite3_stmt *statement, struct bowline_error *err)
{
    if (!store_may_write(store))
        return store_stopped(store, err);
    int code = sqlite3_step(statement);
    enum bowline_status status = BOWLINE_OK;
    if (code != SQLITE_DONE && code != SQLITE_ROW)
        status = store_fail(store, "cannot write the case file", err);
    sqlite3_reset(statement);
    return status;
}

enum bowline_status statement_insert(struct store *store, sqlite3_stmt *statement, struct bowline_error *err,
                                     const char *types, ...)
{
    va_list values;
    va_start(values, types);
    for (int at = 1; types[at - 1]; at++) {
        switch (types[at - 1]) {
        case 'i': sqlite3_bind_int64(statement, at, va_arg(values, int64_t)); break;
        case 's': statement_bind_span(statement, at, va_arg(values, struct span)); break;
        default: sqlite3_bind_text(statement, at, va_arg(values, const char *), -1, SQLITE_STATIC); break;
        }
    }
    va_end(values);
    return statement_run(store, statement, err);
}

enum bowline_status statement_next(struct store *store, sqlite3_stmt *statement, bool *has_row,
                                   struct bowline_error *err)
{
    int code = sqlite3_step(statement);
    *has_row = code == SQLITE_ROW;
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        return store_fail(store, "cannot read the case file", err);
    return BOWLINE_OK;
}

void statement_bind_span(sqlite3_stmt *statement, int at, struct span value)
{
    sqlite3_bind_text64(statement, at, value.length ? value.at : "", value.length, SQLITE_STATIC,
                        SQLITE_UTF8);
}

struct span statement_span(sqlite3_stmt *statement, int column)
{
    const char *at = (const char *)sqlite3_column_text(statement, column);
    return (struct span){at ? at : "", at ? (size_t)sqlite3_column_bytes(statement, column) : 0};
}

enum bowline_status statement_count(struct store *store, const char *sql, int64_t *out,
                                    struct bowline_error *err)
{
    sqlite3_stmt *statement;
    bool has_row = false;
    enum bowline_status status = statement_open(store, sql, &statement, err);
    if (status == BOWLINE_OK)
        status = statement_next(store, statement, &has_row, err);
    *out = has_row ? sqlite3_column_int64(statement, 0) : 0;
    sqlite3_finalize(statement);
    return status;
}
