/* Conclusions: places, sightings, visits. */
#ifndef STORE_MOVEMENT_STORE_H
#define STORE_MOVEMENT_STORE_H

#include "movement/visit_table.h"
#include "store/store.h"

enum bowline_status sighting_store_write(struct store *store, const struct sighting_table *table,
                                         struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status visit_store_write(struct store *store, const struct visit_table *table,
                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
