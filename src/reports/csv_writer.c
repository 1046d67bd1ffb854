/* A CSV file as RFC 4180 has it, but with LF line ends. */
#include "reports/csv_writer.h"

#include "base/calendar.h"

#include <math.h>

#define FLUSH_BYTES ((size_t)1 << 20)

void csv_open(struct csv_writer *w, const char *folder, const char *name, const char *header,
              struct bowline_error *err)
{
    w->is_row_begun = false;
    file_part_open(&w->file, folder, name, err);
    buffer_append_text(&w->file.out, header);
    buffer_append_char(&w->file.out, '\n');
}

static struct buffer *begin_cell(struct csv_writer *w)
{
    if (w->is_row_begun)
        buffer_append_char(&w->file.out, ',');
    w->is_row_begun = true;
    return &w->file.out;
}

static bool needs_quotes(struct span value)
{
    for (size_t i = 0; i < value.length; i++)
        if (value.at[i] == ',' || value.at[i] == '"' || value.at[i] == '\n' || value.at[i] == '\r')
            return true;
    return false;
}

void csv_text(struct csv_writer *w, struct span value)
{
    struct buffer *out = begin_cell(w);
    if (!needs_quotes(value)) {
        buffer_append_span(out, value);
        return;
    }
    buffer_append_char(out, '"');
    for (size_t i = 0; i < value.length; i++) {
        if (value.at[i] == '"')
            buffer_append_char(out, '"');
        buffer_append_char(out, value.at[i]);
    }
    buffer_append_char(out, '"');
}

/* By hand: printf is most of an export's time. */
static void append_int(struct buffer *out, int64_t value)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    do
        digits[--at] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (value < 0)
        digits[--at] = '-';
    buffer_append(out, digits + at, sizeof digits - at);
}

void csv_int(struct csv_writer *w, int64_t value)
{
    append_int(begin_cell(w), value);
}

void csv_id(struct csv_writer *w, uint32_t value)
{
    struct buffer *out = begin_cell(w);
    if (value)
        append_int(out, value);
}

/* `places` digits of value after a point. */
static void append_digits(struct buffer *out, uint64_t value, unsigned places)
{
    char digits[8];
    for (unsigned i = places; i > 0; i--, value /= 10)
        digits[i - 1] = (char)('0' + value % 10);
    buffer_append_char(out, '.');
    buffer_append(out, digits, places);
}

void append_bits(struct buffer *out, millibits bits)
{
    int64_t value = bits;
    uint64_t size = value < 0 ? (uint64_t)-value : (uint64_t)value;
    if (value < 0)
        buffer_append_char(out, '-');
    append_int(out, (int64_t)(size / 1000));
    append_digits(out, size % 1000, 3);
}

void csv_bits(struct csv_writer *w, millibits bits)
{
    append_bits(begin_cell(w), bits);
}

void csv_real(struct csv_writer *w, double value)
{
    struct buffer *out = begin_cell(w);
    uint64_t millionths = value > 0 ? (uint64_t)llround(fmin(value, 1.0) * 1e6) : 0;
    append_int(out, (int64_t)(millionths / 1000000));
    append_digits(out, millionths % 1000000, 6);
}

void csv_time(struct csv_writer *w, int64_t seconds)
{
    char text[40];
    calendar_format(seconds, text, sizeof text);
    buffer_append_text(begin_cell(w), text);
}

void csv_end_row(struct csv_writer *w)
{
    buffer_append_char(&w->file.out, '\n');
    w->is_row_begun = false;
    file_part_flush(&w->file, FLUSH_BYTES);
}

enum bowline_status csv_close(struct csv_writer *w, enum bowline_status status)
{
    return file_part_close(&w->file, status);
}
