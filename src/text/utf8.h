/* UTF-8, one character at a time, tolerant: a byte that belongs to no valid character is one
 * UTF8_REPLACEMENT. Well-formed means Unicode 15, table 3-7: no overlong forms, no surrogates. */
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

#include "base/span.h"

#define UTF8_REPLACEMENT 0xFFFDu
#define UTF8_MOST        4 /* bytes of a character */

struct utf8_char {
    uint32_t code;
    uint32_t length; /* bytes read, 1 to 4 */
};

/* left: bytes there are at `at`, 1 or more. */
struct utf8_char utf8_decode(const char *at, size_t left);

/* Bytes written; code is a scalar value, anything else is written as the replacement character. */
size_t utf8_encode(uint32_t code, char out[UTF8_MOST]);

/* Bytes of the longest well-formed beginning. */
size_t utf8_valid_length(struct span s);

#endif
