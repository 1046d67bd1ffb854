/* A file of JSON objects, one after another. */
#include "reports/json_lines.h"

#define FLUSH_BYTES ((size_t)1 << 20)

void json_lines_open(struct json_lines *w, struct reader *reader, const char *folder, const char *name,
                     struct bowline_error *err)
{
    *w = (struct json_lines){.between = "\n"};
    view_init(&w->view, reader, err);
    file_part_open(&w->file, folder, name, err);
}

static int take_bytes(const char *bytes, size_t length, void *context)
{
    struct buffer *out = context;
    buffer_append(out, bytes, length);
    return buffer_ok(out) ? 0 : -1;
}

bool json_lines_put(struct json_lines *w, json_t *object)
{
    if (w->is_begun)
        buffer_append_text(&w->file.out, w->between);
    w->is_begun = true;
    if (w->view.status == BOWLINE_OK &&
        json_dump_callback(object, take_bytes, &w->file.out, JSON_COMPACT) != 0)
        view_try(&w->view, error_memory(w->view.err));
    json_decref(object);
    arena_reset(&w->view.arena);
    file_part_flush(&w->file, FLUSH_BYTES);
    return w->view.status == BOWLINE_OK && w->file.status == BOWLINE_OK;
}

enum bowline_status json_lines_close(struct json_lines *w, enum bowline_status status)
{
    if (status == BOWLINE_OK)
        status = w->view.status;
    view_release(&w->view);
    return file_part_close(&w->file, status);
}
