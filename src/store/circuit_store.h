/* Conclusions: circuits with their places and stops. */
#ifndef STORE_CIRCUIT_STORE_H
#define STORE_CIRCUIT_STORE_H

#include "movement/circuit_table.h"
#include "store/store.h"

/* networks: how many there are; units above are entities outside networks. */
enum bowline_status circuit_store_write(struct store *store, const struct circuit_table *table,
                                        uint32_t networks, struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
