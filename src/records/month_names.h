/* Names of months and weekdays in the languages that tables come in. */
#ifndef RECORDS_MONTH_NAMES_H
#define RECORDS_MONTH_NAMES_H

#include "base/span.h"

/* The longest name of a month that text begins with: 1 to 12, and its bytes in *length; 0 where there is
 * none. English, Dutch, French, German, Spanish, Italian, Portuguese, Romanian; long and short; any case; a
 * point after a short name belongs to it. */
int month_find(struct span text, size_t *length);

/* The bytes of the weekday name that text begins with, or 0. */
size_t weekday_find(struct span text);

#endif
