/* Plain decimal numbers, read without a locale. */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include "base/span.h"

/* "[+-]digits[.digits]", at most 18 digits in all. False where text is something else. */
bool decimal_parse(struct span text, double *out);

#endif
