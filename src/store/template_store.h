/* Conclusions: templates and their members. */
#ifndef STORE_TEMPLATE_STORE_H
#define STORE_TEMPLATE_STORE_H

#include "store/store.h"
#include "templates/template_table.h"

enum bowline_status template_store_write(struct store *store, const struct template_table *table,
                                         struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status template_store_load(struct store *store, struct template_table *out,
                                        struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
