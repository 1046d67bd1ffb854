/* UTF-8 where it must be well-formed or cut: JSON and HTML take nothing else. */
#ifndef REPORTS_UTF8_H
#define REPORTS_UTF8_H

#include "base/span.h"

bool utf8_is_valid(struct span s);

/* Writes s with each byte that is not well-formed UTF-8 as U+FFFD; out holds 3 * s.length bytes. Returns the
 * length. */
size_t utf8_clean(struct span s, char *out);

/* The longest beginning of at most `most` bytes that cuts no character. */
struct span utf8_cut(struct span s, size_t most);

/* How many bytes the well-formed character at the start has, or 0. */
size_t utf8_character(struct span s);

#endif
