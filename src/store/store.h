/* The case file: one SQLite database. Opened for reading by many or for writing by one. All SQL lives in this
 * room. */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "base/error.h"
#include "base/span.h"

struct store; /* not for threads to share */

/* A case that is there, for reading; never changes a byte of it. Refuses what is no case file, is damaged in
 * its header, or is from a newer version. */
enum bowline_status store_open_read(const char *path, struct store **out,
                                    struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Whatever stands there, for finding out what is wrong with it: nothing is checked, and no row can be counted
 * on. */
enum bowline_status store_open_unchecked(const char *path, struct store **out,
                                         struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* The same by a file that is opened for reading alone: what a killed run left behind must have been rolled
 * back before, by store_open_read. */
enum bowline_status store_open_read_only(const char *path, struct store **out,
                                         struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Opens for writing, and makes an unsealed case where there is none. Takes the writer's lock at once:
 * BOWLINE_ERROR_BUSY where another program has it. */
enum bowline_status store_open_write(const char *path, struct store **out,
                                     struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* The same, but only a case that is there. */
enum bowline_status store_open_change(const char *path, struct store **out,
                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* The same for a run: a case that is made is sealed with the keys in use (<bowline/key.h>), unless these say
 * that it is not to be; then one that is sealed is refused. */
enum bowline_status store_open_run(const char *path, struct store **out,
                                   struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* A case that is there, for what its lock says: none of its values can be read. */
enum bowline_status store_open_locked(const char *path, struct store **out,
                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* An empty case beside `like`, open for writing and sealed by the same key, which `like` lends as long as
 * both are open. A file of that name is replaced. */
enum bowline_status store_make_twin(struct store *like, const char *path, struct store **out,
                                    struct bowline_error *err) BOWLINE_WARN_UNUSED;

bool store_is_sealed(const struct store *store);

/* Uncommitted changes are undone. NULL allowed. */
void store_close(struct store *store);

/* Called now and then while rows are written; false stops the writing with BOWLINE_ERROR_INTERRUPTED. */
typedef bool store_tick(void *context);
void store_set_tick(struct store *store, store_tick *tick, void *context);

const char *store_library(void); /* the version of SQLite */
const char *store_path(const struct store *store);

/* One transaction at a time; a store opened for writing is in none until store_begin. */
enum bowline_status store_begin(struct store *store, struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status store_commit(struct store *store, struct bowline_error *err) BOWLINE_WARN_UNUSED;
void store_undo(struct store *store);

#endif
