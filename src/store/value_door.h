/* The one door through which what a person wrote enters and leaves the case file. The schema says what goes
 * through it: a column of the type ANY holds text or numbers in an unsealed case, and ciphertext in a sealed
 * one.
 *
 * In: the SQL function seal('table.column', row, value), which bulk_insert puts by itself; row is the table's
 * first column. Out: when a sealed case is opened, a temporary view is put before each such table, so that
 * SELECT finds plain values under the table's own name. Statements that write name the table as main.TABLE.
 */
#ifndef STORE_VALUE_DOOR_H
#define STORE_VALUE_DOOR_H

#include "store/statement.h"

/* Makes seal(), which gives the value back as it is where the case is not sealed; unseal(); and token(kind,
 * value), the keyed hash. Once for each database. */
enum bowline_status value_door_register(struct store *store, struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Puts the views; the store has its keys. */
enum bowline_status value_door_open(struct store *store, struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Takes the views away. */
enum bowline_status value_door_close(struct store *store, struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* The statement that takes the rows of `bulk` (bulk.h) into a table's first columns, sealing what is to be
 * sealed. */
enum bowline_status value_door_insert(struct store *store, const char *table, unsigned columns,
                                      sqlite3_stmt **out, struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
