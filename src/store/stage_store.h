/* Which stages are up to date, and clearing what they wrote. */
#ifndef STORE_STAGE_STORE_H
#define STORE_STAGE_STORE_H

#include "base/buffer.h"
#include "store/store.h"

struct stage_run {
    const char *stage;
    unsigned version;
    const char *fingerprint; /* hex */
    const char *summary;
};

/* Whether the stage's tables were written under that fingerprint. */
enum bowline_status stage_store_is_fresh(struct store *store, const char *stage, const char *fingerprint,
                                         bool *out, struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* The stage's stored fingerprint and summary, empty where it never ran. Appends to the buffers. */
enum bowline_status stage_store_read(struct store *store, const char *stage, struct buffer *fingerprint,
                                     struct buffer *summary, struct bowline_error *err) BOWLINE_WARN_UNUSED;
/* The version of its method that a stage last ran with; 0 where it never did. */
enum bowline_status stage_store_version(struct store *store, const char *stage, unsigned *out,
                                        struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status stage_store_write(struct store *store, const struct stage_run *run,
                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Forgets that the stage ran and empties the tables (a NULL ends the list). */
enum bowline_status stage_store_clear(struct store *store, const char *stage, const char *const *tables,
                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Makes the indexes that reading wants, after bulk writing (indexes.sql); or drops them before it. */
enum bowline_status store_make_indexes(struct store *store, struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status store_drop_indexes(struct store *store, struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* What the case as a whole is: "title", "package". Replaces an earlier value. */
enum bowline_status store_put_info(struct store *store, const char *name, struct span value,
                                   struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Appends the value; nothing where there is none. */
enum bowline_status store_get_info(struct store *store, const char *name, struct buffer *out,
                                   struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
