/* The cells of one row in the order of its resource's fields. */
#include "pipeline/row_cells.h"

#include "base/memory.h"

bool row_cells_init(struct row_cells *row, const struct record_table *table, resource_id resource,
                    enum table_format format, struct csv_dialect dialect)
{
    *row = (struct row_cells){
        .table = table, .resource = &table->resources[resource], .format = format, .dialect = dialect};
    csv_splitter_init(&row->splitter);
    json_row_init(&row->json);
    row->by_field = memory_new(row->resource->field_count, sizeof *row->by_field);
    return row->by_field != NULL;
}

void row_cells_release(struct row_cells *row)
{
    csv_splitter_release(&row->splitter);
    json_row_release(&row->json);
    memory_free(row->by_field);
}

/* Members that no field names are kept with the row's text and not looked at. */
static void sort_members(struct row_cells *row)
{
    for (unsigned f = 0; f < row->resource->field_count; f++) {
        struct span name = span_of(row->table->fields[row->resource->first_field + f].name);
        row->by_field[f] = (struct span){"", 0};
        for (size_t c = 0; c < row->json.count; c++)
            if (span_equal(buffer_span(&row->json.bytes, row->json.cells[c].name), name))
                row->by_field[f] = buffer_span(&row->json.bytes, row->json.cells[c].value);
    }
}

const char *row_cells_parse(struct row_cells *row, struct span text, bool *memory)
{
    *memory = false;
    if (row->format == FORMAT_CSV) {
        *memory = !csv_split(&row->splitter, row->dialect, text);
        row->cells = row->splitter.cells;
        row->count = row->splitter.count;
        return *memory ? "memory is short" : NULL;
    }
    const char *reason = json_row_parse(text, &row->json, memory);
    if (reason)
        return reason;
    sort_members(row);
    row->cells = row->by_field;
    row->count = row->resource->field_count;
    return NULL;
}
