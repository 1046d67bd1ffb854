/* Short ways to read an answer's JSON. A key that is not there, or is of another type, gives "", 0 or an
 * empty list: an answer of a newer library still shows what is known. */
#ifndef CLI_JSON_FIELDS_H
#define CLI_JSON_FIELDS_H

#include "numbers.h"

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

const char *field_text(const json_t *object, const char *key);
uint64_t field_count(const json_t *object, const char *key);
double field_number(const json_t *object, const char *key);
bool field_flag(const json_t *object, const char *key);
const json_t *field_object(const json_t *object, const char *key); /* NULL where none */

size_t field_length(const json_t *object, const char *key); /* of a list */
const json_t *field_item(const json_t *object, const char *key, size_t index);

struct number_text field_time(const json_t *object, const char *key);

/* A count with separators, or "" where it is 0 or missing. */
struct number_text field_number_text(const json_t *object, const char *key);

#endif
