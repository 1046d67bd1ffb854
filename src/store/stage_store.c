/* Which stages are up to date, and clearing what they wrote. */
#include "store/stage_store.h"

#include "store/statement.h"

#include <stdio.h>

enum bowline_status stage_store_read(struct store *store, const char *stage, struct buffer *fingerprint,
                                     struct buffer *summary, struct bowline_error *err)
{
    sqlite3_stmt *statement;
    bool has_row = false;
    enum bowline_status status =
        statement_open(store, "SELECT fingerprint, summary FROM stage_run WHERE stage = ?", &statement, err);
    if (status != BOWLINE_OK)
        return status;
    statement_bind_span(statement, 1, span_of(stage));
    status = statement_next(store, statement, &has_row, err);
    if (has_row) {
        buffer_append_span(fingerprint, statement_span(statement, 0));
        buffer_append_span(summary, statement_span(statement, 1));
    }
    sqlite3_finalize(statement);
    if (status == BOWLINE_OK && !(buffer_ok(fingerprint) && buffer_ok(summary)))
        status = error_memory(err);
    return status;
}

enum bowline_status stage_store_is_fresh(struct store *store, const char *stage, const char *fingerprint,
                                         bool *out, struct bowline_error *err)
{
    struct buffer stored;
    struct buffer summary;
    buffer_init(&stored, 1 << 16);
    buffer_init(&summary, 1 << 16);
    enum bowline_status status = stage_store_read(store, stage, &stored, &summary, err);
    *out = status == BOWLINE_OK && span_equal(buffer_all(&stored), span_of(fingerprint));
    buffer_release(&stored);
    buffer_release(&summary);
    return status;
}

enum bowline_status stage_store_version(struct store *store, const char *stage, unsigned *out,
                                        struct bowline_error *err)
{
    sqlite3_stmt *statement;
    bool has_row = false;
    enum bowline_status status =
        statement_open(store, "SELECT version FROM stage_run WHERE stage = ?", &statement, err);
    if (status == BOWLINE_OK) {
        statement_bind_span(statement, 1, span_of(stage));
        status = statement_next(store, statement, &has_row, err);
    }
    *out = has_row ? (unsigned)sqlite3_column_int64(statement, 0) : 0;
    sqlite3_finalize(statement);
    return status;
}

enum bowline_status stage_store_write(struct store *store, const struct stage_run *run,
                                      struct bowline_error *err)
{
    sqlite3_stmt *statement;
    enum bowline_status status =
        statement_open(store, "INSERT OR REPLACE INTO stage_run VALUES (?, ?, ?, ?)", &statement, err);
    if (status == BOWLINE_OK)
        status = statement_insert(store, statement, err, "tits", run->stage, (int64_t)run->version,
                                  run->fingerprint, span_of(run->summary));
    sqlite3_finalize(statement);
    return status;
}

/* A contentless search table has no rows to delete; its own command empties it. */
static const char *clear_command(const char *table)
{
    return strcmp(table, "search") == 0 ? "INSERT INTO \"%w\" (\"%w\") VALUES ('delete-all')"
                                        : "DELETE FROM main.\"%w\"";
}

enum bowline_status stage_store_clear(struct store *store, const char *stage, const char *const *tables,
                                      struct bowline_error *err)
{
    sqlite3_stmt *statement;
    enum bowline_status status =
        statement_open(store, "DELETE FROM stage_run WHERE stage = ?", &statement, err);
    if (status == BOWLINE_OK)
        status = statement_insert(store, statement, err, "t", stage);
    sqlite3_finalize(statement);
    for (; *tables && status == BOWLINE_OK; tables++) {
        char *sql = sqlite3_mprintf(clear_command(*tables), *tables, *tables);
        status = sql ? store_exec(store, sql, err) : error_memory(err);
        sqlite3_free(sql);
    }
    return status;
}

enum bowline_status store_put_info(struct store *store, const char *name, struct span value,
                                   struct bowline_error *err)
{
    sqlite3_stmt *statement;
    enum bowline_status status = statement_open(
        store, "INSERT OR REPLACE INTO main.case_info VALUES (?1, seal('case_info.value', ?1, ?2))",
        &statement, err);
    if (status == BOWLINE_OK)
        status = statement_insert(store, statement, err, "ts", name, value);
    sqlite3_finalize(statement);
    return status;
}

enum bowline_status store_get_info(struct store *store, const char *name, struct buffer *out,
                                   struct bowline_error *err)
{
    sqlite3_stmt *statement;
    bool has_row = false;
    enum bowline_status status =
        statement_open(store, "SELECT value FROM case_info WHERE name = ?", &statement, err);
    if (status == BOWLINE_OK) {
        statement_bind_span(statement, 1, span_of(name));
        status = statement_next(store, statement, &has_row, err);
    }
    if (has_row)
        buffer_append_span(out, statement_span(statement, 0));
    sqlite3_finalize(statement);
    return status == BOWLINE_OK && !buffer_ok(out) ? error_memory(err) : status;
}

extern const char store_indexes[];

enum bowline_status store_make_indexes(struct store *store, struct bowline_error *err)
{
    enum bowline_status status = store_exec(store, store_indexes, err);
    /* In a sealed case keys are looked up by record_token. */
    if (status == BOWLINE_OK && !store->keys)
        status = store_exec(store, "CREATE INDEX IF NOT EXISTS record_key ON record (key, resource)", err);
    return status;
}

enum bowline_status store_drop_indexes(struct store *store, struct bowline_error *err)
{
    sqlite3_stmt *statement;
    bool has_row = true;
    char names[4096] = "";
    enum bowline_status status = statement_open(
        store, "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL", &statement, err);
    while (status == BOWLINE_OK) {
        status = statement_next(store, statement, &has_row, err);
        if (status != BOWLINE_OK || !has_row)
            break;
        struct span name = statement_span(statement, 0);
        size_t used = strlen(names);
        snprintf(names + used, sizeof names - used, "DROP INDEX \"%.*s\";", (int)name.length, name.at);
    }
    sqlite3_finalize(statement);
    return status == BOWLINE_OK ? store_exec(store, names, err) : status;
}
