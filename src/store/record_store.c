/* Facts: resources, their fields, records as they stood, and rejects. */
#include "store/record_store.h"

#include "base/memory.h"
#include "store/statement.h"

enum { INSERT_RECORD, INSERT_REJECT, INSERT_RESOURCE, INSERT_FIELD, INSERT_COUNT };

static const char *const inserts[INSERT_COUNT] = {
    [INSERT_RECORD] = "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    [INSERT_REJECT] = "INSERT INTO reject VALUES (NULL, ?, ?, ?, ?, ?)",
    [INSERT_RESOURCE] = "INSERT INTO resource VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [INSERT_FIELD] = "INSERT INTO field VALUES (?, ?, ?, ?, ?, ?, ?)",
};

struct record_writer {
    struct store *store;
    sqlite3_stmt *statements[INSERT_COUNT];
};

enum bowline_status record_writer_new(struct store *store, struct record_writer **out,
                                      struct bowline_error *err)
{
    struct record_writer *writer = memory_new(1, sizeof *writer);
    if (!writer)
        return error_memory(err);
    writer->store = store;
    for (unsigned i = 0; i < INSERT_COUNT; i++) {
        enum bowline_status status = statement_open(store, inserts[i], &writer->statements[i], err);
        if (status != BOWLINE_OK) {
            record_writer_free(writer);
            return status;
        }
    }
    *out = writer;
    return BOWLINE_OK;
}

void record_writer_free(struct record_writer *writer)
{
    if (!writer)
        return;
    for (unsigned i = 0; i < INSERT_COUNT; i++)
        sqlite3_finalize(writer->statements[i]);
    memory_free(writer);
}

enum bowline_status record_writer_add(struct record_writer *writer, const struct record_row *row,
                                      struct bowline_error *err)
{
    return statement_insert(writer->store, writer->statements[INSERT_RECORD], err, "iisiiiis",
                            (int64_t)row->record, (int64_t)row->resource, row->key, (int64_t)row->line,
                            (int64_t)row->byte, (int64_t)row->length, (int64_t)row->duplicate_of,
                            row->source);
}

enum bowline_status record_writer_reject(struct record_writer *writer, const struct reject_row *row,
                                         struct bowline_error *err)
{
    return statement_insert(writer->store, writer->statements[INSERT_REJECT], err, "iiiss",
                            (int64_t)row->resource, (int64_t)row->line, (int64_t)row->byte, row->column,
                            row->reason);
}

enum bowline_status record_writer_resource(struct record_writer *writer, resource_id id,
                                           const struct resource_row *row, struct bowline_error *err)
{
    return statement_insert(writer->store, writer->statements[INSERT_RESOURCE], err, "issssssssiii",
                            (int64_t)id, span_of(row->name), span_of(row->kind), span_of(row->path),
                            span_of(row->format), span_of(row->encoding), span_of(row->compression),
                            span_of(row->delimiter), span_of(row->sha256), (int64_t)row->bytes,
                            (int64_t)row->records, (int64_t)row->rejected);
}

enum bowline_status record_writer_fields(struct record_writer *writer, const struct record_table *table,
                                         struct bowline_error *err)
{
    enum bowline_status status = BOWLINE_OK;
    for (unsigned f = 1; f <= table->field_count && status == BOWLINE_OK; f++) {
        const struct field *field = &table->fields[f];
        const char *party = field->role.type == TYPE_NONE ? "" : party_name(field->role.party);
        status = statement_insert(writer->store, writer->statements[INSERT_FIELD], err, "iiistts", (int64_t)f,
                                  (int64_t)field->resource, (int64_t)field->column, span_of(field->name),
                                  party, type_name(field->role.type), span_of(field->format));
    }
    return status;
}

/* The columns' texts, zero-terminated by SQLite. */
static const char *column_text(sqlite3_stmt *statement, int column)
{
    const char *text = (const char *)sqlite3_column_text(statement, column);
    return text ? text : "";
}

static struct resource_row read_resource(sqlite3_stmt *statement)
{
    return (struct resource_row){
        .name = column_text(statement, 1),
        .kind = column_text(statement, 2),
        .path = column_text(statement, 3),
        .format = column_text(statement, 4),
        .encoding = column_text(statement, 5),
        .compression = column_text(statement, 6),
        .delimiter = column_text(statement, 7),
        .sha256 = column_text(statement, 8),
        .bytes = (uint64_t)sqlite3_column_int64(statement, 9),
        .records = (uint64_t)sqlite3_column_int64(statement, 10),
        .rejected = (uint64_t)sqlite3_column_int64(statement, 11),
    };
}

enum bowline_status record_store_each_resource(struct store *store,
                                               enum bowline_status (*visit)(void *context, resource_id id,
                                                                            const struct resource_row *row,
                                                                            struct bowline_error *err),
                                               void *context, struct bowline_error *err)
{
    sqlite3_stmt *statement;
    bool has_row = true;
    enum bowline_status status =
        statement_open(store, "SELECT * FROM resource ORDER BY resource", &statement, err);
    while (status == BOWLINE_OK) {
        status = statement_next(store, statement, &has_row, err);
        if (status != BOWLINE_OK || !has_row)
            break;
        struct resource_row row = read_resource(statement);
        status = visit(context, (resource_id)sqlite3_column_int(statement, 0), &row, err);
    }
    sqlite3_finalize(statement);
    return status;
}

static bool add_field(struct record_table *table, resource_id resource, sqlite3_stmt *row)
{
    struct role role = {.party = party_find(statement_span(row, 1)),
                        .type = type_find(statement_span(row, 2))};
    const char *format = column_text(row, 3);
    if (role.party == PARTY_COUNT)
        role.party = PARTY_SELF;
    return record_table_add_field(table, resource, column_text(row, 0), role, *format ? format : NULL) != 0;
}

enum bowline_status record_store_add_fields(struct store *store, struct record_table *table,
                                            resource_id resource, struct bowline_error *err)
{
    sqlite3_stmt *statement;
    bool has_row = true;
    enum bowline_status status = statement_open(
        store, "SELECT name, party, type, format FROM field WHERE resource = ? ORDER BY position", &statement,
        err);
    if (status == BOWLINE_OK)
        sqlite3_bind_int64(statement, 1, resource);
    while (status == BOWLINE_OK) {
        status = statement_next(store, statement, &has_row, err);
        if (status != BOWLINE_OK || !has_row)
            break;
        if (!add_field(table, resource, statement))
            status = error_memory(err);
    }
    sqlite3_finalize(statement);
    return status;
}

static struct record_row read_record(sqlite3_stmt *statement)
{
    return (struct record_row){
        .record = (record_id)sqlite3_column_int64(statement, 0),
        .resource = (resource_id)sqlite3_column_int64(statement, 1),
        .key = statement_span(statement, 2),
        .line = (uint32_t)sqlite3_column_int64(statement, 3),
        .byte = (uint64_t)sqlite3_column_int64(statement, 4),
        .length = (uint32_t)sqlite3_column_int64(statement, 5),
        .duplicate_of = (record_id)sqlite3_column_int64(statement, 6),
        .source = statement_span(statement, 7),
    };
}

enum bowline_status record_store_each(struct store *store, resource_id resource,
                                      enum bowline_status (*visit)(void *context,
                                                                   const struct record_row *row,
                                                                   struct bowline_error *err),
                                      void *context, struct bowline_error *err)
{
    sqlite3_stmt *statement;
    bool has_row = true;
    /* Records are stored resource after resource, so the key's own order is that of the resource. */
    enum bowline_status status = statement_open(store,
                                                "SELECT * FROM record WHERE record > (SELECT "
                                                "coalesce(sum(records), 0) FROM resource WHERE resource < ?1)"
                                                " AND record <= (SELECT coalesce(sum(records), 0) FROM "
                                                "resource WHERE resource <= ?1) ORDER BY record",
                                                &statement, err);
    if (status == BOWLINE_OK)
        sqlite3_bind_int64(statement, 1, resource);
    while (status == BOWLINE_OK) {
        status = statement_next(store, statement, &has_row, err);
        if (status != BOWLINE_OK || !has_row)
            break;
        struct record_row row = read_record(statement);
        status = visit(context, &row, err);
    }
    sqlite3_finalize(statement);
    return status;
}
