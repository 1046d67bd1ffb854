/* Locks in the case file. */
#include "store/case_lock.h"

#include "store/key_ring.h"
#include "store/statement.h"
#include "store/value_door.h"
#include "store/word_tokenizer.h"

static bool take_bytes(sqlite3_stmt *statement, int column, unsigned char *out, size_t length)
{
    const void *bytes = sqlite3_column_blob(statement, column);
    if (!bytes || (size_t)sqlite3_column_bytes(statement, column) != length)
        return false;
    memcpy(out, bytes, length);
    return true;
}

enum bowline_status case_lock_read(struct store *store, struct seal_lock *out, bool *is_there,
                                   struct bowline_error *err)
{
    sqlite3_stmt *statement;
    bool is_whole = true;
    *is_there = false;
    enum bowline_status status = statement_open(
        store, "SELECT way, passes, kibibytes, salt, wrapped FROM main.case_lock ORDER BY lock", &statement,
        err);
    if (status == BOWLINE_OK)
        status = statement_next(store, statement, is_there, err);
    if (status == BOWLINE_OK && *is_there) {
        *out = (struct seal_lock){.way = seal_way_find(statement_span(statement, 0)),
                                  .passes = (uint32_t)sqlite3_column_int64(statement, 1),
                                  .kibibytes = (uint32_t)sqlite3_column_int64(statement, 2)};
        is_whole = out->way != SEAL_WAY_COUNT && take_bytes(statement, 3, out->salt, sizeof out->salt) &&
                   take_bytes(statement, 4, out->wrapped, sizeof out->wrapped);
    }
    sqlite3_finalize(statement);
    return is_whole ? status
                    : error_set(err, BOWLINE_ERROR_CASE, "%s: its lock is damaged: nothing can open it",
                                store->path);
}

enum bowline_status case_lock_write(struct store *store, const struct seal_lock *lock,
                                    struct bowline_error *err)
{
    sqlite3_stmt *statement;
    enum bowline_status status = statement_open(
        store, "INSERT OR REPLACE INTO main.case_lock VALUES (1, ?, ?, ?, ?, ?)", &statement, err);
    if (status == BOWLINE_OK) {
        sqlite3_bind_blob(statement, 4, lock->salt, sizeof lock->salt, SQLITE_STATIC);
        sqlite3_bind_blob(statement, 5, lock->wrapped, sizeof lock->wrapped, SQLITE_STATIC);
        status = statement_insert(store, statement, err, "tii", seal_way_name(lock->way),
                                  (int64_t)lock->passes, (int64_t)lock->kibibytes);
    }
    sqlite3_finalize(statement);
    return status;
}

enum bowline_status case_lock_open(struct store *store, struct bowline_error *err)
{
    struct seal_lock lock;
    bool is_there = false;
    enum bowline_status status = case_lock_read(store, &lock, &is_there, err);
    if (status != BOWLINE_OK || !is_there)
        return status;
    if (!store->keys)
        status = key_ring_open(store->path, &lock, &store->keys, err);
    return status == BOWLINE_OK ? value_door_open(store, err) : status;
}

/* The search table of a sealed case holds keyed words. */
static const char keyed_search[] =
    "DROP TABLE search;"
    "CREATE VIRTUAL TABLE search USING fts5(body, content = '', tokenize = '" WORD_TOKENIZER "',"
    " detail = 'full', columnsize = 0)";

enum bowline_status case_lock_make(struct store *store, const char *path, struct bowline_error *err)
{
    struct seal_lock lock;
    enum bowline_status status = key_ring_make(key_ring(), path, &lock, &store->keys, err);
    return status == BOWLINE_OK ? case_lock_take(store, &lock, err) : status;
}

enum bowline_status case_lock_take(struct store *store, const struct seal_lock *lock,
                                   struct bowline_error *err)
{
    enum bowline_status status = store_exec(store, keyed_search, err);
    return status == BOWLINE_OK ? case_lock_write(store, lock, err) : status;
}

enum bowline_status case_lock_change(struct store *store, const struct bowline_keys *keys,
                                     struct seal_lock *lock, struct bowline_error *err)
{
    enum bowline_status status = key_ring_change(keys, store->path, lock, store->keys, err);
    if (status == BOWLINE_OK)
        status = store_begin(store, err);
    if (status != BOWLINE_OK)
        return status;
    status = case_lock_write(store, lock, err);
    if (status == BOWLINE_OK)
        return store_commit(store, err);
    store_undo(store);
    return status;
}
