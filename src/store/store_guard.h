/* A connection that can only read, for answers to a network: SQLite asks before each step of a statement, and
 * all that is not named here is refused, whatever SQL reaches it. */
#ifndef STORE_STORE_GUARD_H
#define STORE_STORE_GUARD_H

#include "store/store.h"

/* As store_open_read_only, and locked: no statement but SELECT, no table but those of the
 * case, no function but those that answers use, nothing attached. */
enum bowline_status store_open_guarded(const char *path, struct store **out,
                                       struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Runs a statement as one that came from outside would be: for tests of the guard. */
enum bowline_status store_guard_try(struct store *store, const char *sql,
                                    struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
