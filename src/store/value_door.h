/* The one door through which identifier values enter and leave the case file, so that sealing them is a
 * change of one file. */
#ifndef STORE_VALUE_DOOR_H
#define STORE_VALUE_DOOR_H

#include "store/bulk.h"

/* Puts a value as it is to stand in the file; the bytes must stay until the next row. */
void value_door_in(struct bulk_row *row, struct span value);

/* The same into a statement; the bytes must stay until it is run. */
void value_door_bind(sqlite3_stmt *statement, int at, struct span value);

/* The value as it was read; valid until the statement moves on. */
struct span value_door_out(sqlite3_stmt *statement, int column);

#endif
