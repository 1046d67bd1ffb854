/* Many rows into one table by one statement: the rows are those of a virtual table without a schema of its
 * own (sqlite.org/vtab.html, "eponymous-only"), which lives as long as its statement runs. */
#include "store/bulk.h"

#include "base/calendar.h"
#include "base/memory.h"
#include "store/value_door.h"

#include <math.h>

struct bulk_table {
    sqlite3_vtab base; /* must be first */
    struct store *store;
};

struct bulk_cursor {
    sqlite3_vtab_cursor base; /* must be first */
    const struct bulk *bulk;
    struct store *store;
    struct bulk_row row;
    int64_t number;
    bool has_row;
};

void bulk_real(struct bulk_row *row, double value)
{
    if (isnan(value))
        bulk_null(row);
    else
        row->values[row->count++] = (struct bulk_value){.kind = 'r', .real = value};
}

void bulk_time(struct bulk_row *row, int64_t value)
{
    if (value == TIME_NONE)
        bulk_null(row);
    else
        bulk_int(row, value);
}

static int connect_table(sqlite3 *db, void *store, int argc, const char *const *argv, sqlite3_vtab **out,
                         char **message)
{
    (void)argc;
    (void)argv;
    (void)message;
    struct bulk_table *table = memory_new(1, sizeof *table);
    if (!table)
        return SQLITE_NOMEM;
    table->store = store;
    *out = &table->base;
    return sqlite3_declare_vtab(db, "CREATE TABLE bulk (c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12,"
                                    " c13, c14, c15, c16, c17, c18, c19)");
}

static int disconnect_table(sqlite3_vtab *table)
{
    memory_free(table);
    return SQLITE_OK;
}

static int plan(sqlite3_vtab *table, sqlite3_index_info *info)
{
    (void)table;
    info->estimatedCost = 1;
    return SQLITE_OK;
}

static int open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **out)
{
    struct bulk_cursor *cursor = memory_new(1, sizeof *cursor);
    if (!cursor)
        return SQLITE_NOMEM;
    cursor->store = ((struct bulk_table *)table)->store;
    cursor->bulk = cursor->store->bulk;
    *out = &cursor->base;
    return SQLITE_OK;
}

static int close_cursor(sqlite3_vtab_cursor *cursor)
{
    memory_free(cursor);
    return SQLITE_OK;
}

static int next_row(sqlite3_vtab_cursor *base)
{
    struct bulk_cursor *c = (struct bulk_cursor *)base;
    if (!store_may_write(c->store))
        return SQLITE_INTERRUPT;
    c->row.count = 0;
    c->number++;
    c->has_row = c->bulk && c->bulk->next(c->bulk->context, &c->row);
    return SQLITE_OK;
}

static int first_row(sqlite3_vtab_cursor *base, int number, const char *name, int argc, sqlite3_value **argv)
{
    (void)number;
    (void)name;
    (void)argc;
    (void)argv;
    return next_row(base);
}

static int at_end(sqlite3_vtab_cursor *base)
{
    return !((struct bulk_cursor *)base)->has_row;
}

static int give_column(sqlite3_vtab_cursor *base, sqlite3_context *out, int column)
{
    const struct bulk_cursor *c = (const struct bulk_cursor *)base;
    const struct bulk_value *value = &c->row.values[column];
    if ((unsigned)column >= c->row.count)
        return SQLITE_OK;
    switch (value->kind) {
    case 'i': sqlite3_result_int64(out, value->integer); break;
    case 'r': sqlite3_result_double(out, value->real); break;
    case 's':
        sqlite3_result_text64(out, value->text.length ? value->text.at : "", value->text.length,
                              SQLITE_STATIC, SQLITE_UTF8);
        break;
    case 'b': sqlite3_result_blob64(out, value->text.at, value->text.length, SQLITE_STATIC); break;
    default: break;
    }
    return SQLITE_OK;
}

static int give_number(sqlite3_vtab_cursor *base, sqlite3_int64 *out)
{
    *out = ((struct bulk_cursor *)base)->number;
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

enum bowline_status bulk_register(struct store *store, struct bowline_error *err)
{
    if (sqlite3_create_module(store->db, "bulk", &module, store) != SQLITE_OK)
        return store_fail(store, "cannot open the case file", err);
    return BOWLINE_OK;
}

enum bowline_status bulk_insert(struct store *store, const struct bulk *bulk, struct bowline_error *err)
{
    sqlite3_stmt *statement;
    enum bowline_status status = value_door_insert(store, bulk->table, bulk->columns, &statement, err);
    if (status != BOWLINE_OK)
        return status;
    store->bulk = bulk;
    int code = sqlite3_step(statement);
    store->bulk = NULL;
    if (code == SQLITE_INTERRUPT)
        status = store_stopped(store, err);
    else if (code != SQLITE_DONE)
        status = store_fail(store, "cannot write the case file", err);
    sqlite3_finalize(statement);
    return status;
}
