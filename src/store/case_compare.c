/* Two cases beside each other. */
#include "store/case_compare.h"

#include "base/buffer.h"
#include "store/bulk.h"
#include "store/stage_store.h"

#include <stdio.h>

/* Rows of one case for another. */
struct copying {
    struct store *from;
    sqlite3_stmt *rows;
    struct bowline_error *err;
    enum bowline_status status;
};

static struct bulk_value value_at(sqlite3_stmt *rows, int column)
{
    switch (sqlite3_column_type(rows, column)) {
    case SQLITE_INTEGER:
        return (struct bulk_value){.kind = 'i', .integer = sqlite3_column_int64(rows, column)};
    case SQLITE_FLOAT: return (struct bulk_value){.kind = 'r', .real = sqlite3_column_double(rows, column)};
    case SQLITE_TEXT: return (struct bulk_value){.kind = 's', .text = statement_span(rows, column)};
    default: return (struct bulk_value){.kind = 'n'};
    }
}

static bool next_copy(void *context, struct bulk_row *row)
{
    struct copying *c = context;
    bool has_row = false;
    c->status = statement_next(c->from, c->rows, &has_row, c->err);
    for (int column = 0; has_row && column < sqlite3_column_count(c->rows); column++)
        row->values[row->count++] = value_at(c->rows, column);
    return has_row;
}

static enum bowline_status copy_decisions(struct store *from, struct store *to, struct bowline_error *err)
{
    struct copying c = {.from = from, .err = err};
    enum bowline_status status =
        statement_open(from, "SELECT * FROM decision ORDER BY decision", &c.rows, err);
    if (status == BOWLINE_OK)
        status = bulk_insert(
            to, &(struct bulk){"decision", (unsigned)sqlite3_column_count(c.rows), &c, next_copy}, err);
    sqlite3_finalize(c.rows);
    return status == BOWLINE_OK ? c.status : status;
}

static enum bowline_status copy_erasures(struct store *from, struct store *to, struct bowline_error *err)
{
    sqlite3_stmt *rows = NULL;
    sqlite3_stmt *insert = NULL;
    bool has_row = true;
    enum bowline_status status = statement_open(
        from, "SELECT resource, kind, commitment, made FROM erasure ORDER BY erasure", &rows, err);
    if (status == BOWLINE_OK)
        status = statement_open(to, "INSERT INTO main.erasure VALUES (NULL, ?, ?, ?, ?)", &insert, err);
    while (status == BOWLINE_OK) {
        status = statement_next(from, rows, &has_row, err);
        if (status != BOWLINE_OK || !has_row)
            break;
        for (int column = 0; column < 4; column++)
            sqlite3_bind_value(insert, column + 1, sqlite3_column_value(rows, column));
        status = statement_run(to, insert, err);
    }
    sqlite3_finalize(rows);
    sqlite3_finalize(insert);
    return status;
}

enum bowline_status case_copy_given(struct store *from, struct store *to, struct bowline_error *err)
{
    struct buffer salt;
    buffer_init(&salt, 1 << 10);
    enum bowline_status status = store_get_info(from, "erasure_salt", &salt, err);
    if (status == BOWLINE_OK && salt.length)
        status = store_put_info(to, "erasure_salt", buffer_all(&salt), err);
    if (status == BOWLINE_OK)
        status = copy_decisions(from, to, err);
    if (status == BOWLINE_OK)
        status = copy_erasures(from, to, err);
    buffer_release(&salt);
    return status;
}

static bool same_value(sqlite3_stmt *a, sqlite3_stmt *b, int column)
{
    int type = sqlite3_column_type(a, column);
    if (type != sqlite3_column_type(b, column))
        return false;
    if (type == SQLITE_NULL)
        return true;
    if (type == SQLITE_INTEGER)
        return sqlite3_column_int64(a, column) == sqlite3_column_int64(b, column);
    if (type == SQLITE_FLOAT) {
        double x = sqlite3_column_double(a, column);
        double y = sqlite3_column_double(b, column);
        return !(x < y) && !(x > y);
    }
    const void *at = sqlite3_column_blob(a, column);
    const void *other = sqlite3_column_blob(b, column);
    int length = sqlite3_column_bytes(a, column);
    return length == sqlite3_column_bytes(b, column) &&
           (length == 0 || memcmp(at, other, (size_t)length) == 0);
}

static void compare_row(sqlite3_stmt *a, sqlite3_stmt *b, struct table_difference *out)
{
    int columns = sqlite3_column_count(a);
    bool is_same = columns == sqlite3_column_count(b);
    for (int column = 0; column < columns && is_same; column++) {
        if (same_value(a, b, column))
            continue;
        is_same = false;
        snprintf(out->column, sizeof out->column, "%s", sqlite3_column_name(a, column));
    }
    if (!is_same) {
        out->differs = true;
        out->row = out->rows[0];
    }
}

/* What the index of words holds: how it holds it depends on how it was written. */
static enum bowline_status show_words(struct store *store, struct bowline_error *err)
{
    return store_exec(store,
                      "PRAGMA query_only = OFF; CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_words"
                      " USING fts5vocab('main', 'search', 'instance'); PRAGMA query_only = ON",
                      err);
}

enum bowline_status case_compare_table(struct store *a, struct store *b, const char *table,
                                       struct table_difference *out, struct bowline_error *err)
{
    sqlite3_stmt *rows[2] = {NULL, NULL};
    bool has[2] = {true, true};
    *out = (struct table_difference){0};
    /* Without an order SQLite gives rows by their key, which a view before the table may not sort by. */
    bool is_words = strcmp(table, "search") == 0;
    char *sql = sqlite3_mprintf("SELECT * FROM \"%w\"", is_words ? "search_words" : table);
    enum bowline_status status = sql ? BOWLINE_OK : error_memory(err);
    if (status == BOWLINE_OK && is_words)
        status = show_words(a, err);
    if (status == BOWLINE_OK && is_words)
        status = show_words(b, err);
    if (status == BOWLINE_OK)
        status = statement_open(a, sql, &rows[0], err);
    if (status == BOWLINE_OK)
        status = statement_open(b, sql, &rows[1], err);
    while (status == BOWLINE_OK && (has[0] || has[1])) {
        if (has[0])
            status = statement_next(a, rows[0], &has[0], err);
        if (status == BOWLINE_OK && has[1])
            status = statement_next(b, rows[1], &has[1], err);
        out->rows[0] += has[0];
        out->rows[1] += has[1];
        if (status == BOWLINE_OK && has[0] && has[1] && !out->differs)
            compare_row(rows[0], rows[1], out);
    }
    if (out->rows[0] != out->rows[1] && !out->differs) {
        out->differs = true;
        out->row = (out->rows[0] < out->rows[1] ? out->rows[0] : out->rows[1]) + 1;
    }
    sqlite3_finalize(rows[0]);
    sqlite3_finalize(rows[1]);
    sqlite3_free(sql);
    return status;
}
