/* Days and seconds of the proleptic Gregorian calendar, in UTC. */
#include "base/calendar.h"

#include <stdio.h>

int64_t calendar_days(struct civil date)
{
    int64_t y = (int64_t)date.year - (date.month <= 2);
    int64_t era = (y >= 0 ? y : y - 399) / 400;
    int64_t year_of_era = y - era * 400;
    int64_t day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

struct civil calendar_civil(int64_t days)
{
    days += 719468;
    int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    int64_t day_of_era = days - era * 146097;
    int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t month = (5 * day_of_year + 2) / 153;
    struct civil date = {.day = (int)(day_of_year - (153 * month + 2) / 5 + 1)};
    date.month = (int)(month < 10 ? month + 3 : month - 9);
    date.year = (int)(year_of_era + era * 400 + (date.month <= 2));
    return date;
}

bool calendar_is_valid(struct civil date)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (date.month < 1 || date.month > 12 || date.day < 1)
        return false;
    bool leap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0;
    return date.day <= lengths[date.month - 1] + (leap && date.month == 2);
}

void calendar_format(int64_t seconds, char *out, size_t size)
{
    if (seconds == TIME_NONE) {
        if (size)
            out[0] = '\0';
        return;
    }
    int64_t days = seconds / 86400 - (seconds % 86400 < 0);
    int rest = (int)(seconds - days * 86400);
    struct civil date = calendar_civil(days);
    snprintf(out, size, "%04d-%02d-%02dT%02d:%02d:%02dZ", date.year, date.month, date.day, rest / 3600,
             rest / 60 % 60, rest % 60);
}
