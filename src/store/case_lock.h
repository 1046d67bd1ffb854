/* The lock of a case: what stands in it about how it is opened, and opening it. */
#ifndef STORE_CASE_LOCK_H
#define STORE_CASE_LOCK_H

#include "store/store.h"

#include "sealing/seal_keys.h"

#include <bowline/key.h>

/* *is_there is false where the case is not sealed. */
enum bowline_status case_lock_read(struct store *store, struct seal_lock *out, bool *is_there,
                                   struct bowline_error *err) BOWLINE_WARN_UNUSED;

enum bowline_status case_lock_write(struct store *store, const struct seal_lock *lock,
                                    struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Gives the store its keys, where the case is sealed and it has none yet, and opens the door of values. */
enum bowline_status case_lock_open(struct store *store, struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Seals a case that has its schema and nothing else, in a transaction of the caller. path: the name that it
 * will have. */
enum bowline_status case_lock_make(struct store *store, const char *path,
                                   struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* The same with a lock that there is, to which the store has the keys. In a transaction. */
enum bowline_status case_lock_take(struct store *store, const struct seal_lock *lock,
                                   struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Puts another lock on an open case, as `keys` say; *lock is what was put. */
enum bowline_status case_lock_change(struct store *store, const struct bowline_keys *keys,
                                     struct seal_lock *lock, struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
