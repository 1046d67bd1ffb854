/* Prepared statements with the house's errors. Inside the store only. */
#ifndef STORE_STATEMENT_H
#define STORE_STATEMENT_H

#include "store/store.h"

#include <sqlite3.h>

struct bulk;
struct seal_keys;
struct token_list;

/* Statements that cursors opened and closed are kept: an answer asks the same of many groups, and preparing a
 * statement costs more than most of what it asks. */
#define IDLE_STATEMENTS 64

struct store {
    sqlite3 *db;
    char *path;
    struct fts5_api *full_text;
    struct seal_keys *keys; /* NULL: the case is not sealed */
    bool are_keys_lent;     /* they are another store's */
    bool in_transaction;
    store_tick *tick;
    void *tick_context;
    unsigned writes;           /* since the tick was asked */
    struct token_list *tokens; /* of records that are being written (token_store.h), or NULL */
    const struct bulk *bulk;   /* whose rows are being written, or NULL */
    sqlite3_stmt *idle[IDLE_STATEMENTS];
    unsigned idle_count;
};

/* Counts a row and asks the tick now and then; false: stop, with the error of store_stopped. */
bool store_may_write(struct store *store);
enum bowline_status store_stopped(const struct store *store, struct bowline_error *err);

/* The house's status and words for the database's last error. */
enum bowline_status store_fail(struct store *store, const char *what, struct bowline_error *err);

enum bowline_status store_exec(struct store *store, const char *sql,
                               struct bowline_error *err) BOWLINE_WARN_UNUSED;

enum bowline_status statement_open(struct store *store, const char *sql, sqlite3_stmt **out,
                                   struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* The same for a query that is asked again and again: given back, it is kept. statement may be NULL. */
enum bowline_status statement_borrow(struct store *store, const char *sql, sqlite3_stmt **out,
                                     struct bowline_error *err) BOWLINE_WARN_UNUSED;
void statement_give_back(struct store *store, sqlite3_stmt *statement);
void statements_forget(struct store *store); /* before the database is closed */

/* Runs a statement that gives no rows and resets it. */
enum bowline_status statement_run(struct store *store, sqlite3_stmt *statement,
                                  struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Binds values in order and runs: one letter of `types` each. i: int64_t; s: struct span; t: static const
 * char *. For single rows; bulk.h is for many. */
enum bowline_status statement_insert(struct store *store, sqlite3_stmt *statement, struct bowline_error *err,
                                     const char *types, ...) BOWLINE_WARN_UNUSED;

/* Steps to the next row: *has_row is false after the last. */
enum bowline_status statement_next(struct store *store, sqlite3_stmt *statement, bool *has_row,
                                   struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* The one number that the query gives. */
enum bowline_status statement_count(struct store *store, const char *sql, int64_t *out,
                                    struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* The bytes must stay until the statement is run. */
void statement_bind_span(sqlite3_stmt *statement, int at, struct span value);
struct span statement_span(sqlite3_stmt *statement, int column);

#endif
