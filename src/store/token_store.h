/* What finds a record by its key: an index in an unsealed case, keyed tokens in a sealed one. Tokens are
 * noted as records are written, and written in their own order when all records are. */
#ifndef STORE_TOKEN_STORE_H
#define STORE_TOKEN_STORE_H

#include "base/error.h"
#include "base/span.h"

struct store;

/* Notes the record, the next after those noted before. False where there is no memory. */
bool token_store_note(struct store *store, struct span key) BOWLINE_WARN_UNUSED;

/* Writes what was noted, and forgets it. */
enum bowline_status token_store_write(struct store *store, struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* What was noted and not written; by store_close too. */
void token_store_forget(struct store *store);

#endif
