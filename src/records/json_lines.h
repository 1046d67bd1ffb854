/* JSON Lines: one object a line. */
#ifndef RECORDS_JSON_LINES_H
#define RECORDS_JSON_LINES_H

#include "base/buffer.h"

struct json_lines_cell {
    struct text_ref name, value; /* in the row's bytes */
};

/* A row's cells; keeps its memory from row to row. */
struct json_row {
    struct buffer bytes;
    struct json_lines_cell *cells;
    size_t count, capacity;
};

void json_row_init(struct json_row *row);
void json_row_release(struct json_row *row);

/* Reads one line: strings as they mean, numbers as they are written, true and false as words, null as
 * nothing, what is nested as compact JSON. Returns NULL, or why the line is no row (static). *memory is set
 * where memory was short. */
const char *json_row_parse(struct span line, struct json_row *row, bool *memory);

#endif
