/* A row as it stood in its source, split into its cells. */
#include "reports/row_split.h"

#include "records/csv.h"
#include "records/json_lines.h"

static void split_csv(struct view *v, char delimiter, struct span source, struct span *values, size_t count)
{
    struct csv_splitter splitter;
    csv_splitter_init(&splitter);
    bool is_kept = csv_split(&splitter, (struct csv_dialect){delimiter, '"'}, source);
    for (size_t i = 0; is_kept && i < count && i < splitter.count; i++) {
        values[i] = arena_copy(&v->arena, splitter.cells[i]);
        is_kept = values[i].at != NULL;
    }
    csv_splitter_release(&splitter);
    if (!is_kept)
        view_try(v, error_memory(v->err));
}

/* The value of the column's name in the row, in the view's arena; an absent one stays as it is. */
static bool take_value(struct view *v, const struct json_row *row, const struct column *column,
                       struct span *value)
{
    for (size_t i = 0; i < row->count; i++)
        if (span_equal(buffer_span(&row->bytes, row->cells[i].name), column->row.name)) {
            *value = arena_copy(&v->arena, buffer_span(&row->bytes, row->cells[i].value));
            return value->at != NULL;
        }
    return true;
}

static void split_json(struct view *v, uint32_t resource, struct span source, struct span *values,
                       size_t count)
{
    struct json_row row;
    bool is_short = false;
    json_row_init(&row);
    bool is_row = json_row_parse(source, &row, &is_short) == NULL;
    for (uint32_t i = 1; is_row && !is_short && i <= v->reader->column_count; i++) {
        const struct column *column = reader_column(v->reader, i);
        if (column && column->row.resource == resource && column->row.position < count)
            is_short = !take_value(v, &row, column, &values[column->row.position]);
    }
    json_row_release(&row);
    if (is_short)
        view_try(v, error_memory(v->err));
    else if (!is_row)
        view_try(v, error_set(v->err, BOWLINE_ERROR_CASE, "%s: damaged: a row that was kept is not JSON",
                              store_path(v->store)));
}

void row_split(struct view *v, const struct resource_row *resource, struct span source, struct span *values,
               size_t count)
{
    for (size_t i = 0; i < count; i++)
        values[i] = span_of("");
    if (span_equal(resource->format, span_of("jsonl"))) {
        split_json(v, resource->resource, source, values, count);
        return;
    }
    split_csv(v, resource->delimiter.length ? resource->delimiter.at[0] : ',', source, values, count);
}
