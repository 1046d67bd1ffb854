/* HTML in the making. */
#include "reports/html.h"

#include "reports/utf8.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>

/* U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069: text that hides itself among other text. */
static bool turns_direction(const char *at, size_t length)
{
    if (length != 3 || at[0] != '\xe2')
        return false;
    unsigned char second = (unsigned char)at[1];
    unsigned char third = (unsigned char)at[2];
    if (second == 0x80)
        return third == 0x8e || third == 0x8f || (third >= 0xaa && third <= 0xae);
    return second == 0x81 && third >= 0xa6 && third <= 0xa9;
}

static void escape_character(struct buffer *out, const char *at, size_t length)
{
    unsigned char first = (unsigned char)*at;
    bool is_control = length == 1 && (first == 0x7f || (first < 0x20 && first != '\n' && first != '\t'));
    bool is_high_control = length == 2 && first == 0xc2 && (unsigned char)at[1] < 0xa0;
    bool is_no_character = length == 3 && memcmp(at, "\xef\xbf", 2) == 0 && (unsigned char)at[2] >= 0xbe;
    if (length == 0 || is_control || is_high_control || is_no_character || turns_direction(at, length))
        buffer_append_text(out, "\xef\xbf\xbd");
    else if (first == '&')
        buffer_append_text(out, "&amp;");
    else if (first == '<')
        buffer_append_text(out, "&lt;");
    else if (first == '>')
        buffer_append_text(out, "&gt;");
    else if (first == '"')
        buffer_append_text(out, "&quot;");
    else if (first == '\'')
        buffer_append_text(out, "&#39;");
    else
        buffer_append(out, at, length);
}

void html_escape(struct buffer *out, struct span text)
{
    while (text.length) {
        size_t taken = utf8_character(text);
        escape_character(out, text.at, taken);
        taken = taken ? taken : 1;
        text = (struct span){text.at + taken, text.length - taken};
    }
}

void html(struct page *p, const char *markup)
{
    buffer_append_text(p->out, markup);
}

void html_format(struct page *p, const char *format, ...)
{
    char text[512];
    va_list list;
    va_start(list, format);
    int length = vsnprintf(text, sizeof text, format, list);
    va_end(list);
    if (length > 0)
        buffer_append(p->out, text, (size_t)length < sizeof text ? (size_t)length : sizeof text - 1);
}

void html_text(struct page *p, struct span text)
{
    html_escape(p->out, text);
}

void html_string(struct page *p, const char *text)
{
    if (text)
        html_escape(p->out, span_of(text));
}

void html_element(struct page *p, const char *name, const char *text)
{
    html_format(p, "<%s>", name);
    html_string(p, text);
    html_format(p, "</%s>", name);
}

void html_number(struct page *p, int64_t value)
{
    char digits[24];
    int length = snprintf(digits, sizeof digits, "%lld", (long long)value);
    for (int i = 0; i < length; i++) {
        int left = length - i;
        if (i > 0 && digits[i - 1] != '-' && left % 3 == 0)
            buffer_append_char(p->out, ',');
        buffer_append_char(p->out, digits[i]);
    }
}

void html_cell_number(struct page *p, int64_t value)
{
    html(p, "<td class=n>");
    html_number(p, value);
    html(p, "</td>");
}

void html_cell_bits(struct page *p, double bits)
{
    html_format(p, "<td class=n>%s%.1f</td>", bits < 0 ? "−" : "", fabs(bits));
}

void html_day(struct page *p, const char *time)
{
    struct span day = time ? span_of(time) : span_of("–");
    html(p, "<span class=day>");
    html_text(p, day.length > 10 ? (struct span){day.at, 10} : day);
    html(p, "</span>");
}

void html_period(struct page *p, const json_t *row)
{
    const char *first = json_text_at(row, "first");
    const char *last = json_text_at(row, "last");
    if (!first) {
        html(p, "<span class=dim>no dates</span>");
        return;
    }
    html_day(p, first);
    if (last && strncmp(first, last, 10) != 0) {
        html(p, " to ");
        html_day(p, last);
    }
}

void html_place(struct page *p, const char *key)
{
    const char *colon = key ? strchr(key, ':') : NULL;
    const char *name = colon ? colon + 1 : key ? key : "";
    bool is_start = true;
    for (size_t i = 0; name[i]; i++) {
        char c = name[i];
        if (is_start && c >= 'a' && c <= 'z')
            html_format(p, "%c", c - 32);
        else if ((unsigned char)c < 0x80)
            html_text(p, (struct span){name + i, 1});
        else {
            size_t taken = utf8_character(span_of(name + i));
            html_text(p, (struct span){name + i, taken ? taken : 1});
            i += taken ? taken - 1 : 0;
        }
        is_start = c == ' ' || c == '-';
    }
    if (!colon || colon == key)
        return;
    html(p, " (");
    for (const char *c = key; c < colon; c++)
        html_text(p, (struct span){*c >= 'a' && *c <= 'z' ? &"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[*c - 'a'] : c, 1});
    html(p, ")");
}

void html_places(struct page *p, const json_t *places, size_t most)
{
    size_t count = json_array_size(places);
    if (count == 0)
        html(p, "<span class=dim>no places</span>");
    for (size_t i = 0; i < count && i < most; i++) {
        html(p, i ? ", " : "");
        html_place(p, json_text_at(json_array_get(places, i), "place"));
    }
    if (count > most)
        html_format(p, " and %zu more", count - most);
}

const char *plural_of(int64_t count)
{
    return count == 1 ? "" : "s";
}

void html_kinds(struct page *p, const json_t *kinds)
{
    bool is_first = true;
    for (void *i = json_object_iter((json_t *)kinds); i; i = json_object_iter_next((json_t *)kinds, i)) {
        const char *kind = json_object_iter_key(i);
        int64_t count = json_integer_value(json_object_iter_value(i));
        html(p, is_first ? "" : ", ");
        html_number(p, count);
        html(p, " ");
        html_string(p, kind);
        if (strcmp(kind, "premises") != 0)
            html(p, plural_of(count));
        is_first = false;
    }
}

void html_odds(struct page *p, double bits)
{
    double size = fabs(bits);
    double odds = exp2(size);
    if (size > 39)
        html(p, bits < 0 ? "less than 1 to a trillion" : "more than a trillion to 1");
    else {
        double step = odds >= 100 ? pow(10, floor(log10(odds)) - 1) : 1;
        html(p, bits < 0 ? "1 to " : "");
        html_number(p, (int64_t)(round(odds / step) * step));
        html(p, bits < 0 ? "" : " to 1");
    }
}

const char *json_text_at(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

int64_t json_int_at(const json_t *object, const char *key)
{
    return json_integer_value(json_object_get(object, key));
}

double json_real_at(const json_t *object, const char *key)
{
    return json_number_value(json_object_get(object, key));
}

size_t json_size_at(const json_t *object, const char *key)
{
    return json_array_size(json_object_get(object, key));
}
