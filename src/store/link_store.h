/* Conclusions: the chosen links with their evidence, and the ownership of identifiers and templates. */
#ifndef STORE_LINK_STORE_H
#define STORE_LINK_STORE_H

#include "links/link_choice.h"
#include "store/store.h"

enum bowline_status link_store_write(struct store *store, const struct link_inputs *inputs,
                                     const struct link_table *table, const struct link_choice *choice,
                                     struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
