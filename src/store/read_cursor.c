/* Answers read row by row. */
#include "store/read_cursor.h"

#include "store/statement.h"

void cursor_open(struct cursor *c, struct store *store, const char *sql, struct bowline_error *err)
{
    *c = (struct cursor){.store = store, .err = err};
    c->status = statement_borrow(store, sql, &c->statement, err);
}

void cursor_bind(struct cursor *c, int at, int64_t value)
{
    if (c->status == BOWLINE_OK && sqlite3_bind_int64(c->statement, at, value) != SQLITE_OK)
        c->status = store_fail(c->store, "cannot read the case file", c->err);
}

void cursor_bind_text(struct cursor *c, int at, struct span value)
{
    if (c->status == BOWLINE_OK &&
        sqlite3_bind_text64(c->statement, at, value.length ? value.at : "", value.length, SQLITE_TRANSIENT,
                            SQLITE_UTF8) != SQLITE_OK)
        c->status = store_fail(c->store, "cannot read the case file", c->err);
}

bool cursor_next(struct cursor *c)
{
    bool has_row = false;
    if (c->status == BOWLINE_OK)
        c->status = statement_next(c->store, c->statement, &has_row, c->err);
    return has_row;
}

enum bowline_status cursor_close(struct cursor *c)
{
    statement_give_back(c->store, c->statement);
    c->statement = NULL;
    return c->status;
}

int64_t cursor_int(const struct cursor *c, int column)
{
    return sqlite3_column_int64(c->statement, column);
}

uint32_t cursor_id(const struct cursor *c, int column)
{
    int64_t value = sqlite3_column_int64(c->statement, column);
    return value > 0 && value <= UINT32_MAX ? (uint32_t)value : 0;
}

int64_t cursor_time(const struct cursor *c, int column)
{
    return sqlite3_column_type(c->statement, column) == SQLITE_NULL ? TIME_NONE : cursor_int(c, column);
}

double cursor_real(const struct cursor *c, int column)
{
    return sqlite3_column_double(c->statement, column);
}

struct span cursor_span(const struct cursor *c, int column)
{
    return statement_span(c->statement, column);
}

struct span cursor_value(const struct cursor *c, int column)
{
    return statement_span(c->statement, column);
}
