/* The texts of a case: one for each record that has text cells. */
#include "pipeline/text_list.h"

#include "base/memory.h"

struct text_size {
    unsigned cells;
    size_t bytes; /* joined */
};

static struct text_size measure(const struct record_table *records, record_id id)
{
    struct text_size size = {0};
    const struct cell *end = record_cells_end(records, id);
    for (const struct cell *c = record_cells_begin(records, id); c < end; c++)
        if (cell_field(records, c)->role.type == TYPE_TEXT) {
            size.bytes += c->length + (size.cells > 0);
            size.cells++;
        }
    return size;
}

/* The record's only text where it stands, or its texts joined in a buffer that has room and so does not move.
 */
static struct span take_text(const struct record_table *records, record_id id, bool is_joined,
                             struct buffer *joined)
{
    size_t start = joined->length;
    const struct cell *end = record_cells_end(records, id);
    for (const struct cell *c = record_cells_begin(records, id); c < end; c++) {
        if (cell_field(records, c)->role.type != TYPE_TEXT)
            continue;
        if (!is_joined)
            return cell_value(records, c);
        if (joined->length > start)
            buffer_append_char(joined, '\n');
        buffer_append_span(joined, cell_value(records, c));
    }
    return (struct span){joined->data + start, joined->length - start};
}

/* The record's first cell of a type, or nothing. */
static struct span first_cell(const struct record_table *records, record_id id, enum column_type type)
{
    const struct cell *end = record_cells_end(records, id);
    for (const struct cell *c = record_cells_begin(records, id); c < end; c++)
        if (cell_field(records, c)->role.type == type)
            return cell_value(records, c);
    return (struct span){"", 0};
}

enum bowline_status text_list_build(const struct record_table *records, struct text_list *out,
                                    struct bowline_error *err)
{
    size_t texts = 0;
    size_t bytes = 0;
    for (record_id id = 1; id <= records->count; id++) {
        struct text_size size = measure(records, id);
        texts += size.cells > 0;
        bytes += size.cells > 1 ? size.bytes : 0;
    }
    *out = (struct text_list){0};
    buffer_init(&out->joined, bytes);
    out->items = memory_new(texts, sizeof *out->items);
    if (!out->items || !buffer_reserve(&out->joined, bytes)) {
        text_list_release(out);
        return error_memory(err);
    }
    for (record_id id = 1; id <= records->count; id++) {
        unsigned cells = measure(records, id).cells;
        if (cells)
            out->items[out->count++] =
                (struct text_item){take_text(records, id, cells > 1, &out->joined), id,
                                   first_cell(records, id, TYPE_NAME), first_cell(records, id, TYPE_PLACE)};
    }
    return BOWLINE_OK;
}

void text_list_release(struct text_list *list)
{
    memory_free(list->items);
    buffer_release(&list->joined);
    *list = (struct text_list){0};
}
