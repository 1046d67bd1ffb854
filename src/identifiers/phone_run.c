/* Reading runs of digits, and the shapes that are not phones. */
#include "identifiers/phone_run.h"

#include "identifiers/letters.h"

#define GAP_MOST 6 /* characters between two groups */

struct gap {
    size_t end; /* where the next group begins, or 0 */
    unsigned spaces, signs;
    char sign;
    bool has_plus;
};

/* Bytes of the space or dash beyond ASCII at `at`: no-break and thin spaces, hyphens and dashes. 0: neither.
 */
static unsigned wide_sign(struct span text, size_t at, char *sign)
{
    if (at + 2 > text.length)
        return 0;
    const unsigned char *b = (const unsigned char *)text.at + at;
    *sign = ' ';
    if (b[0] == 0xc2 && b[1] == 0xa0)
        return 2;
    if (b[0] != 0xe2 || b[1] != 0x80 || at + 3 > text.length)
        return 0;
    if (b[2] >= 0x90 && b[2] <= 0x95)
        *sign = '-';
    else if (!(b[2] >= 0x80 && b[2] <= 0x8b) && b[2] != 0xaf)
        return 0;
    return 3;
}

static void gap_add(struct gap *gap, char sign)
{
    if (sign == ' ') {
        gap->spaces++;
        return;
    }
    if (sign != '(' && sign != ')')
        gap->signs++;
    if (gap->sign == 0 || gap->sign == '(' || gap->sign == ')')
        gap->sign = sign;
}

static bool is_sign(char c)
{
    return c == ' ' || c == '-' || c == '.' || c == '/' || c == '(' || c == ')';
}

static struct gap gap_read(struct span text, size_t at)
{
    struct gap gap = {0};
    for (unsigned i = 0; i < GAP_MOST && at < text.length; i++) {
        char sign = text.at[at];
        unsigned bytes = 1;
        if (is_digit(sign) ||
            (sign == '+' && (is_digit(char_at(text, at + 1)) || char_at(text, at + 1) == '('))) {
            gap.has_plus = sign == '+';
            gap.end = at;
            break;
        }
        if (!is_sign(sign) && (bytes = wide_sign(text, at, &sign)) == 0)
            break;
        gap_add(&gap, sign);
        at += bytes;
    }
    /* "... 56. 20 years": a full stop and a space end a sentence. */
    if (gap.signs > 1 || (gap.sign == '.' && gap.spaces))
        gap.end = 0;
    return gap;
}

static size_t group_read(struct span text, size_t at, struct digit_group *group)
{
    group->start = at;
    group->has_plus = text.at[at] == '+';
    if (group->has_plus) {
        at++;
        while (at < text.length && at < group->start + 3 && (text.at[at] == ' ' || text.at[at] == '('))
            at++;
    }
    while (at < text.length && is_digit(text.at[at])) {
        group->count++;
        at++;
    }
    group->end = at;
    return at;
}

bool phone_run_read(struct span text, size_t at, struct digit_run *run)
{
    run->count = 0;
    run->is_cut = false;
    struct gap gap = {.end = at};
    for (;;) {
        struct digit_group group = {.sign = gap.sign ? gap.sign : ' '};
        if (run->count == 0)
            group.sign = 0;
        group.is_apart = run->count == 0 || gap.spaces || gap.sign == '/' || gap.has_plus;
        run->end = group_read(text, gap.end, &group);
        if (group.count == 0)
            return run->count > 0;
        run->groups[run->count++] = group;
        gap = gap_read(text, run->end);
        if (gap.end == 0)
            return true;
        if (run->count == RUN_MOST) {
            run->is_cut = true;
            return true;
        }
    }
}

/* The "(0)" of +32 (0)470 ... */
static bool is_trunk_hint(struct span text, const struct digit_group *group)
{
    return group->count == 1 && group->sign == '(' && text.at[group->start] == '0' &&
           char_at(text, group->end) == ')';
}

unsigned phone_run_digits(struct span text, const struct digit_run *run, unsigned first, unsigned last,
                          char *out, unsigned most)
{
    unsigned count = 0;
    const struct digit_group *head = &run->groups[first];
    bool has_plus = head->has_plus || (head->count > 1 && memcmp(text.at + head->start, "00", 2) == 0);
    for (unsigned g = first; g <= last; g++) {
        const struct digit_group *group = &run->groups[g];
        if (has_plus && g > first && is_trunk_hint(text, group))
            continue;
        if (group->count > most || count + group->count > most)
            return most + 1;
        memcpy(out + count, text.at + group->end - group->count, group->count);
        count += group->count;
    }
    return count;
}

/* The value of a group of up to eight digits. */
static unsigned group_value(struct span text, const struct digit_group *group)
{
    unsigned value = 0;
    for (size_t i = group->end - group->count; i < group->end && group->count <= 8; i++)
        value = value * 10 + (unsigned)(text.at[i] - '0');
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
static bool is_date_at(struct span text, const struct digit_group *g)
{
    if (g[1].sign != g[2].sign ||
        (g[1].sign != '.' && g[1].sign != '/' && g[1].sign != '-' && g[1].sign != ' '))
        return false;
    unsigned a = group_value(text, &g[0]);
    unsigned b = group_value(text, &g[1]);
    unsigned c = group_value(text, &g[2]);
    if (g[0].count <= 2 && g[1].count <= 2 && g[2].count == 4)
        return is_year(c) && is_day_month(a, b);
    return g[0].count == 4 && g[1].count <= 2 && g[2].count <= 2 && is_year(a) && is_day_month(c, b);
}

static bool has_date(struct span text, const struct digit_group *g, unsigned count)
{
    for (unsigned i = 0; i + 3 <= count; i++)
        if (is_date_at(text, g + i))
            return true;
    /* d.m.yy and then something else, such as a time */
    return count > 3 && g[0].count == 2 && g[1].count == 2 && g[2].count == 2 && g[1].sign == g[2].sign &&
           g[1].sign != ' ' && g[3].sign != g[2].sign &&
           is_day_month(group_value(text, &g[0]), group_value(text, &g[1]));
}

/* 20251231 or 31122025 */
static bool is_packed_date(struct span text, const struct digit_group *g)
{
    if (g->count != 8)
        return false;
    unsigned value = group_value(text, g);
    return (is_year(value / 10000) && is_day_month(value / 100 % 100, value % 100)) ||
           (is_year(value % 10000) && is_day_month(value / 1000000, value / 10000 % 100));
}

static bool is_quarter(unsigned hhmm)
{
    return is_clock(hhmm / 100, hhmm % 100) && hhmm % 100 % 15 == 0;
}

/* 10.00-22.00, 0900-1800, 2019-2025 */
static bool is_span_of_time(struct span text, const struct digit_group *g, unsigned count)
{
    if (count == 2 && g[0].count == 4 && g[1].count == 4) {
        unsigned a = group_value(text, &g[0]);
        unsigned b = group_value(text, &g[1]);
        return (is_year(a) && is_year(b)) || (is_quarter(a) && is_quarter(b));
    }
    if (count != 4 || g[1].sign != '.' || g[3].sign != '.' || g[2].sign == '.')
        return false;
    for (unsigned i = 0; i < 4; i++)
        if (g[i].count > 2)
            return false;
    return is_clock(group_value(text, &g[0]), group_value(text, &g[1])) &&
           is_clock(group_value(text, &g[2]), group_value(text, &g[3]));
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

bool phone_run_is_trap(struct span text, const struct digit_run *run, unsigned first, unsigned last)
{
    const struct digit_group *g = run->groups + first;
    unsigned count = last - first + 1;
    return has_date(text, g, count) || is_span_of_time(text, g, count) || is_card(g, count) ||
           (count == 1 && is_packed_date(text, g)) || has_stray_digits(g, count) || has_mixed_signs(g, count);
}

/* 170-90-60-90 */
static bool is_measure(struct span text, const struct digit_group *g, unsigned count)
{
    unsigned first = group_value(text, g);
    return count == 4 && g[0].count == 3 && first >= 140 && first <= 205 && g[1].count <= 3 &&
           g[2].count <= 3 && g[3].count <= 3 && g[1].count + g[2].count + g[3].count <= 7 && g[2].count == 2;
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

bool phone_run_is_plain_trap(struct span text, const struct digit_run *run, unsigned first, unsigned last)
{
    const struct digit_group *g = run->groups + first;
    unsigned count = last - first + 1;
    for (unsigned i = 0; i < count; i++)
        if (count > 1 && g[i].count > 8)
            return true;
    return is_measure(text, g, count) || is_amount(g, count);
}
