/* The summands of a link as rows: summands(link.evidence) in a FROM clause gives kind, level, value and bits
 * of each, in order. The same as the view `evidence` gives to any SQLite tool, ten times as fast. Inside the
 * store only. */
#ifndef STORE_SUMMANDS_H
#define STORE_SUMMANDS_H

#include "store/statement.h"

/* Once for each database. A text that link_store.c did not write gives the rows up to where it differs. */
enum bowline_status summands_register(struct store *store, struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
