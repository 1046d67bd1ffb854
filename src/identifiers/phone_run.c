/* Reading runs of ASCII digits. */
#include "identifiers/phone_run.h"

#include "identifiers/letters.h"

#define GAP_MOST 6 /* characters between two groups */

struct gap {
    size_t end; /* where the next group begins, or 0 */
    unsigned spaces, signs;
    char sign;
    bool has_plus;
};

/* No-break and thin spaces, hyphens and dashes. */
unsigned phone_wide_sign(struct span text, size_t at, char *sign)
{
    if (at + 2 > text.length)
        return 0;
    const unsigned char *b = (const unsigned char *)text.at + at;
    *sign = ' ';
    if (b[0] == 0xc2 && b[1] == 0xa0)
        return 2;
    if (at + 3 <= text.length && memcmp(b, "\xe3\x80\x80", 3) == 0)
        return 3;
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
        if (!is_sign(sign) && (bytes = phone_wide_sign(text, at, &sign)) == 0)
            break;
        gap_add(&gap, sign);
        at += bytes;
    }
    /* "... 56. 20 years": a full stop and a space end a sentence. */
    if (gap.signs > 1 || (gap.sign == '.' && gap.spaces))
        gap.end = 0;
    return gap;
}

static size_t group_read(struct span text, size_t at, struct digit_run *run, struct digit_group *group)
{
    group->start = at;
    group->at = (uint16_t)(run->count * GROUP_DIGITS);
    group->written = WRITTEN_ASCII;
    group->has_plus = text.at[at] == '+';
    if (group->has_plus) {
        at++;
        while (at < text.length && at < group->start + 3 && (text.at[at] == ' ' || text.at[at] == '('))
            at++;
    }
    while (at < text.length && is_digit(text.at[at])) {
        if (group->count < GROUP_DIGITS)
            run->digits[group->at + group->count] = text.at[at];
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
        struct digit_group *group = &run->groups[run->count];
        bool is_first = run->count == 0;
        *group = (struct digit_group){.sign = is_first ? 0 : gap.sign ? gap.sign : ' '};
        group->is_apart = is_first || gap.spaces || gap.sign == '/' || gap.has_plus;
        run->end = group_read(text, gap.end, run, group);
        if (group->count == 0)
            return run->count > 0;
        run->count++;
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
static bool is_trunk_hint(struct span text, const struct digit_run *run, const struct digit_group *group)
{
    return group->count == 1 && group->sign == '(' && run->digits[group->at] == '0' &&
           char_at(text, group->end) == ')';
}

unsigned phone_run_digits(struct span text, const struct digit_run *run, unsigned first, unsigned last,
                          char *out, unsigned most)
{
    unsigned count = 0;
    const struct digit_group *head = &run->groups[first];
    bool has_plus = head->has_plus || (head->count > 1 && memcmp(run->digits + head->at, "00", 2) == 0);
    for (unsigned g = first; g <= last; g++) {
        const struct digit_group *group = &run->groups[g];
        if (has_plus && g > first && is_trunk_hint(text, run, group))
            continue;
        if (group->count > most || count + group->count > most)
            return most + 1;
        memcpy(out + count, run->digits + group->at, group->count);
        count += group->count;
    }
    return count;
}

uint8_t phone_run_written(const struct digit_run *run, unsigned first, unsigned last)
{
    unsigned written = 0;
    for (unsigned g = first; g <= last; g++)
        written |= run->groups[g].written;
    return (uint8_t)written;
}
