/* Dates and times: ISO 8601 is itself read through patterns, so that there is one reader. */
#include "records/dates.h"

#include "records/month_names.h"

static const char not_iso[] = "not an ISO 8601 date (2025-06-03 or 2025-06-03T21:40:00+02:00): give the "
                              "field's format in the data package";
static const char not_pattern[] = "does not match the format that the data package gives";
static const char not_date[] = "no such day in the calendar";
static const char not_time[] = "no such time of day";

/* What a pattern found. */
struct parts {
    struct civil date;
    int hour, minute, second;
    int64_t offset; /* seconds east of UTC */
    bool has_hour, is_afternoon, is_half_day;
};

/* Reads `least` to `most` digits. */
static bool read_number(struct span *text, size_t least, size_t most, int *out)
{
    int value = 0;
    size_t count = 0;
    while (count < most && count < text->length && text->at[count] >= '0' && text->at[count] <= '9')
        value = value * 10 + (text->at[count++] - '0');
    text->at += count;
    text->length -= count;
    *out = value;
    return count >= least;
}

static void skip(struct span *text, size_t length)
{
    text->at += length;
    text->length -= length;
}

/* Z, +02, +0200 or +02:00. */
static bool read_offset(struct span *text, int64_t *out)
{
    int hours;
    int minutes = 0;
    if (text->length && (text->at[0] == 'Z' || text->at[0] == 'z')) {
        skip(text, 1);
        return true;
    }
    if (!text->length || (text->at[0] != '+' && text->at[0] != '-'))
        return false;
    int sign = text->at[0] == '-' ? -1 : 1;
    skip(text, 1);
    if (!read_number(text, 2, 2, &hours))
        return false;
    if (text->length && text->at[0] == ':')
        skip(text, 1);
    if (text->length && !read_number(text, 2, 2, &minutes))
        return false;
    *out = sign * ((int64_t)hours * 3600 + (int64_t)minutes * 60);
    return hours <= 14 && minutes < 60;
}

static bool read_name(struct span *text, int *month)
{
    size_t length = 0;
    int found = month ? month_find(*text, &length) : 0;
    if (month)
        *month = found;
    else
        length = weekday_find(*text);
    skip(text, length);
    return length > 0;
}

static bool read_half(struct span *text, struct parts *parts)
{
    if (text->length < 2 || (text->at[1] | 32) != 'm' ||
        ((text->at[0] | 32) != 'a' && (text->at[0] | 32) != 'p'))
        return false;
    parts->is_half_day = true;
    parts->is_afternoon = (text->at[0] | 32) == 'p';
    skip(text, 2);
    return true;
}

/* A fraction of a second is read and let go: the case counts whole seconds. */
static void skip_fraction(struct span *text)
{
    if (text->length < 2 || (text->at[0] != '.' && text->at[0] != ',') || text->at[1] < '0' ||
        text->at[1] > '9')
        return;
    size_t length = 1;
    while (length < text->length && text->at[length] >= '0' && text->at[length] <= '9')
        length++;
    skip(text, length);
}

static bool read_short_year(struct span *text, int *year)
{
    if (!read_number(text, 2, 2, year))
        return false;
    *year += *year < 69 ? 2000 : 1900; /* as POSIX strptime does */
    return true;
}

static bool read_seconds(struct span *text, int *second)
{
    bool ok = read_number(text, 1, 2, second);
    skip_fraction(text);
    return ok;
}

static bool read_day_of_year(struct span *text, struct parts *parts)
{
    int day;
    if (!read_number(text, 3, 3, &day) || day < 1 || day > 366)
        return false;
    struct civil first = {parts->date.year, 1, 1};
    parts->date = calendar_civil(calendar_days(first) + day - 1);
    return parts->date.year == first.year;
}

/* One conversion of a pattern; the same letters as strptime. */
static bool read_conversion(char letter, struct span *text, struct parts *parts)
{
    switch (letter) {
    case 'Y': return read_number(text, 4, 4, &parts->date.year);
    case 'y': return read_short_year(text, &parts->date.year);
    case 'm': return read_number(text, 1, 2, &parts->date.month);
    case 'd':
    case 'e': return read_number(text, 1, 2, &parts->date.day);
    case 'j': return read_day_of_year(text, parts);
    case 'I':
    case 'H': parts->has_hour = true; return read_number(text, 1, 2, &parts->hour);
    case 'M': return read_number(text, 1, 2, &parts->minute);
    case 'S': return read_seconds(text, &parts->second);
    case 'b':
    case 'B':
    case 'h': return read_name(text, &parts->date.month);
    case 'a':
    case 'A': return read_name(text, NULL);
    case 'p': return read_half(text, parts);
    case 'z': return read_offset(text, &parts->offset);
    default: return false;
    }
}

static bool match(struct span text, const char *pattern, struct parts *parts)
{
    for (const char *p = pattern; *p; p++) {
        if (*p == '%' && p[1] && p[1] != '%') {
            if (!read_conversion(*++p, &text, parts))
                return false;
        } else if (*p == ' ') {
            size_t blanks = 0;
            while (blanks < text.length && text.at[blanks] == ' ')
                blanks++;
            if (blanks == 0)
                return false;
            skip(&text, blanks);
        } else {
            p += *p == '%';
            if (text.length == 0 || text.at[0] != *p)
                return false;
            skip(&text, 1);
        }
    }
    return text.length == 0;
}

static const char *settle(const struct parts *parts, struct moment *out)
{
    int hour = parts->hour;
    if (!calendar_is_valid(parts->date) || parts->date.year < 1000)
        return not_date;
    int64_t day = calendar_days(parts->date) * 86400;
    if (!parts->has_hour) {
        *out = (struct moment){day, day + 86400};
        return NULL;
    }
    if (parts->is_half_day) {
        if (hour < 1 || hour > 12)
            return not_time;
        hour = hour % 12 + 12 * parts->is_afternoon;
    }
    if (hour > 24 || parts->minute > 59 || parts->second > 60 ||
        (hour == 24 && parts->minute + parts->second > 0))
        return not_time;
    int64_t begin = day + (int64_t)hour * 3600 + (int64_t)parts->minute * 60 + parts->second - parts->offset;
    *out = (struct moment){begin, begin + 1};
    return NULL;
}

/* ISO 8601 by its parts: a date, and where more follows a time, and where more follows an offset. */
static bool match_iso(struct span text, struct parts *parts)
{
    bool is_extended = text.length > 4 && text.at[4] == '-';
    size_t date_length = is_extended ? 10 : 8;
    if (text.length < date_length ||
        !match((struct span){text.at, date_length}, is_extended ? "%Y-%m-%d" : "%Y%m%d", parts))
        return false;
    if (is_extended && (text.at[7] != '-' || text.at[5] == '-'))
        return false;
    skip(&text, date_length);
    if (text.length == 0)
        return true;
    if (text.at[0] != 'T' && text.at[0] != 't' && text.at[0] != ' ')
        return false;
    skip(&text, 1);
    parts->has_hour = true;
    if (!read_number(&text, 2, 2, &parts->hour))
        return false;
    bool has_colon = text.length && text.at[0] == ':';
    skip(&text, has_colon);
    if (!read_number(&text, 2, 2, &parts->minute))
        return false;
    if (text.length && (has_colon ? text.at[0] == ':' : text.at[0] >= '0' && text.at[0] <= '9')) {
        skip(&text, has_colon);
        if (!read_number(&text, 2, 2, &parts->second))
            return false;
        skip_fraction(&text);
    }
    return text.length == 0 || (read_offset(&text, &parts->offset) && text.length == 0);
}

const char *date_parse(struct span text, const char *pattern, struct moment *out)
{
    struct parts parts = {.date = {0, 1, 1}};
    bool is_iso = !pattern || !*pattern || strcmp(pattern, "default") == 0;
    if (is_iso ? !match_iso(text, &parts) : !match(text, pattern, &parts))
        return is_iso ? not_iso : not_pattern;
    return settle(&parts, out);
}

const char *date_check_born(struct span text)
{
    struct parts parts = {.date = {0, 1, 1}};
    bool ok = text.length == 4   ? match(text, "%Y", &parts)
              : text.length == 7 ? match(text, "%Y-%m", &parts)
                                 : match_iso(text, &parts) && !parts.has_hour;
    if (!ok)
        return "not a date of birth: 1998-04-17, 1998-04 or 1998";
    return calendar_is_valid(parts.date) ? NULL : not_date;
}

const char *date_check_pattern(const char *pattern)
{
    bool has_year = false;
    if (strcmp(pattern, "any") == 0)
        return "\"any\" is not supported, since 03/06/2025 could be two days; give a pattern such as "
               "%d/%m/%Y %H:%M";
    for (const char *p = pattern; *p; p++) {
        if (*p != '%')
            continue;
        if (!*++p || !strchr("YymdejIHMSbBhaApz%", *p))
            return "unknown conversion; allowed: %Y %y %m %d %e %j %b %B %a %A %H %I %p %M %S %z %%";
        has_year |= *p == 'Y' || *p == 'y';
    }
    return has_year ? NULL : "a pattern must have the year: %Y or %y";
}
