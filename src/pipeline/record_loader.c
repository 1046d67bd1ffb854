/* Records from the case file: each row is parsed again from its text. */
#include "pipeline/record_loader.h"

#include "base/memory.h"
#include "pipeline/row_cells.h"
#include "records/row_reader.h"
#include "store/read_case.h"
#include "store/read_records.h"

struct loader {
    struct store *store;
    struct record_table *table;
    struct row_cells cells;
    struct row_reader *reader;
};

/* How a resource's rows are cut; kept for the second pass, when all resources stand in the table. */
struct loader_plan {
    struct {
        enum table_format format;
        struct csv_dialect dialect;
    } * rows;
    size_t count, capacity;
};

static bool note_resource(struct loader_plan *plan, struct record_table *table,
                          const struct resource_row *row)
{
    if (!memory_reserve(&plan->rows, &plan->capacity, plan->count + 1, UINT16_MAX) ||
        !record_table_add_resource(table, row->name.at, kind_find(row->kind)))
        return false;
    bool is_csv = span_equal(row->format, span_of("csv"));
    plan->rows[plan->count].format = is_csv ? FORMAT_CSV : FORMAT_JSON_LINES;
    plan->rows[plan->count++].dialect = (struct csv_dialect){row->delimiter.at[0], '"'};
    return true;
}

static bool note_field(struct record_table *table, const struct field_row *row)
{
    struct role role = {.party = party_find(row->party), .type = type_find(row->type)};
    if (role.party == PARTY_COUNT)
        role.party = PARTY_SELF;
    return record_table_add_field(table, (resource_id)row->resource, row->name.at, role,
                                  row->format.length ? row->format.at : NULL) != 0;
}

/* Fields are numbered resource by resource, so each resource is followed by its own. */
static enum bowline_status load_description(struct loader *loader, struct loader_plan *plan,
                                            struct bowline_error *err)
{
    struct cursor resources;
    struct cursor fields;
    struct resource_row resource;
    struct field_row field;
    bool is_kept = true;
    read_resources(loader->store, &resources, err);
    read_fields(loader->store, &fields, err);
    bool has_field = next_field(&fields, &field);
    while (is_kept && next_resource(&resources, &resource)) {
        is_kept = note_resource(plan, loader->table, &resource);
        for (; is_kept && has_field && field.resource == resource.resource;
             has_field = next_field(&fields, &field))
            is_kept = note_field(loader->table, &field);
    }
    enum bowline_status status = cursor_close(&resources);
    enum bowline_status fields_status = cursor_close(&fields);
    if (status == BOWLINE_OK)
        status = fields_status;
    return status == BOWLINE_OK && !is_kept ? error_memory(err) : status;
}

/* Rejects were stored when the row was first read. */
static void ignore_reject(void *context, const struct row_place *place, const char *column,
                          const char *reason)
{
    (void)context;
    (void)place;
    (void)column;
    (void)reason;
}

static enum bowline_status load_row(struct loader *loader, const struct record_row *row,
                                    struct bowline_error *err)
{
    bool memory = false;
    record_id id = 0;
    struct row_place place = {
        .byte = (uint64_t)row->byte, .length = (uint32_t)row->length, .line = (uint32_t)row->line};
    const char *reason = row_cells_parse(&loader->cells, row->source, &memory);
    if (memory)
        return error_memory(err);
    enum bowline_status status = BOWLINE_OK;
    if (!reason)
        status = row_reader_add(loader->reader, loader->cells.cells, loader->cells.count, &place, &id, err);
    if (status == BOWLINE_OK && id != row->record)
        status = error_set(err, BOWLINE_ERROR_CASE,
                           "%s: record %u does not read as it was stored: the case is damaged",
                           store_path(loader->store), row->record);
    return status;
}

static enum bowline_status load_rows(struct loader *loader, resource_id id, struct bowline_error *err)
{
    struct cursor c;
    struct record_row row;
    enum bowline_status status = BOWLINE_OK;
    read_resource_records(loader->store, id, &c, err);
    while (status == BOWLINE_OK && next_record(&c, &row))
        status = load_row(loader, &row, err);
    enum bowline_status read_status = cursor_close(&c);
    return status == BOWLINE_OK ? read_status : status;
}

static enum bowline_status load_resource(struct loader *loader, const struct loader_plan *plan, size_t at,
                                         struct bowline_error *err)
{
    resource_id id = (resource_id)(at + 1);
    if (!row_cells_init(&loader->cells, loader->table, id, plan->rows[at].format, plan->rows[at].dialect)) {
        row_cells_release(&loader->cells);
        return error_memory(err);
    }
    enum bowline_status status = row_reader_new(loader->table, id, ignore_reject, NULL, &loader->reader, err);
    if (status == BOWLINE_OK)
        status = load_rows(loader, id, err);
    row_reader_free(loader->reader);
    loader->reader = NULL;
    row_cells_release(&loader->cells);
    return status;
}

enum bowline_status record_loader_load(struct store *store, struct record_table *out,
                                       struct bowline_error *err)
{
    struct loader loader = {.store = store, .table = out};
    struct loader_plan plan = {.rows = NULL};
    record_table_init(out);
    enum bowline_status status = load_description(&loader, &plan, err);
    for (size_t r = 0; r < plan.count && status == BOWLINE_OK; r++)
        status = load_resource(&loader, &plan, r, err);
    memory_free(plan.rows);
    if (status != BOWLINE_OK)
        record_table_release(out);
    return status;
}
