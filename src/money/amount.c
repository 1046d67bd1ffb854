/* Amounts: decimal digits become hundredths without ever passing through a floating point number. */
#include "money/payment_table.h"

struct amount_shape {
    size_t point; /* where the decimal sign stands, or the end */
    bool is_ambiguous;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t count_of(struct span text, char c)
{
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++)
        count += text.at[i] == c;
    return count;
}

static size_t last_of(struct span text, char c)
{
    size_t at = text.length;
    while (at > 0 && text.at[at - 1] != c)
        at--;
    return at ? at - 1 : text.length;
}

/* Which of '.' and ',' is the decimal sign. Of two kinds it is the later; one that stands twice groups; one
 * that stands once before three digits could be either, except behind a lone zero. */
static struct amount_shape shape_of(struct span text)
{
    size_t dots = count_of(text, '.');
    size_t commas = count_of(text, ',');
    if (dots + commas == 0)
        return (struct amount_shape){text.length, false};
    size_t dot = dots ? last_of(text, '.') : 0;
    size_t comma = commas ? last_of(text, ',') : 0;
    size_t point = dot > comma ? dot : comma;
    if (dots && commas)
        return (struct amount_shape){point, (dot > comma ? dots : commas) > 1};
    if (dots + commas > 1)
        return (struct amount_shape){text.length, false};
    bool is_zero = point == 1 && text.at[0] == '0';
    return (struct amount_shape){point, text.length - point == 4 && point > 0 && !is_zero};
}

/* Before the point: groups of three behind a sign or space, the first of one to three digits. */
static bool has_good_groups(struct span whole)
{
    size_t run = 0;
    bool is_grouped = false;
    for (size_t i = 0; i < whole.length; i++) {
        if (is_digit(whole.at[i])) {
            run++;
            continue;
        }
        if (run == 0 || run > 3 || (is_grouped && run != 3))
            return false;
        is_grouped = true;
        run = 0;
    }
    return !is_grouped || run == 3;
}

static enum payment_amount add_digits(struct span text, unsigned most, int64_t *value)
{
    unsigned count = 0;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.at[i];
        if (c == ' ' || c == '.' || c == ',' || c == '\'')
            continue;
        if (!is_digit(c))
            return AMOUNT_UNREADABLE;
        if (count++ >= most) {
            if (c != '0')
                return AMOUNT_UNREADABLE; /* a part of a cent */
            continue;
        }
        if (*value > PAYMENT_MOST_CENTS / 10)
            return AMOUNT_TOO_LARGE;
        *value = *value * 10 + (c - '0');
    }
    return AMOUNT_READ;
}

static enum payment_amount read_positive(struct span text, int64_t *cents)
{
    struct amount_shape shape = shape_of(text);
    if (text.length == 0 || shape.is_ambiguous || text.length - shape.point == 1)
        return AMOUNT_UNREADABLE;
    struct span whole = {text.at, shape.point};
    struct span part = {text.at + shape.point, text.length - shape.point};
    if (count_of(part, ' ') || !has_good_groups(whole) || (whole.length == 0 && part.length < 2))
        return AMOUNT_UNREADABLE;
    int64_t value = 0;
    enum payment_amount result = add_digits(whole, UINT32_MAX, &value);
    if (result != AMOUNT_READ)
        return result;
    size_t digits = part.length ? part.length - 1 : 0;
    result = add_digits(part, 2, &value);
    for (size_t i = digits; i < 2 && result == AMOUNT_READ; i++)
        result = add_digits(span_of("0"), 1, &value);
    if (result == AMOUNT_READ && value > PAYMENT_MOST_CENTS)
        result = AMOUNT_TOO_LARGE;
    *cents = result == AMOUNT_READ ? value : 0;
    return result;
}

enum payment_amount payment_amount_read(struct span text, int64_t *cents)
{
    *cents = 0;
    text = span_trim(text);
    bool is_negative = text.length > 1 && text.at[0] == '-';
    if (text.length > 1 && (text.at[0] == '-' || text.at[0] == '+')) {
        text.at++;
        text.length--;
    }
    enum payment_amount result = read_positive(text, cents);
    if (!is_negative || result == AMOUNT_UNREADABLE || (result == AMOUNT_READ && *cents == 0))
        return result;
    *cents = 0;
    return AMOUNT_NEGATIVE;
}
