/* An answer in the making. */
#include "reports/view.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "reports/utf8.h"

#include <math.h>
#include <stdio.h>

#define ANSWER_MOST ((size_t)1 << 30)

void view_init(struct view *v, struct reader *reader, struct bowline_error *err)
{
    *v = (struct view){.reader = reader, .store = reader->store, .err = err};
    arena_init(&v->arena);
}

void view_release(struct view *v)
{
    memory_free(v->details);
    arena_release(&v->arena);
    v->details = NULL;
}

bool view_try(struct view *v, enum bowline_status status)
{
    if (v->status == BOWLINE_OK)
        v->status = status;
    return v->status == BOWLINE_OK;
}

void view_close(struct view *v, struct cursor *c)
{
    view_try(v, cursor_close(c));
}

static json_t *checked(struct view *v, json_t *value)
{
    if (!value && v->status == BOWLINE_OK)
        v->status = error_memory(v->err);
    return value;
}

json_t *view_object(struct view *v)
{
    return checked(v, json_object());
}

json_t *view_array(struct view *v)
{
    return checked(v, json_array());
}

void view_push(struct view *v, json_t *array, json_t *value)
{
    if (!checked(v, value))
        return;
    if (!array)
        json_decref(value);
    else if (json_array_append_new(array, value) != 0)
        checked(v, NULL);
}

void view_put(struct view *v, json_t *object, const char *key, json_t *value)
{
    if (!checked(v, value))
        return;
    if (!object)
        json_decref(value);
    else if (json_object_set_new(object, key, value) != 0)
        checked(v, NULL);
}

json_t *view_text(struct view *v, struct span text)
{
    if (utf8_is_valid(text))
        return checked(v, json_stringn_nocheck(text.length ? text.at : "", text.length));
    char *clean = arena_take(&v->arena, text.length * 3 + 1, 1);
    if (!clean)
        return checked(v, NULL);
    return checked(v, json_stringn_nocheck(clean, utf8_clean(text, clean)));
}

void view_put_text(struct view *v, json_t *object, const char *key, struct span text)
{
    view_put(v, object, key, view_text(v, text));
}

void view_put_int(struct view *v, json_t *object, const char *key, int64_t value)
{
    view_put(v, object, key, json_integer(value));
}

void view_put_bits(struct view *v, json_t *object, const char *key, millibits bits)
{
    view_put(v, object, key, json_real(bits / 1000.0));
}

void view_put_real(struct view *v, json_t *object, const char *key, double value)
{
    view_put(v, object, key, json_real(isfinite(value) ? round(value * 1e6) / 1e6 : 0.0));
}

void view_put_time(struct view *v, json_t *object, const char *key, int64_t seconds)
{
    char text[40];
    calendar_format(seconds, text, sizeof text);
    view_put(v, object, key, *text ? json_string(text) : json_null());
}

struct span view_format(struct view *v, const char *format, ...)
{
    va_list list;
    va_list again;
    va_start(list, format);
    va_copy(again, list);
    int length = vsnprintf(NULL, 0, format, list);
    va_end(list);
    char *text = length < 0 ? NULL : arena_take(&v->arena, (size_t)length + 1, 1);
    if (text)
        vsnprintf(text, (size_t)length + 1, format, again);
    else
        checked(v, NULL);
    va_end(again);
    return text ? (struct span){text, (size_t)length} : span_of("");
}

static int append_answer(const char *bytes, size_t length, void *context)
{
    struct buffer *out = context;
    buffer_append(out, bytes, length);
    return buffer_ok(out) ? 0 : -1;
}

enum bowline_status view_finish(struct view *v, json_t *root, struct bowline_text *out)
{
    struct buffer text;
    buffer_init(&text, ANSWER_MOST);
    *out = (struct bowline_text){NULL, 0};
    if (v->status == BOWLINE_OK &&
        json_dump_callback(root, append_answer, &text, JSON_REAL_PRECISION(15)) != 0)
        v->status = error_memory(v->err);
    if (v->status == BOWLINE_OK) {
        buffer_append_char(&text, '\0');
        if (!buffer_ok(&text))
            v->status = error_memory(v->err);
    }
    if (v->status == BOWLINE_OK)
        *out = (struct bowline_text){text.data, text.length - 1};
    else
        buffer_release(&text);
    json_decref(root);
    view_release(v);
    return v->status;
}
