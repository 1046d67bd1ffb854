/* JSON Lines: jansson judges the line and reads escapes; all else is taken as it is written. */
#include "records/json_lines.h"

#include "base/memory.h"

#include <jansson.h>

/* A row with more cells is not a row. */
enum { MOST_CELLS = 100000 };

void json_row_init(struct json_row *row)
{
    *row = (struct json_row){0};
    buffer_init(&row->bytes, (size_t)256 << 20);
}

void json_row_release(struct json_row *row)
{
    buffer_release(&row->bytes);
    memory_free(row->cells);
    json_row_init(row);
}

static bool add_cell(struct json_row *row, struct span name, struct span value)
{
    if (!memory_reserve(&row->cells, &row->capacity, row->count + 1, MOST_CELLS))
        return false;
    struct json_lines_cell *cell = &row->cells[row->count++];
    cell->name = buffer_keep(&row->bytes, name);
    cell->value = buffer_keep(&row->bytes, value);
    return buffer_ok(&row->bytes);
}

/* The end of the JSON value at `at`, of a line that is known to be valid. */
static const char *value_end(const char *at, const char *end)
{
    unsigned depth = 0;
    for (; at < end; at++) {
        if (*at == '"') {
            for (at++; *at != '"'; at++)
                at += *at == '\\';
        } else if (*at == '{' || *at == '[') {
            depth++;
        } else if (*at == '}' || *at == ']') {
            if (depth == 0)
                return at;
            depth--;
        } else if (*at == ',' && depth == 0) {
            return at;
        }
    }
    return at;
}

/* What a value means: a string without its escapes, null as nothing, all else as it is written. */
static bool mean(struct span raw, json_t **holder, struct span *out)
{
    *holder = NULL;
    *out = raw;
    if (span_equal(raw, span_of("null")))
        *out = (struct span){"", 0};
    if (raw.length < 2 || raw.at[0] != '"')
        return true;
    *out = (struct span){raw.at + 1, raw.length - 2};
    if (!memchr(out->at, '\\', out->length))
        return true;
    *holder = json_loadb(raw.at, raw.length, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
    *out = (struct span){json_string_value(*holder), json_string_length(*holder)};
    return *holder != NULL;
}

static bool add_member(struct json_row *row, struct span raw_name, struct span raw_value)
{
    json_t *name_holder = NULL;
    json_t *value_holder = NULL;
    struct span name;
    struct span value;
    bool ok = mean(raw_name, &name_holder, &name) && mean(raw_value, &value_holder, &value) &&
              add_cell(row, name, value);
    json_decref(name_holder);
    json_decref(value_holder);
    return ok;
}

/* Walks the members of an object that is known to be valid JSON. */
static bool take_members(struct span line, struct json_row *row)
{
    const char *end = line.at + line.length;
    const char *at = memchr(line.at, '{', line.length);
    for (at++; (at = memchr(at, '"', (size_t)(end - at))) != NULL;) {
        const char *colon = at + 1;
        while (*colon != '"')
            colon += 1 + (*colon == '\\');
        struct span name = {at, (size_t)(colon + 1 - at)};
        colon = memchr(colon, ':', (size_t)(end - colon));
        const char *stop = value_end(colon + 1, end);
        if (!add_member(row, name, span_trim((struct span){colon + 1, (size_t)(stop - colon - 1)})))
            return false;
        at = stop;
        if (*at == '}')
            break;
    }
    return true;
}

const char *json_row_parse(struct span line, struct json_row *row, bool *memory)
{
    json_error_t error;
    const char *reason = NULL;
    *memory = false;
    row->count = 0;
    buffer_reset(&row->bytes);
    json_t *object = json_loadb(line.at, line.length,
                                JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL, &error);
    if (!object) {
        *memory = json_error_code(&error) == json_error_out_of_memory;
        return "not one JSON object in a line";
    }
    if (!json_is_object(object))
        reason = "not a JSON object but a list";
    else if (!take_members(line, row)) {
        *memory = row->count < MOST_CELLS;
        reason = "too many members, or too large";
    }
    json_decref(object);
    return reason;
}
