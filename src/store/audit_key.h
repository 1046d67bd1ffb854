/* The key that signs the log. In a sealed case it is derived from the key of the case. In one that is not, it
 * is made with the case and stands beside it in CASE.log-key, as 64 hex digits that only the owner may read.
 * The public half stands in the case. */
#ifndef STORE_AUDIT_KEY_H
#define STORE_AUDIT_KEY_H

#include "sealing/tree_head.h"
#include "store/store.h"

/* Makes the pair of a new case: the secret beside `path`, the public half in the store. In a transaction. */
enum bowline_status audit_key_make(struct store *store, const char *path,
                                   struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* The secret that belongs to the case; false where it is not at hand, or is another case's. The caller wipes
 * it. */
bool audit_key_load(struct store *store, unsigned char seed[TREE_HEAD_SEED]);

/* The public half. False where the case holds none. */
bool audit_key_public(struct store *store, unsigned char key[TREE_HEAD_PUBLIC]);

#endif
