/* Sealing and opening values inside SQL. */
#include "store/value_door.h"

#include "sealing/sealed_value.h"

#include <stdio.h>

enum { MOST_PLACE = 160 };

/* The columns of every table that has some to seal; the first column names the row. */
static const char columns_of_sealed[] =
    "SELECT m.name, x.name, x.type = 'ANY', x.cid FROM sqlite_schema AS m, pragma_table_info(m.name) AS x"
    " WHERE m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL%'"
    " AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) WHERE type = 'ANY') ORDER BY m.name, x.cid";

/* "table.column", a zero, and the row: without these a value does not open. Length 0: too long, or no such
 * row. */
static struct span make_place(sqlite3_value *column, sqlite3_value *row, char out[MOST_PLACE])
{
    const char *name = (const char *)sqlite3_value_text(column);
    size_t length = (size_t)sqlite3_value_bytes(column);
    if (!name || length > MOST_PLACE / 2)
        return (struct span){out, 0};
    memcpy(out, name, length);
    out[length++] = '\0';
    if (sqlite3_value_type(row) == SQLITE_INTEGER) {
        uint64_t number = (uint64_t)sqlite3_value_int64(row);
        out[length++] = 'i';
        for (int i = 0; i < 8; i++, number >>= 8)
            out[length++] = (char)(number & 0xff);
        return (struct span){out, length};
    }
    const char *text = (const char *)sqlite3_value_text(row);
    size_t text_length = (size_t)sqlite3_value_bytes(row);
    if (!text || text_length >= MOST_PLACE - length)
        return (struct span){out, 0};
    out[length++] = 't';
    memcpy(out + length, text, text_length);
    return (struct span){out, length + text_length};
}

/* What is sealed ends with its type: t or r. Gives the length. */
static size_t put_plain(sqlite3_value *value, unsigned char *out)
{
    size_t length = 0;
    if (sqlite3_value_type(value) == SQLITE_TEXT) {
        length = (size_t)sqlite3_value_bytes(value);
        memcpy(out, sqlite3_value_text(value), length);
        out[length] = 't';
        return length + 1;
    }
    double real = sqlite3_value_double(value);
    uint64_t bits;
    memcpy(&bits, &real, sizeof bits);
    for (; length < sizeof bits; length++, bits >>= 8)
        out[length] = (unsigned char)(bits & 0xff);
    out[length] = 'r';
    return length + 1;
}

/* Nothing to hide: NULL, and the empty text. */
static bool is_empty(sqlite3_value *value)
{
    return sqlite3_value_type(value) == SQLITE_NULL ||
           (sqlite3_value_type(value) == SQLITE_TEXT && sqlite3_value_bytes(value) == 0);
}

static void seal(sqlite3_context *out, int argc, sqlite3_value **argv)
{
    (void)argc;
    const struct store *store = sqlite3_user_data(out);
    char buffer[MOST_PLACE];
    if (!store->keys || is_empty(argv[2])) {
        sqlite3_result_value(out, argv[2]);
        return;
    }
    struct span place = make_place(argv[0], argv[1], buffer);
    size_t length = (size_t)sqlite3_value_bytes(argv[2]);
    unsigned char *sealed = sqlite3_malloc64(length + 16 + SEALED_EXTRA);
    if (!sealed || place.length == 0) {
        sqlite3_free(sealed);
        sqlite3_result_error_code(out, sealed ? SQLITE_MISUSE : SQLITE_NOMEM);
        return;
    }
    unsigned char *plain = sealed + 24; /* where its ciphertext will stand, behind the nonce */
    length = put_plain(argv[2], plain);
    sealed_value_make(store->keys, place, (struct span){(const char *)plain, length}, sealed);
    sqlite3_result_blob64(out, sealed, length + SEALED_EXTRA, sqlite3_free);
}

static void give_plain(sqlite3_context *out, unsigned char *plain, size_t length)
{
    if (plain[length - 1] == 'r' && length == 9) {
        uint64_t bits = 0;
        double real;
        for (int i = 7; i >= 0; i--)
            bits = bits << 8 | plain[i];
        memcpy(&real, &bits, sizeof real);
        sqlite3_free(plain);
        sqlite3_result_double(out, real);
        return;
    }
    plain[length - 1] = '\0';
    sqlite3_result_text64(out, (char *)plain, length - 1, sqlite3_free, SQLITE_UTF8);
}

static void refuse(sqlite3_context *out, sqlite3_value **argv, const char *why)
{
    char message[300];
    const char *column = (const char *)sqlite3_value_text(argv[0]);
    const char *row = (const char *)sqlite3_value_text(argv[1]);
    snprintf(message, sizeof message, "%s of row %s %s", column ? column : "", row ? row : "", why);
    sqlite3_result_error(out, message, -1);
    sqlite3_result_error_code(out, SQLITE_CORRUPT);
}

static void unseal(sqlite3_context *out, int argc, sqlite3_value **argv)
{
    (void)argc;
    const struct store *store = sqlite3_user_data(out);
    char buffer[MOST_PLACE];
    if (is_empty(argv[2])) {
        sqlite3_result_value(out, argv[2]);
        return;
    }
    struct span place = make_place(argv[0], argv[1], buffer);
    struct span sealed = {sqlite3_value_blob(argv[2]), (size_t)sqlite3_value_bytes(argv[2])};
    if (sqlite3_value_type(argv[2]) != SQLITE_BLOB || sealed.length <= SEALED_EXTRA || place.length == 0) {
        refuse(out, argv, "is not sealed: it was put there by another program");
        return;
    }
    unsigned char *plain = sqlite3_malloc64(sealed.length - SEALED_EXTRA);
    if (!plain) {
        sqlite3_result_error_nomem(out);
    } else if (!sealed_value_open(store->keys, place, sealed, plain)) {
        sqlite3_free(plain);
        refuse(out, argv, "was changed, or moved there from another row or case");
    } else {
        give_plain(out, plain, sealed.length - SEALED_EXTRA);
    }
}

/* As token_store.h makes them. NULL where the case is not sealed. */
static void token(sqlite3_context *out, int argc, sqlite3_value **argv)
{
    (void)argc;
    const struct store *store = sqlite3_user_data(out);
    unsigned char bytes[TOKEN_BYTES];
    struct span kind = {(const char *)sqlite3_value_text(argv[0]), (size_t)sqlite3_value_bytes(argv[0])};
    struct span value = {(const char *)sqlite3_value_text(argv[1]), (size_t)sqlite3_value_bytes(argv[1])};
    if (!store->keys || !kind.at || !value.at || kind.length > MOST_PLACE)
        return;
    sealed_token(store->keys, kind, value, bytes);
    sqlite3_result_blob(out, bytes, TOKEN_BYTES, SQLITE_TRANSIENT);
}

enum bowline_status value_door_register(struct store *store, struct bowline_error *err)
{
    /* DIRECTONLY: a trigger or view that somebody put into the file must not open values. Temporary views,
     * which are ours, may. */
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
    if (sqlite3_create_function(store->db, "seal", 3, flags, store, seal, NULL, NULL) != SQLITE_OK ||
        sqlite3_create_function(store->db, "token", 2, flags, store, token, NULL, NULL) != SQLITE_OK ||
        sqlite3_create_function(store->db, "unseal", 3, flags, store, unseal, NULL, NULL) != SQLITE_OK)
        return store_fail(store, "cannot open the case file", err);
    return BOWLINE_OK;
}

/* All views as one script; the caller gives it back with sqlite3_free. */
static enum bowline_status write_views(struct store *store, char **out, struct bowline_error *err)
{
    sqlite3_str *sql = sqlite3_str_new(store->db);
    sqlite3_stmt *statement;
    bool has_row = true;
    char table[128] = "";
    char row[128] = "";
    enum bowline_status status = statement_open(store, columns_of_sealed, &statement, err);
    while (status == BOWLINE_OK) {
        status = statement_next(store, statement, &has_row, err);
        if (status != BOWLINE_OK || !has_row)
            break;
        const char *column = (const char *)sqlite3_column_text(statement, 1);
        if (sqlite3_column_int(statement, 3) == 0) {
            if (*table)
                sqlite3_str_appendf(sql, " FROM main.\"%w\";", table);
            snprintf(table, sizeof table, "%s", sqlite3_column_text(statement, 0));
            snprintf(row, sizeof row, "%s", column);
            sqlite3_str_appendf(sql, "CREATE TEMP VIEW \"%w\" AS SELECT \"%w\"", table, row);
        } else if (sqlite3_column_int(statement, 2)) {
            sqlite3_str_appendf(sql, ", unseal('%q.%q', \"%w\", \"%w\") AS \"%w\"", table, column, row,
                                column, column);
        } else {
            sqlite3_str_appendf(sql, ", \"%w\"", column);
        }
    }
    if (*table)
        sqlite3_str_appendf(sql, " FROM main.\"%w\";", table);
    sqlite3_finalize(statement);
    int code = sqlite3_str_errcode(sql);
    *out = sqlite3_str_finish(sql);
    return status == BOWLINE_OK && (code != SQLITE_OK || !*out) ? error_memory(err) : status;
}

enum bowline_status value_door_open(struct store *store, struct bowline_error *err)
{
    char *sql = NULL;
    enum bowline_status status = store_exec(store, "PRAGMA temp_store = MEMORY", err);
    if (status == BOWLINE_OK)
        status = write_views(store, &sql, err);
    if (status == BOWLINE_OK)
        status = store_exec(store, sql, err);
    sqlite3_free(sql);
    return status;
}

enum bowline_status value_door_close(struct store *store, struct bowline_error *err)
{
    sqlite3_stmt *statement;
    bool has_row = false;
    char *sql = NULL;
    enum bowline_status status =
        statement_open(store,
                       "SELECT group_concat('DROP VIEW temp.' || quote(name) || ';', '') FROM"
                       " temp.sqlite_schema WHERE type = 'view'",
                       &statement, err);
    if (status == BOWLINE_OK)
        status = statement_next(store, statement, &has_row, err);
    if (status == BOWLINE_OK && sqlite3_column_text(statement, 0)) {
        sql = sqlite3_mprintf("%s", sqlite3_column_text(statement, 0));
        status = sql ? BOWLINE_OK : error_memory(err);
    }
    sqlite3_finalize(statement);
    if (sql)
        status = store_exec(store, sql, err);
    sqlite3_free(sql);
    return status;
}

/* The statement's columns: "c3", or "seal('record.key', c1, c3)". */
static bool write_columns(struct store *store, const char *table, unsigned columns, sqlite3_str *sql)
{
    sqlite3_stmt *statement;
    int code = sqlite3_prepare_v2(
        store->db,
        "SELECT cid + 1, type = 'ANY', name FROM pragma_table_info(?1, 'main') ORDER BY cid LIMIT ?2", -1,
        &statement, NULL);
    if (code != SQLITE_OK)
        return false;
    sqlite3_bind_text(statement, 1, table, -1, SQLITE_STATIC);
    sqlite3_bind_int(statement, 2, (int)columns);
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        int column = sqlite3_column_int(statement, 0);
        sqlite3_str_appendall(sql, column > 1 ? ", " : " ");
        if (store->keys && sqlite3_column_int(statement, 1))
            sqlite3_str_appendf(sql, "seal('%q.%q', c1, c%d)", table, sqlite3_column_text(statement, 2),
                                column);
        else
            sqlite3_str_appendf(sql, "c%d", column);
    }
    sqlite3_finalize(statement);
    return code == SQLITE_DONE;
}

enum bowline_status value_door_insert(struct store *store, const char *table, unsigned columns,
                                      sqlite3_stmt **out, struct bowline_error *err)
{
    *out = NULL;
    sqlite3_str *sql = sqlite3_str_new(store->db);
    sqlite3_str_appendf(sql, "INSERT INTO main.\"%w\" SELECT", table);
    bool is_read = write_columns(store, table, columns, sql);
    sqlite3_str_appendall(sql, " FROM bulk");
    char *text = sqlite3_str_finish(sql);
    if (!is_read) {
        sqlite3_free(text);
        return store_fail(store, "cannot read the case file", err);
    }
    enum bowline_status status = text ? statement_open(store, text, out, err) : error_memory(err);
    sqlite3_free(text);
    return status;
}
