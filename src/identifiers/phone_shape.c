/* The shapes of dates, times, cards, measures and amounts, and of counting. */
#include "identifiers/phone_shape.h"

#define COUNT_STEP 10 /* people count by ones and tens */

/* The value of a group of up to eight digits. */
static unsigned group_value(const struct digit_run *run, const struct digit_group *group)
{
    unsigned value = 0;
    for (unsigned i = 0; i < group->count && group->count <= 8; i++)
        value = value * 10 + (unsigned)(run->digits[group->at + i] - '0');
    return value;
}

static bool is_year(unsigned value)
{
    return value >= 1900 && value <= 2099;
}

static bool is_day_month(unsigned a, unsigned b)
{
    return (a >= 1 && a <= 31 && b >= 1 && b <= 12) || (a >= 1 && a <= 12 && b >= 1 && b <= 31);
}

static bool is_clock(unsigned hour, unsigned minute)
{
    return hour <= 24 && minute <= 59;
}

/* d.m.yyyy or yyyy.m.d at three groups with the same sign. */
static bool is_date_at(const struct digit_run *run, const struct digit_group *g)
{
    if (g[1].sign != g[2].sign ||
        (g[1].sign != '.' && g[1].sign != '/' && g[1].sign != '-' && g[1].sign != ' '))
        return false;
    unsigned a = group_value(run, &g[0]);
    unsigned b = group_value(run, &g[1]);
    unsigned c = group_value(run, &g[2]);
    if (g[0].count <= 2 && g[1].count <= 2 && g[2].count == 4)
        return is_year(c) && is_day_month(a, b);
    return g[0].count == 4 && g[1].count <= 2 && g[2].count <= 2 && is_year(a) && is_day_month(c, b);
}

static bool has_date(const struct digit_run *run, const struct digit_group *g, unsigned count)
{
    for (unsigned i = 0; i + 3 <= count; i++)
        if (is_date_at(run, g + i))
            return true;
    /* d.m.yy and then something else, such as a time */
    return count > 3 && g[0].count == 2 && g[1].count == 2 && g[2].count == 2 && g[1].sign == g[2].sign &&
           g[1].sign != ' ' && g[3].sign != g[2].sign &&
           is_day_month(group_value(run, &g[0]), group_value(run, &g[1]));
}

/* A date of the run that lies across the begin or end of groups first to last. */
static bool cuts_date(const struct digit_run *run, unsigned first, unsigned last)
{
    for (unsigned i = first > 2 ? first - 2 : 0; i <= last && i + 3 <= run->count; i++)
        if (is_date_at(run, run->groups + i))
            return true;
    return false;
}

/* 20251231 or 31122025 */
static bool is_packed_date(const struct digit_run *run, const struct digit_group *g)
{
    if (g->count != 8)
        return false;
    unsigned value = group_value(run, g);
    return (is_year(value / 10000) && is_day_month(value / 100 % 100, value % 100)) ||
           (is_year(value % 10000) && is_day_month(value / 1000000, value / 10000 % 100));
}

static bool is_quarter(unsigned hhmm)
{
    return is_clock(hhmm / 100, hhmm % 100) && hhmm % 100 % 15 == 0;
}

/* 10.00-22.00, 0900-1800, 2019-2025 */
static bool is_span_of_time(const struct digit_run *run, const struct digit_group *g, unsigned count)
{
    if (count == 2 && g[0].count == 4 && g[1].count == 4) {
        unsigned a = group_value(run, &g[0]);
        unsigned b = group_value(run, &g[1]);
        return (is_year(a) && is_year(b)) || (is_quarter(a) && is_quarter(b));
    }
    /* 10.00-22.00, 09 00-21 00 */
    bool is_dotted = count == 4 && g[1].sign == '.' && g[3].sign == '.' && g[2].sign != '.';
    bool is_spaced = count == 4 && g[1].sign == ' ' && g[3].sign == ' ' && g[2].sign == '-' &&
                     is_quarter(group_value(run, &g[0]) * 100 + group_value(run, &g[1])) &&
                     is_quarter(group_value(run, &g[2]) * 100 + group_value(run, &g[3]));
    if (!is_dotted && !is_spaced)
        return false;
    for (unsigned i = 0; i < 4; i++)
        if (g[i].count > 2)
            return false;
    return is_clock(group_value(run, &g[0]), group_value(run, &g[1])) &&
           is_clock(group_value(run, &g[2]), group_value(run, &g[3]));
}

bool phone_shape_is_hours(const struct digit_run *run, unsigned first)
{
    const struct digit_group *g = run->groups + first;
    unsigned hours = group_value(run, &g[0]);
    unsigned of = group_value(run, &g[1]);
    return g[0].is_apart && g[1].sign == '/' && g[0].count <= 2 && g[1].count <= 2 &&
           ((hours == 24 && (of == 7 || of == 24)) || (hours == 7 && of == 7));
}

/* 1234 5678 9012 3456 */
static bool is_card(const struct digit_group *g, unsigned count)
{
    if (count < 4)
        return false;
    for (unsigned i = 0; i < count; i++)
        if (g[i].count != 4)
            return false;
    return true;
}

/* Single digits are all of the number, or only its first group, and that not before a decimal point. */
static bool has_stray_digits(const struct digit_group *g, unsigned count)
{
    unsigned single = 0;
    for (unsigned i = 1; i < count; i++)
        single += g[i].count == 1;
    bool is_decimal = count > 1 && g[0].count == 1 && g[1].sign == '.' && g[1].count > 1;
    return is_decimal || (single > 0 && (single < count - 1 || g[0].count != 1));
}

/* Dots, dashes and slashes, more than one kind of them. */
static bool has_mixed_signs(const struct digit_group *g, unsigned count)
{
    char seen = 0;
    unsigned kinds = 0;
    for (unsigned i = 1; i < count; i++) {
        char sign = g[i].sign;
        if (sign == ' ' || sign == '(' || sign == ')' || sign == seen)
            continue;
        /* one slash after the area code is usual in Belgium and Germany */
        if (sign == '/' && i == 1)
            continue;
        seen = sign;
        kinds++;
    }
    return kinds > 1;
}

/* "one two three four", "10 20 30 40 50": all steps are the same, and small. */
static bool is_counting(const struct digit_run *run, const struct digit_group *g, unsigned count,
                        unsigned least)
{
    if (count < least)
        return false;
    int step = (int)group_value(run, &g[1]) - (int)group_value(run, &g[0]);
    for (unsigned i = 2; i < count; i++)
        if ((int)group_value(run, &g[i]) - (int)group_value(run, &g[i - 1]) != step)
            return false;
    return step != 0 && step >= -COUNT_STEP && step <= COUNT_STEP;
}

enum refusal phone_shape_trap(const struct digit_run *run, unsigned first, unsigned last)
{
    const struct digit_group *g = run->groups + first;
    unsigned count = last - first + 1;
    if (has_date(run, g, count) || cuts_date(run, first, last) || is_span_of_time(run, g, count) ||
        (count == 1 && is_packed_date(run, g)))
        return REFUSAL_DATE;
    if (is_counting(run, g, count, 5))
        return REFUSAL_COUNTING;
    if (is_card(g, count))
        return REFUSAL_CARD;
    bool is_odd = has_stray_digits(g, count) || has_mixed_signs(g, count);
    return is_odd ? REFUSAL_SHAPE : REFUSAL_NONE;
}

/* 170-90-60-90 */
static bool is_measure(const struct digit_run *run, const struct digit_group *g, unsigned count)
{
    unsigned first = group_value(run, g);
    return count == 4 && g[0].count == 3 && first >= 140 && first <= 205 && g[1].count <= 3 &&
           g[2].count <= 3 && g[3].count <= 3 && g[1].count + g[2].count + g[3].count <= 7 && g[2].count == 2;
}

/* 165 55 90 60 90: height, weight and more */
static bool is_body(const struct digit_run *run, const struct digit_group *g, unsigned count)
{
    for (unsigned i = 1; i < count; i++)
        if (g[i].count != 2)
            return false;
    return count >= 4 && g[0].count == 3 && group_value(run, g) >= 140 && group_value(run, g) <= 205;
}

/* 12.345.678 or 51.219448 */
static bool is_amount(const struct digit_group *g, unsigned count)
{
    if (count == 2)
        return g[1].sign == '.';
    for (unsigned i = 1; i < count; i++)
        if (g[i].sign != '.' || g[i].count != 3)
            return false;
    return count > 2 && g[0].count < 3;
}

enum refusal phone_shape_plain_trap(const struct digit_run *run, unsigned first, unsigned last)
{
    const struct digit_group *g = run->groups + first;
    unsigned count = last - first + 1;
    for (unsigned i = 0; i < count; i++)
        if (count > 1 && g[i].count > 8)
            return REFUSAL_SHAPE;
    return is_measure(run, g, count) || is_body(run, g, count) || is_amount(g, count) ? REFUSAL_AMOUNT
                                                                                      : REFUSAL_NONE;
}

/* Letters stand in for digits where digits remain that say so: one in five, and two (a rule of ours: below
 * that, codes and names pass as well). */
static bool has_few_digits(struct span text, const struct digit_group *g, unsigned count)
{
    unsigned real = 0;
    unsigned all = 0;
    for (unsigned i = 0; i < count; i++) {
        all += g[i].count;
        for (size_t at = g[i].start; at < g[i].end; at++)
            real += glyph_digit(text, at).length > 0;
    }
    return real < 2 || real * 5 < all;
}

/* Digits that all of the number repeats: zero zero zero ... */
static bool is_one_digit(const struct digit_run *run, const struct digit_group *g, unsigned count)
{
    char first = run->digits[g[0].at];
    for (unsigned i = 0; i < count; i++)
        for (unsigned d = 0; d < g[i].count && d < GROUP_DIGITS; d++)
            if (run->digits[g[i].at + d] != first)
                return false;
    return true;
}

enum refusal phone_shape_obscure_trap(struct span text, const struct digit_run *run, unsigned first,
                                      unsigned last)
{
    const struct digit_group *g = run->groups + first;
    unsigned count = last - first + 1;
    unsigned written = phone_run_written(run, first, last);
    bool is_like = written & (WRITTEN_LETTERS | WRITTEN_HOMOGLYPH);
    /* 0b1010 */
    bool is_binary =
        text.at[g[0].start] == '0' && g[0].start + 1 < g[0].end && text.at[g[0].start + 1] == 'b';
    if (is_counting(run, g, count, 4) || is_one_digit(run, g, count))
        return REFUSAL_COUNTING;
    if (is_like && !(written & WRITTEN_SPELLED) && (is_binary || has_few_digits(text, g, count)))
        return REFUSAL_SHAPE;
    if (has_date(run, g, count) || is_span_of_time(run, g, count))
        return REFUSAL_DATE;
    return is_card(g, count) ? REFUSAL_CARD : REFUSAL_NONE;
}
