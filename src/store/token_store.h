/* What finds a record by its key, or an identifier by its value: an index in an unsealed case, keyed tokens in a
 * sealed one. */
#ifndef STORE_TOKEN_STORE_H
#define STORE_TOKEN_STORE_H

#include "base/error.h"
#include "base/span.h"

struct store;

/* Made after the records and identifiers are written, dropped before they change. Made already: nothing is done.
 * Cost in a sealed case: opening each value, and sorting. */
enum bowline_status token_store_make(struct store *store, struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status token_store_drop(struct store *store, struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* False in an unsealed case, and where a run was stopped before it made them: then values are compared one by
 * one. */
bool token_store_is_made(struct store *store);

#endif

