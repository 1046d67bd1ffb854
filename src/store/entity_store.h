/* Conclusions: entities, and the networks that they make. */
#ifndef STORE_ENTITY_STORE_H
#define STORE_ENTITY_STORE_H

#include "entities/network_table.h"
#include "store/store.h"

enum bowline_status entity_store_write(struct store *store, const struct mention_table *mentions,
                                       const struct entity_table *table,
                                       struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Fills of_mention, then files records as the entities room does. */
enum bowline_status entity_store_load(struct store *store, const struct mention_table *mentions,
                                      const struct record_table *records, struct entity_table *out,
                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Networks, ties, and what each record is filed under. */
enum bowline_status network_store_write(struct store *store, const struct mention_table *mentions,
                                        const struct entity_table *entities,
                                        const struct network_table *table,
                                        struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
