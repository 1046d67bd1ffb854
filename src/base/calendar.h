/* Days and seconds of the proleptic Gregorian calendar, in UTC. */
#ifndef BASE_CALENDAR_H
#define BASE_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TIME_NONE INT64_MIN /* no time given */

struct civil {
    int year;
    int month; /* 1 to 12 */
    int day;   /* 1 to 31 */
};

/* Days since 1970-01-01 (Hinnant, "chrono-compatible low-level date algorithms"). */
int64_t calendar_days(struct civil date);
struct civil calendar_civil(int64_t days);
bool calendar_is_valid(struct civil date);

/* "2025-06-03T19:40:00Z" into out (21 bytes or more), or "" for TIME_NONE. Seconds since 1970-01-01 in UTC.
 */
void calendar_format(int64_t seconds, char *out, size_t size);

#endif
