/* Conclusions: premises, and which of them networks use. */
#ifndef STORE_PREMISES_STORE_H
#define STORE_PREMISES_STORE_H

#include "movement/premises_table.h"
#include "store/store.h"

enum bowline_status premises_store_write(struct store *store, const struct premises_table *table,
                                         struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
