/* The default is to deny. */
#include "store/store_guard.h"

#include "store/statement.h"

#include <string.h>

/* A text of a cell has at most 64 MiB (search_store.c); a statement of ours below 4 KiB. */
static const struct {
    int what, most;
} limits[] = {
    {SQLITE_LIMIT_SQL_LENGTH, 16384},   {SQLITE_LIMIT_ATTACHED, 0},      {SQLITE_LIMIT_EXPR_DEPTH, 100},
    {SQLITE_LIMIT_COMPOUND_SELECT, 20}, {SQLITE_LIMIT_TRIGGER_DEPTH, 1}, {SQLITE_LIMIT_WORKER_THREADS, 0},
};

static bool is_one_of(const char *word, const char *const *words)
{
    while (word && *words && strcmp(word, *words) != 0)
        words++;
    return word && *words;
}

static const char *const functions[] = {"abs",   "bm25",   "coalesce", "count",    "json_each",
                                        "match", "max",    "min",      "strftime", "sum",
                                        "->>",   "length", "unseal",   "token",    NULL};

/* In temp stand the views that open a sealed case (value_door.h). */
static const char *const databases[] = {"main", "temp", NULL};

/* FTS5 asks whether its tables were changed by others. */
static const char *const pragmas[] = {"data_version", NULL};

static int decide(void *context, int action, const char *first, const char *second, const char *database,
                  const char *trigger)
{
    (void)context;
    (void)trigger;
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE: return SQLITE_OK;
    case SQLITE_READ: return !database || is_one_of(database, databases) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_FUNCTION: return is_one_of(second, functions) ? SQLITE_OK : SQLITE_DENY;
    /* A virtual table that opens declares itself through the parser, which asks for this and does not do it;
     * a statement that would is refused by SQLite and by the read-only file. */
    case SQLITE_UPDATE: return strcmp(first, "sqlite_master") == 0 ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_PRAGMA: return is_one_of(first, pragmas) && !second ? SQLITE_OK : SQLITE_DENY;
    default: return SQLITE_DENY;
    }
}

enum bowline_status store_open_guarded(const char *path, struct store **out, struct bowline_error *err)
{
    enum bowline_status status = store_open_read_only(path, out, err);
    if (status != BOWLINE_OK)
        return status;
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        sqlite3_limit((*out)->db, limits[i].what, limits[i].most);
    sqlite3_db_config((*out)->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config((*out)->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    if (sqlite3_set_authorizer((*out)->db, decide, NULL) != SQLITE_OK) {
        status = store_fail(*out, "cannot guard the case file", err);
        store_close(*out);
        *out = NULL;
    }
    return status;
}

enum bowline_status store_guard_try(struct store *store, const char *sql, struct bowline_error *err)
{
    return store_exec(store, sql, err);
}
