/* Bytes that grow, up to a declared maximum. */
#include "base/buffer.h"

#include "base/memory.h"

#include <stdarg.h>
#include <stdio.h>

void buffer_init(struct buffer *b, size_t most)
{
    *b = (struct buffer){.most = most};
}

void buffer_release(struct buffer *b)
{
    memory_free(b->data);
    *b = (struct buffer){.most = b->most};
}

void buffer_reset(struct buffer *b)
{
    b->length = 0;
    b->failed = false;
}

bool buffer_reserve(struct buffer *b, size_t more)
{
    if (b->failed)
        return false;
    if (more > b->most - b->length || !memory_reserve(&b->data, &b->capacity, b->length + more, b->most))
        b->failed = true;
    return !b->failed;
}

void buffer_append(struct buffer *b, const void *bytes, size_t length)
{
    if (length == 0 || !buffer_reserve(b, length))
        return;
    memcpy(b->data + b->length, bytes, length);
    b->length += length;
}

void buffer_append_span(struct buffer *b, struct span s)
{
    buffer_append(b, s.at, s.length);
}

void buffer_append_text(struct buffer *b, const char *text)
{
    buffer_append(b, text, strlen(text));
}

void buffer_append_char(struct buffer *b, char c)
{
    buffer_append(b, &c, 1);
}

void buffer_format(struct buffer *b, const char *format, ...)
{
    va_list list;
    va_list again;
    va_start(list, format);
    va_copy(again, list);
    int need = vsnprintf(NULL, 0, format, list);
    va_end(list);
    if (need < 0)
        b->failed = true;
    else if (buffer_reserve(b, (size_t)need + 1)) {
        vsnprintf(b->data + b->length, (size_t)need + 1, format, again);
        b->length += (size_t)need;
    }
    va_end(again);
}

struct text_ref buffer_keep(struct buffer *b, struct span s)
{
    if (s.length > UINT32_MAX) {
        b->failed = true;
        return (struct text_ref){0};
    }
    struct text_ref ref = {b->length, (uint32_t)s.length};
    buffer_append_span(b, s);
    return buffer_ok(b) ? ref : (struct text_ref){0};
}
