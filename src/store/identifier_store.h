/* Conclusions: identifiers and where each was read. */
#ifndef STORE_IDENTIFIER_STORE_H
#define STORE_IDENTIFIER_STORE_H

#include "identifiers/identifier_table.h"
#include "store/store.h"

enum bowline_status identifier_store_write(struct store *store, const struct record_table *records,
                                           const struct identifier_table *table,
                                           struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status identifier_store_load(struct store *store, const struct record_table *records,
                                          struct identifier_table *out,
                                          struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
