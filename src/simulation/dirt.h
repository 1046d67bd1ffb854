/* What goes wrong in rows: missing and broken cells, rows twice, coordinates swapped, texts cut, mistyped, or
 * read in the wrong encoding. One thing a row, in as many rows of a hundred as asked. */
#ifndef SIMULATION_DIRT_H
#define SIMULATION_DIRT_H

#include "simulation/row.h"
#include "simulation/world.h"

/* Whether the row of that table is written twice. a, b: operator and row, or 0 and the number of the row. */
bool row_is_doubled(const struct world *world, enum table table, uint64_t a, uint64_t b);

/* Spoils the row, where chance says so. scratch is emptied. The first cell, the id, stays. */
void row_spoil(struct row *row, const struct world *world, uint64_t a, uint64_t b, struct buffer *scratch);

#endif
