/* The one door of identifier values. They stand in clear: SECURITY.md says so. */
#include "store/value_door.h"

void value_door_in(struct bulk_row *row, struct span value)
{
    bulk_span(row, value);
}

void value_door_bind(sqlite3_stmt *statement, int at, struct span value)
{
    statement_bind_span(statement, at, value);
}

struct span value_door_out(sqlite3_stmt *statement, int column)
{
    return statement_span(statement, column);
}
