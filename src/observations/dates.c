/* Days and months: written out, as a day of the week, or as yesterday. */
#include "observations/reading.h"

#include "base/calendar.h"

#include <stdio.h>

#define HALF_YEAR  183
#define LEAST_YEAR 1900
#define MOST_YEAR  2100

struct found {
    size_t count; /* tokens */
    struct civil date;
    bool is_month;
};

static int number_of(const struct reading *r, size_t at, int least, int most)
{
    const struct token *t = at < r->tokens->count ? token_at(r, at) : NULL;
    if (!t || !t->is_number || t->end - t->start > 4)
        return 0;
    int value = 0;
    for (uint32_t i = t->start; i < t->end; i++) {
        char c = r->tokens->text.at[i];
        if (c < '0' || c > '9')
            return 0;
        value = value * 10 + (c - '0');
    }
    return value >= least && value <= most ? value : 0;
}

static int value_of(const struct reading *r, size_t at, enum word_class class_)
{
    const struct word_sense *sense =
        is_word(r, at, class_) ? vocabulary_find(r->words, token_phrase(r->tokens, at, 1), class_) : NULL;
    return sense ? sense->number : 0;
}

/* A month's name; "may" and "mars" only with a capital where the language writes it so. */
static int month_of(const struct reading *r, size_t at)
{
    int month = value_of(r, at, CLASS_MONTH);
    char country = r->words->countries[0][0];
    bool needs_capital = country == 'G' || country == 'D';
    return month && (!needs_capital || token_at(r, at)->is_capital) ? month : 0;
}

/* The year of a date that gives none: the one in which it is nearest to the report. */
static bool guess_year(const struct reading *r, struct civil *date)
{
    if (r->day == INT64_MIN)
        return false;
    int year = calendar_civil(r->day).year;
    for (date->year = year - 1; date->year <= year + 1; date->year++) {
        int64_t apart = calendar_is_valid(*date) ? calendar_days(*date) - r->day : INT64_MAX;
        if (apart >= -HALF_YEAR && apart < HALF_YEAR)
            return true;
    }
    return false;
}

static bool follows(const struct reading *r, size_t at, enum gap most)
{
    return at < r->tokens->count && token_at(r, at)->gap <= most;
}

/* "4 March 2025", "4. März", "1er mars". */
static size_t day_first(const struct reading *r, size_t at, struct civil *date)
{
    static const char *const ordinals[] = {"1er",  "1ste", "1st",  "2nd", "3rd",
                                           "21st", "22nd", "23rd", "31st"};
    static const int values[] = {1, 1, 1, 2, 3, 21, 22, 23, 31};
    bool month_follows = is_word(r, at + 1, CLASS_MONTH);
    date->day = number_of(r, at, 1, 31);
    for (size_t i = 0; !date->day && month_follows && i < sizeof values / sizeof values[0]; i++)
        if (span_equal(token_phrase(r->tokens, at, 1), span_of(ordinals[i])))
            date->day = values[i];
    if (!date->day || !follows(r, at + 1, GAP_SPACE) || !(date->month = month_of(r, at + 1)))
        return 0;
    date->year = follows(r, at + 2, GAP_COMMA) ? number_of(r, at + 2, LEAST_YEAR, MOST_YEAR) : 0;
    return date->year ? 3 : 2;
}

/* "March 4, 2025", "April 22". */
static size_t month_first(const struct reading *r, size_t at, struct civil *date)
{
    date->month = month_of(r, at);
    if (r->words->countries[0][0] != 'G' || !date->month || !follows(r, at + 1, GAP_SPACE) ||
        !(date->day = number_of(r, at + 1, 1, 31)))
        return 0;
    date->year = follows(r, at + 2, GAP_COMMA) ? number_of(r, at + 2, LEAST_YEAR, MOST_YEAR) : 0;
    return date->year ? 3 : 2;
}

/* "2025-03-04": three numbers with hyphens. */
static size_t all_digits(const struct reading *r, size_t at, struct civil *date)
{
    if (!follows(r, at + 2, GAP_JOIN) || !follows(r, at + 1, GAP_JOIN))
        return 0;
    date->year = number_of(r, at, LEAST_YEAR, MOST_YEAR);
    date->month = number_of(r, at + 1, 1, 12);
    date->day = number_of(r, at + 2, 1, 31);
    return date->year && date->month && date->day ? 3 : 0;
}

static bool read_whole(const struct reading *r, size_t at, struct found *f)
{
    f->date = (struct civil){0};
    f->is_month = false;
    f->count = day_first(r, at, &f->date);
    if (!f->count)
        f->count = month_first(r, at, &f->date);
    if (!f->count)
        f->count = all_digits(r, at, &f->date);
    if (!f->count)
        return false;
    return f->date.year ? calendar_is_valid(f->date) : guess_year(r, &f->date);
}

static bool read_month(const struct reading *r, size_t at, struct found *f)
{
    f->date = (struct civil){.day = 1, .month = month_of(r, at)};
    f->is_month = true;
    f->count = 2;
    /* "31 February 2024" is no day, and its month is not sure either. */
    bool is_day_before = at && token_at(r, at)->gap <= GAP_SPACE && token_at(r, at - 1)->is_number;
    if (!f->date.month || is_day_before || !follows(r, at + 1, GAP_COMMA))
        return false;
    f->date.year = number_of(r, at + 1, LEAST_YEAR, MOST_YEAR);
    return f->date.year != 0;
}

/* The last such day, the report's own among them; not where the future is spoken of. */
static bool read_weekday(const struct reading *r, size_t at, struct found *f)
{
    int weekday = value_of(r, at, CLASS_WEEKDAY);
    const struct word_sense *sense;
    size_t count = token_match(r->tokens, r->words, at, CLASS_DAY, &sense);
    bool is_relative = count && sense;
    f->is_month = false;
    f->count = is_relative ? count : 1;
    if (r->day == INT64_MIN || (!weekday && !is_relative))
        return false;
    if ((at && follows(r, at, GAP_SPACE) && is_word(r, at - 1, CLASS_FUTURE)) ||
        (follows(r, at + 1, GAP_SPACE) && is_word(r, at + 1, CLASS_FUTURE) &&
         r->words->countries[0][0] == 'F'))
        return false;
    /* 1970-01-01 was a Thursday. */
    int64_t today = ((r->day + 3) % 7 + 7) % 7 + 1;
    int64_t back = is_relative ? -sense->number : (today - weekday + 7) % 7;
    f->date = calendar_civil(r->day - back);
    return true;
}

/* "Tuesday, 4 March 2025": the weekday belongs to the date. */
static size_t weekday_before(const struct reading *r, size_t at)
{
    bool is_close = at && token_at(r, at)->gap <= GAP_COMMA && value_of(r, at - 1, CLASS_WEEKDAY);
    return is_close ? at - 1 : at;
}

static void put_date(struct reading *r, size_t from, size_t to, const struct found *f)
{
    char text[24];
    int length =
        f->is_month ? snprintf(text, sizeof text, "%04d-%02d", f->date.year, f->date.month)
                    : snprintf(text, sizeof text, "%04d-%02d-%02d", f->date.year, f->date.month, f->date.day);
    struct observation *o = reading_add(r, OBSERVED_DATE, from, to, (struct span){text, (size_t)length});
    if (o)
        o->count = calendar_days(f->date);
    for (size_t i = from; i < to; i++)
        r->taken[i] = TAKEN_DATE;
}

void reading_dates(struct reading *r)
{
    struct found f;
    for (size_t i = 0; i < r->tokens->count && !r->is_failed; i++)
        if (!r->taken[i] && (read_whole(r, i, &f) || read_month(r, i, &f))) {
            put_date(r, weekday_before(r, i), i + f.count, &f);
            i += f.count - 1;
        }
    for (size_t i = 0; i < r->tokens->count && !r->is_failed; i++)
        if (!r->taken[i] && read_weekday(r, i, &f)) {
            put_date(r, i, i + f.count, &f);
            i += f.count - 1;
        }
}
