/* Short ways to read an answer's JSON. */
#include "json_fields.h"

const char *field_text(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

uint64_t field_count(const json_t *object, const char *key)
{
    json_int_t value = json_integer_value(json_object_get(object, key));
    return value > 0 ? (uint64_t)value : 0;
}

double field_number(const json_t *object, const char *key)
{
    return json_number_value(json_object_get(object, key));
}

bool field_flag(const json_t *object, const char *key)
{
    return json_is_true(json_object_get(object, key));
}

const json_t *field_object(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    return json_is_object(value) ? value : NULL;
}

size_t field_length(const json_t *object, const char *key)
{
    return json_array_size(json_object_get(object, key));
}

const json_t *field_item(const json_t *object, const char *key, size_t index)
{
    return json_array_get(json_object_get(object, key), index);
}

struct number_text field_time(const json_t *object, const char *key)
{
    return time_text(field_text(object, key));
}

struct number_text field_number_text(const json_t *object, const char *key)
{
    uint64_t count = field_count(object, key);
    struct number_text none = {""};
    return count > 0 ? count_text(count) : none;
}
