/* The summands of a link as rows: a table-valued function over the JSON that link_store.c writes
 * (sqlite.org/vtab.html). */
#include "store/summands.h"

#include "base/memory.h"

enum { COLUMN_KIND, COLUMN_LEVEL, COLUMN_VALUE, COLUMN_BITS, COLUMN_TEXT };

struct summand_cursor {
    sqlite3_vtab_cursor base; /* must be first */
    sqlite3_value *text;      /* a copy, so that it stays */
    struct span rest;
    struct span kind, level;
    int64_t value, bits;
    int64_t number;
    bool has_row;
};

static int connect_table(sqlite3 *db, void *context, int argc, const char *const *argv, sqlite3_vtab **out,
                         char **message)
{
    (void)context;
    (void)argc;
    (void)argv;
    (void)message;
    *out = memory_new(1, sizeof **out);
    return *out ? sqlite3_declare_vtab(db, "CREATE TABLE s (kind, level, value, bits, text HIDDEN)")
                : SQLITE_NOMEM;
}

static int disconnect_table(sqlite3_vtab *table)
{
    memory_free(table);
    return SQLITE_OK;
}

/* The text must be known first; without it there are no rows. */
static int plan(sqlite3_vtab *table, sqlite3_index_info *info)
{
    (void)table;
    for (int i = 0; i < info->nConstraint; i++) {
        const struct sqlite3_index_constraint *each = &info->aConstraint[i];
        if (each->iColumn != COLUMN_TEXT || each->op != SQLITE_INDEX_CONSTRAINT_EQ)
            continue;
        if (!each->usable)
            return SQLITE_CONSTRAINT;
        info->aConstraintUsage[i].argvIndex = 1;
        info->aConstraintUsage[i].omit = 1;
    }
    info->estimatedCost = 1;
    info->estimatedRows = 4;
    return SQLITE_OK;
}

static int open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **out)
{
    (void)table;
    struct summand_cursor *cursor = memory_new(1, sizeof *cursor);
    if (!cursor)
        return SQLITE_NOMEM;
    *out = &cursor->base;
    return SQLITE_OK;
}

static int close_cursor(sqlite3_vtab_cursor *base)
{
    struct summand_cursor *c = (struct summand_cursor *)base;
    sqlite3_value_free(c->text);
    memory_free(c);
    return SQLITE_OK;
}

static bool take(struct span *rest, char c)
{
    if (rest->length == 0 || rest->at[0] != c)
        return false;
    rest->at++;
    rest->length--;
    return true;
}

static bool take_word(struct span *rest, struct span *out)
{
    if (!take(rest, '"'))
        return false;
    const char *end = memchr(rest->at, '"', rest->length);
    if (!end)
        return false;
    *out = (struct span){rest->at, (size_t)(end - rest->at)};
    rest->length -= out->length;
    rest->at = end;
    return take(rest, '"');
}

static bool take_number(struct span *rest, int64_t *out)
{
    bool is_negative = take(rest, '-');
    uint64_t value = 0;
    size_t digits = 0;
    for (; digits < rest->length && digits < 18 && rest->at[digits] >= '0' && rest->at[digits] <= '9';
         digits++)
        value = value * 10 + (uint64_t)(rest->at[digits] - '0');
    rest->at += digits;
    rest->length -= digits;
    *out = is_negative ? -(int64_t)value : (int64_t)value;
    return digits > 0;
}

static int next_row(sqlite3_vtab_cursor *base)
{
    struct summand_cursor *c = (struct summand_cursor *)base;
    struct span *rest = &c->rest;
    c->number++;
    take(rest, ',');
    c->has_row = take(rest, '[') && take_word(rest, &c->kind) && take(rest, ',') &&
                 take_word(rest, &c->level) && take(rest, ',') && take_number(rest, &c->value) &&
                 take(rest, ',') && take_number(rest, &c->bits) && take(rest, ']');
    return SQLITE_OK;
}

static int first_row(sqlite3_vtab_cursor *base, int number, const char *name, int argc, sqlite3_value **argv)
{
    (void)number;
    (void)name;
    struct summand_cursor *c = (struct summand_cursor *)base;
    sqlite3_value_free(c->text);
    c->text = argc == 1 ? sqlite3_value_dup(argv[0]) : NULL;
    if (argc == 1 && !c->text)
        return SQLITE_NOMEM;
    const char *text = c->text ? (const char *)sqlite3_value_text(c->text) : NULL;
    c->rest = (struct span){text ? text : "", text ? (size_t)sqlite3_value_bytes(c->text) : 0};
    c->number = 0;
    take(&c->rest, '[');
    return next_row(base);
}

static int at_end(sqlite3_vtab_cursor *base)
{
    return !((struct summand_cursor *)base)->has_row;
}

static void give_span(sqlite3_context *out, struct span text)
{
    sqlite3_result_text64(out, text.at, text.length, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static int give_column(sqlite3_vtab_cursor *base, sqlite3_context *out, int column)
{
    const struct summand_cursor *c = (const struct summand_cursor *)base;
    switch (column) {
    case COLUMN_KIND: give_span(out, c->kind); break;
    case COLUMN_LEVEL: give_span(out, c->level); break;
    case COLUMN_VALUE: sqlite3_result_int64(out, c->value); break;
    case COLUMN_BITS: sqlite3_result_int64(out, c->bits); break;
    default: break;
    }
    return SQLITE_OK;
}

static int give_number(sqlite3_vtab_cursor *base, sqlite3_int64 *out)
{
    *out = ((struct summand_cursor *)base)->number;
    return SQLITE_OK;
}

static const sqlite3_module module = {
    .xConnect = connect_table,
    .xBestIndex = plan,
    .xDisconnect = disconnect_table,
    .xDestroy = disconnect_table,
    .xOpen = open_cursor,
    .xClose = close_cursor,
    .xFilter = first_row,
    .xNext = next_row,
    .xEof = at_end,
    .xColumn = give_column,
    .xRowid = give_number,
};

enum bowline_status summands_register(struct store *store, struct bowline_error *err)
{
    if (sqlite3_create_module(store->db, "summands", &module, NULL) != SQLITE_OK)
        return store_fail(store, "cannot open the case file", err);
    return BOWLINE_OK;
}
