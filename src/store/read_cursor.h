/* Answers read row by row. A read_* function opens a cursor, next_* gives its rows, cursor_close ends it. The
 * first failure sticks in the cursor: rows then end, and cursor_close says why. Spans in a row stay valid
 * until the next row or the close. */
#ifndef STORE_READ_CURSOR_H
#define STORE_READ_CURSOR_H

#include "base/bits.h"
#include "base/calendar.h"
#include "store/store.h"

struct sqlite3_stmt;

struct cursor {
    struct store *store;
    struct sqlite3_stmt *statement;
    struct bowline_error *err;
    enum bowline_status status;
};

/* The first failure of the cursor, or BOWLINE_OK. May be called again. */
enum bowline_status cursor_close(struct cursor *c) BOWLINE_WARN_UNUSED;

/* For the read_* files of this room. Binding to a cursor that failed does nothing. */
void cursor_open(struct cursor *c, struct store *store, const char *sql, struct bowline_error *err);
void cursor_bind(struct cursor *c, int at, int64_t value);
void cursor_bind_text(struct cursor *c, int at, struct span value); /* copied */
bool cursor_next(struct cursor *c);

int64_t cursor_int(const struct cursor *c, int column);
uint32_t cursor_id(const struct cursor *c, int column);  /* 0 where it is none */
int64_t cursor_time(const struct cursor *c, int column); /* TIME_NONE where NULL */
double cursor_real(const struct cursor *c, int column);
struct span cursor_span(const struct cursor *c, int column);
struct span cursor_value(const struct cursor *c, int column); /* an identifier's */

#endif
