/* A row before it is written. */
#include "simulation/row.h"

#include <assert.h>

enum { BYTES_MOST = 1 << 20 };

void row_init(struct row *row)
{
    *row = (struct row){0};
    buffer_init(&row->bytes, BYTES_MOST);
    buffer_init(&row->noted, BYTES_MOST);
}

void row_release(struct row *row)
{
    buffer_release(&row->bytes);
    buffer_release(&row->noted);
}

void row_begin(struct row *row, enum table table)
{
    row->table = table;
    row->count = 0;
    row->mark_count = 0;
    row->decoys = 0;
    buffer_reset(&row->bytes);
    buffer_reset(&row->noted);
}

bool row_ok(const struct row *row)
{
    return buffer_ok(&row->bytes) && buffer_ok(&row->noted);
}

void row_end_cell(struct row *row)
{
    assert(row->count < ROW_CELLS);
    row->ends[row->count++] = row->bytes.length;
}

void row_add(struct row *row, struct span value)
{
    buffer_append_span(&row->bytes, value);
    row_end_cell(row);
}

void row_add_text(struct row *row, const char *value)
{
    row_add(row, span_of(value));
}

struct span row_cell(const struct row *row, unsigned cell)
{
    size_t from = cell ? row->ends[cell - 1] : 0;
    return (struct span){row->bytes.data ? row->bytes.data + from : "", row->ends[cell] - from};
}

void row_replace(struct row *row, unsigned cell, struct span value)
{
    struct span old = row_cell(row, cell);
    size_t from = cell ? row->ends[cell - 1] : 0;
    size_t behind = row->bytes.length - row->ends[cell];
    if (!buffer_reserve(&row->bytes, value.length))
        return;
    char *at = row->bytes.data + from;
    memmove(at + value.length, at + old.length, behind);
    if (value.length)
        memcpy(at, value.at, value.length);
    row->bytes.length += value.length - old.length;
    for (unsigned i = cell; i < row->count; i++)
        row->ends[i] += value.length - old.length;
}

void row_mark_in(struct row *row, struct mark mark, struct span value, struct span written)
{
    assert(row->mark_count < ROW_MARKS);
    mark.value = buffer_keep(&row->noted, value);
    mark.written = buffer_keep(&row->noted, written);
    row->marks[row->mark_count++] = mark;
}

void row_mark(struct row *row, enum mark_type type, enum contact_form form, struct span value,
              struct span written)
{
    struct mark mark = {.cell = (uint8_t)row->count, .type = (uint8_t)type, .form = (uint8_t)form};
    mark.language = LANGUAGE_NONE;
    row_mark_in(row, mark, value, written);
}
