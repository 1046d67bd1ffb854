/* A file that grows row by row. */
#include "simulation/table_writer.h"

#include "base/calendar.h"
#include "simulation/world.h"

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
        quoted = value.at[i] == ',' || value.at[i] == '"' || value.at[i] == '\n';
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

static void append_digits(struct buffer *out, uint64_t number, unsigned digits)
{
    char text[20];
    size_t at = sizeof text;
    do
        text[--at] = (char)('0' + number % 10);
    while ((number /= 10) || sizeof text - at < digits);
    buffer_append(out, text + at, sizeof text - at);
}

void cell_number(struct table_writer *table, uint64_t number, unsigned digits)
{
    append_digits(&table->bytes, number, digits);
    buffer_append_char(&table->bytes, ',');
}

void cell_key(struct table_writer *table, const char *prefix, uint64_t number)
{
    buffer_append_text(&table->bytes, prefix);
    cell_number(table, number, 6);
}

static void append_date(struct buffer *out, uint64_t day)
{
    struct civil date = calendar_civil((int64_t)(WORLD_FIRST_DAY + day));
    append_digits(out, (uint64_t)date.year, 4);
    buffer_append_char(out, '-');
    append_digits(out, (uint64_t)date.month, 2);
    buffer_append_char(out, '-');
    append_digits(out, (uint64_t)date.day, 2);
}

void cell_date(struct table_writer *table, uint64_t day)
{
    append_date(&table->bytes, day);
    buffer_append_char(&table->bytes, ',');
}

void cell_time(struct table_writer *table, uint64_t second)
{
    struct buffer *out = &table->bytes;
    append_date(out, second / 86400);
    buffer_append_char(out, 'T');
    append_digits(out, second / 3600 % 24, 2);
    buffer_append_char(out, ':');
    append_digits(out, second / 60 % 60, 2);
    buffer_append_char(out, ':');
    append_digits(out, second % 60, 2);
    buffer_append_text(out, "Z,");
}

void cell_degrees(struct table_writer *table, int32_t ten_thousandths)
{
    append_digits(&table->bytes, (uint64_t)ten_thousandths / 10000, 1);
    buffer_append_char(&table->bytes, '.');
    cell_number(table, (uint64_t)ten_thousandths % 10000, 4);
}

void cell_cents(struct table_writer *table, uint64_t cents)
{
    append_digits(&table->bytes, cents / 100, 1);
    buffer_append_char(&table->bytes, '.');
    cell_number(table, cents % 100, 2);
}

enum bowline_status cells_end(struct table_writer *table, struct bowline_error *err)
{
    if (buffer_ok(&table->bytes))
        table->bytes.data[table->bytes.length - 1] = '\n';
    return table_flush(table, FLUSH_ABOVE, err);
}
