/* Where the keys of cases come from: files beside them, files that were named, or a person. One for the whole
 * program, set by bowline_use_keys, so that whatever opens a case need not carry keys about. */
#ifndef STORE_KEY_RING_H
#define STORE_KEY_RING_H

#include "sealing/seal_keys.h"

#include <bowline/key.h>

/* The keys in use; never NULL. */
const struct bowline_keys *key_ring(void);

/* A lock and keys for a new case, as `keys` say. A key
 * file that is not there is made. */
enum bowline_status key_ring_make(const struct bowline_keys *keys, const char *case_path,
                                  struct seal_lock *lock, struct seal_keys **out,
                                  struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Another lock for keys that are open. */
enum bowline_status key_ring_change(const struct bowline_keys *keys, const char *case_path,
                                    struct seal_lock *lock, const struct seal_keys *open,
                                    struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Opens with the keys in use. BOWLINE_ERROR_KEY where none fits, with what to do. */
enum bowline_status key_ring_open(const char *case_path, const struct seal_lock *lock, struct seal_keys **out,
                                  struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
