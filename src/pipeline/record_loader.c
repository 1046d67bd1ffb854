/* Records from the case file: each row is parsed again from its text. */
#include "pipeline/record_loader.h"

#include "base/memory.h"
#include "pipeline/row_cells.h"
#include "records/row_reader.h"
#include "store/record_store.h"

struct loader {
    struct store *store;
    struct record_table *table;
    struct row_cells cells;
    struct row_reader *reader;
};

/* How a resource's rows are cut; kept for the second pass, when all resources stand in the table. */
struct loader_plan {
    struct loader *loader;
    struct {
        enum table_format format;
        struct csv_dialect dialect;
    } * rows;
    size_t count, capacity;
};

static enum bowline_status note_resource(void *context, resource_id id, const struct resource_row *row,
                                         struct bowline_error *err)
{
    struct loader_plan *plan = context;
    (void)id;
    if (!memory_reserve(&plan->rows, &plan->capacity, plan->count + 1, UINT16_MAX) ||
        !record_table_add_resource(plan->loader->table, row->name, kind_find(span_of(row->kind))))
        return error_memory(err);
    bool is_csv = strcmp(row->format, "csv") == 0;
    plan->rows[plan->count].format = is_csv ? FORMAT_CSV : FORMAT_JSON_LINES;
    plan->rows[plan->count++].dialect = (struct csv_dialect){row->delimiter[0], '"'};
    return record_store_add_fields(plan->loader->store, plan->loader->table, (resource_id)plan->count, err);
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

static enum bowline_status load_row(void *context, const struct record_row *row, struct bowline_error *err)
{
    struct loader *loader = context;
    bool memory = false;
    record_id id = 0;
    struct row_place place = {.byte = row->byte, .length = row->length, .line = row->line};
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
        status = record_store_each(loader->store, id, load_row, loader, err);
    row_reader_free(loader->reader);
    loader->reader = NULL;
    row_cells_release(&loader->cells);
    return status;
}

enum bowline_status record_loader_load(struct store *store, struct record_table *out,
                                       struct bowline_error *err)
{
    struct loader loader = {.store = store, .table = out};
    struct loader_plan plan = {.loader = &loader};
    record_table_init(out);
    enum bowline_status status = record_store_each_resource(store, note_resource, &plan, err);
    for (size_t r = 0; r < plan.count && status == BOWLINE_OK; r++)
        status = load_resource(&loader, &plan, r, err);
    memory_free(plan.rows);
    if (status != BOWLINE_OK)
        record_table_release(out);
    return status;
}
