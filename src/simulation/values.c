/* Numbers, dates and amounts as they stand in a cell. */
#include "simulation/values.h"

#include "base/calendar.h"

void value_number(struct buffer *out, uint64_t number, unsigned digits)
{
    char text[20];
    size_t at = sizeof text;
    do
        text[--at] = (char)('0' + number % 10);
    while ((number /= 10) || sizeof text - at < digits);
    buffer_append(out, text + at, sizeof text - at);
}

void value_key(struct buffer *out, const char *prefix, uint64_t number)
{
    buffer_append_text(out, prefix);
    value_number(out, number, 6);
}

void value_date(struct buffer *out, int64_t day)
{
    struct civil date = calendar_civil(day);
    value_number(out, (uint64_t)date.year, 4);
    buffer_append_char(out, '-');
    value_number(out, (uint64_t)date.month, 2);
    buffer_append_char(out, '-');
    value_number(out, (uint64_t)date.day, 2);
}

void value_time(struct buffer *out, int64_t second)
{
    value_date(out, second / 86400);
    buffer_append_char(out, 'T');
    value_number(out, (uint64_t)(second / 3600 % 24), 2);
    buffer_append_char(out, ':');
    value_number(out, (uint64_t)(second / 60 % 60), 2);
    buffer_append_char(out, ':');
    value_number(out, (uint64_t)(second % 60), 2);
    buffer_append_char(out, 'Z');
}

void value_degrees(struct buffer *out, int32_t ten_thousandths)
{
    value_number(out, (uint64_t)ten_thousandths / 10000, 1);
    buffer_append_char(out, '.');
    value_number(out, (uint64_t)ten_thousandths % 10000, 4);
}

void value_cents(struct buffer *out, uint64_t cents)
{
    value_number(out, cents / 100, 1);
    buffer_append_char(out, '.');
    value_number(out, cents % 100, 2);
}

void value_hex(struct buffer *out, uint64_t bits)
{
    static const char hex[] = "0123456789abcdef";
    for (int shift = 60; shift >= 0; shift -= 4)
        buffer_append_char(out, hex[bits >> shift & 15]);
}
