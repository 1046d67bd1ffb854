/* The cells of one row in the order of its resource's fields, whatever the format of its table. */
#ifndef PIPELINE_ROW_CELLS_H
#define PIPELINE_ROW_CELLS_H

#include "records/csv.h"
#include "records/json_lines.h"
#include "records/package.h"

struct row_cells {
    const struct record_table *table;
    const struct resource *resource;
    enum table_format format;
    struct csv_dialect dialect;
    struct csv_splitter splitter;
    struct json_row json;
    struct span *by_field; /* of a JSON row */
    const struct span *cells;
    size_t count;
};

/* The resource and its fields must stand in the table already, and stay there. False where memory is short.
 */
bool row_cells_init(struct row_cells *row, const struct record_table *table, resource_id resource,
                    enum table_format format, struct csv_dialect dialect);
void row_cells_release(struct row_cells *row);

/* Sets cells and count. NULL, or why the text is no row (static); *memory where memory was short. */
const char *row_cells_parse(struct row_cells *row, struct span text, bool *memory);

#endif
