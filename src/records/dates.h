/* Dates and times as tables write them: ISO 8601, or a pattern that the data package gives. */
#ifndef RECORDS_DATES_H
#define RECORDS_DATES_H

#include "base/calendar.h"
#include "base/span.h"

struct moment {
    int64_t begin, end; /* seconds UTC; a bare date is its whole day, a time is one second */
};

/* pattern: a strptime-like pattern (%d/%m/%Y %H:%M), or NULL, "" or "default" for ISO 8601. A time without
 * offset is taken as UTC. Returns NULL, or why not (static). */
const char *date_parse(struct span text, const char *pattern, struct moment *out);

/* A date of birth, whole or in part: 1998-04-17, 1998-04, 1998. Returns NULL, or why not. */
const char *date_check_born(struct span text);

/* Whether a pattern can be read; NULL, or why not. */
const char *date_check_pattern(const char *pattern);

#endif
