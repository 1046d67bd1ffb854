/* Facts are written: resources, their fields, records as they stood, and rejects. */
#include "store/record_store.h"

#include "store/bulk.h"
#include "store/token_store.h"

struct record_rows {
    struct store *store;
    record_source *next;
    void *context;
    bool is_short; /* of memory */
};

static bool next_record_row(void *context, struct bulk_row *out)
{
    struct record_rows *rows = context;
    struct record_row row;
    if (!rows->next(rows->context, &row))
        return false;
    bulk_int(out, row.record);
    bulk_int(out, row.resource);
    bulk_span(out, row.key);
    bulk_int(out, row.line);
    bulk_int(out, row.byte);
    bulk_int(out, row.length);
    bulk_int(out, row.duplicate_of);
    bulk_span(out, row.source);
    rows->is_short = !token_store_note(rows->store, row.key);
    return !rows->is_short;
}

enum bowline_status record_store_write(struct store *store, record_source *next, void *context,
                                       struct bowline_error *err)
{
    struct record_rows rows = {store, next, context, false};
    enum bowline_status status = bulk_insert(store, &(struct bulk){"record", 8, &rows, next_record_row}, err);
    return rows.is_short ? error_memory(err) : status;
}

struct reject_rows {
    reject_source *next;
    void *context;
};

static bool next_reject_row(void *context, struct bulk_row *out)
{
    const struct reject_rows *rows = context;
    struct reject_row row;
    if (!rows->next(rows->context, &row))
        return false;
    bulk_null(out); /* SQLite numbers them */
    bulk_int(out, row.resource);
    bulk_int(out, row.line);
    bulk_int(out, row.byte);
    bulk_span(out, row.column);
    bulk_span(out, row.reason);
    return true;
}

enum bowline_status reject_store_write(struct store *store, reject_source *next, void *context,
                                       struct bowline_error *err)
{
    struct reject_rows rows = {next, context};
    return bulk_insert(store, &(struct bulk){"reject", 6, &rows, next_reject_row}, err);
}

enum bowline_status resource_store_write(struct store *store, const struct resource_row *row,
                                         struct bowline_error *err)
{
    sqlite3_stmt *statement;
    enum bowline_status status = statement_open(
        store, "INSERT INTO resource VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", &statement, err);
    if (status == BOWLINE_OK)
        status = statement_insert(store, statement, err, "issssssssiii", (int64_t)row->resource, row->name,
                                  row->kind, row->path, row->format, row->encoding, row->compression,
                                  row->delimiter, row->sha256, row->bytes, row->records, row->rejected);
    sqlite3_finalize(statement);
    return status;
}

struct field_rows {
    const struct record_table *table;
    unsigned at;
};

static bool next_field_row(void *context, struct bulk_row *out)
{
    struct field_rows *rows = context;
    if (++rows->at > rows->table->field_count)
        return false;
    const struct field *field = &rows->table->fields[rows->at];
    bulk_int(out, rows->at);
    bulk_int(out, field->resource);
    bulk_int(out, field->column);
    bulk_text(out, field->name);
    bulk_text(out, field->role.type == TYPE_NONE ? "" : party_name(field->role.party));
    bulk_text(out, type_name(field->role.type));
    bulk_text(out, field->format ? field->format : "");
    return true;
}

enum bowline_status field_store_write(struct store *store, const struct record_table *table,
                                      struct bowline_error *err)
{
    struct field_rows rows = {table, 0};
    return bulk_insert(store, &(struct bulk){"field", 7, &rows, next_field_row}, err);
}
