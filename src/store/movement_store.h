/* Conclusions: places, sightings, visits. */
#ifndef STORE_MOVEMENT_STORE_H
#define STORE_MOVEMENT_STORE_H

#include "movement/visit_table.h"
#include "store/store.h"

enum bowline_status sighting_store_write(struct store *store, const struct sighting_table *table,
                                         struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status visit_store_write(struct store *store, const struct visit_table *table,
                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;
/* Fills network_of[record], [1 .. records]; *networks: how many there are. And of_entity[1 .. entities]. */
enum bowline_status network_store_load(struct store *store, uint32_t *network_of, uint32_t records,
                                       uint32_t *networks, struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status network_store_load_entities(struct store *store, uint32_t *of_entity, uint32_t entities,
                                                struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
