/* A file that grows row by row. */
#include "simulation/table_writer.h"

#include "simulation/values.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

enum { FLUSH_ABOVE = 1 << 20, BYTES_MOST = 1 << 24 };

enum bowline_status table_open(struct table_writer *table, int folder, const char *name,
                               struct bowline_error *err)
{
    *table = (struct table_writer){.name = name};
    buffer_init(&table->bytes, BYTES_MOST);
    table->file = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (table->file >= 0)
        return BOWLINE_OK;
    if (errno == EEXIST)
        return error_set(err, BOWLINE_ERROR_ARGUMENT, "%s is there already; simulate into an empty folder",
                         name);
    return error_system(err, errno, "cannot make", name);
}

enum bowline_status table_flush(struct table_writer *table, size_t above, struct bowline_error *err)
{
    if (!buffer_ok(&table->bytes))
        return error_memory(err);
    if (table->bytes.length <= above)
        return BOWLINE_OK;
    for (size_t at = 0; at < table->bytes.length;) {
        ssize_t wrote = write(table->file, table->bytes.data + at, table->bytes.length - at);
        if (wrote < 0 && errno != EINTR)
            return error_system(err, errno, "cannot write", table->name);
        at += wrote > 0 ? (size_t)wrote : 0;
    }
    buffer_reset(&table->bytes);
    return BOWLINE_OK;
}

void table_abandon(struct table_writer *table)
{
    if (table->file >= 0)
        close(table->file);
    table->file = -1;
    buffer_release(&table->bytes);
}

enum bowline_status table_close(struct table_writer *table, struct bowline_error *err)
{
    enum bowline_status status = table_flush(table, 0, err);
    int file = table->file;
    table->file = -1;
    table_abandon(table);
    if (close(file) != 0 && status == BOWLINE_OK)
        status = error_system(err, errno, "cannot write", table->name);
    return status;
}

void cell_span(struct table_writer *table, struct span value)
{
    struct buffer *out = &table->bytes;
    bool quoted = false;
    for (size_t i = 0; i < value.length && !quoted; i++)
        quoted = value.at[i] == ',' || value.at[i] == '"' || value.at[i] == '\n' || value.at[i] == '\r';
    if (!quoted) {
        buffer_append_span(out, value);
    } else {
        buffer_append_char(out, '"');
        for (size_t from = 0; from < value.length;) {
            const char *quote = memchr(value.at + from, '"', value.length - from);
            size_t end = quote ? (size_t)(quote - value.at) + 1 : value.length;
            buffer_append(out, value.at + from, end - from);
            if (quote)
                buffer_append_char(out, '"');
            from = end;
        }
        buffer_append_char(out, '"');
    }
    buffer_append_char(out, ',');
}

void cell_text(struct table_writer *table, const char *value)
{
    cell_span(table, span_of(value));
}

void cell_number(struct table_writer *table, uint64_t number)
{
    value_number(&table->bytes, number, 1);
    buffer_append_char(&table->bytes, ',');
}

void cell_key(struct table_writer *table, const char *prefix, uint64_t number)
{
    value_key(&table->bytes, prefix, number);
    buffer_append_char(&table->bytes, ',');
}

void cell_date(struct table_writer *table, int64_t day)
{
    value_date(&table->bytes, day);
    buffer_append_char(&table->bytes, ',');
}

enum bowline_status cells_end(struct table_writer *table, struct bowline_error *err)
{
    if (buffer_ok(&table->bytes))
        table->bytes.data[table->bytes.length - 1] = '\n';
    return table_flush(table, FLUSH_ABOVE, err);
}
