/* Conclusions: red flags of accounts, and how common each is. */
#ifndef STORE_FLAG_STORE_H
#define STORE_FLAG_STORE_H

#include "money/flag_table.h"
#include "store/store.h"

enum bowline_status flag_store_write(struct store *store, const struct flag_table *table,
                                     struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
