/* Numbers in digits and in words. */
#include "observations/reading.h"

#define MOST_VALUE ((uint64_t)1000000000000) /* a count above is none */

/* "1.200", "1,2", "45000": groups of three digits after the language's separator, or decimals. */
static bool read_digits(const struct reading *r, size_t at, uint64_t *milli)
{
    struct span raw = {r->tokens->text.at + token_at(r, at)->start,
                       token_at(r, at)->end - token_at(r, at)->start};
    char decimal = r->words->has_decimal_comma ? ',' : '.';
    uint64_t value = 0;
    uint64_t scale = 0; /* of the next decimal; 0: still before the point */
    size_t group = 0;   /* digits since the last separator */
    bool has_group = false;
    for (size_t i = 0; i < raw.length; i++) {
        char c = raw.at[i];
        if (c == decimal && !scale) {
            if (has_group && group != 3)
                return false;
            scale = 100;
        } else if (c < '0' || c > '9') {
            if (scale || (has_group ? group != 3 : group > 3))
                return false;
            has_group = true;
            group = 0;
        } else if (scale) {
            value += (uint64_t)(c - '0') * scale;
            scale = scale > 1 ? scale / 10 : 1;
        } else {
            value = value * 10 + (uint64_t)(c - '0') * 1000;
            group++;
        }
        if (value > MOST_VALUE * 1000)
            return false;
    }
    *milli = value;
    return scale || !has_group || group == 3;
}

/* "45 000": groups of three digits with spaces. */
static size_t read_grouped(const struct reading *r, size_t at, uint64_t *milli)
{
    size_t count = 1;
    if (!read_digits(r, at, milli))
        return 0;
    while (r->words->has_decimal_comma && token_is_unbroken(r->tokens, at, count + 1)) {
        const struct token *next = token_at(r, at + count);
        uint64_t group;
        if (!next->is_number || next->end - next->start != 3 || *milli == 0 || *milli >= MOST_VALUE ||
            token_at(r, at)->end - token_at(r, at)->start > 3 || !read_digits(r, at + count, &group))
            break;
        *milli = *milli * 1000 + group;
        count++;
    }
    return count;
}

static int32_t word_number(const struct reading *r, struct span word)
{
    const struct word_sense *sense = vocabulary_find(r->words, word, CLASS_NUMBER);
    return sense ? sense->number : -1;
}

/* "vijfentwintig", "funfundzwanzig": a unit, "en" or "und", and tens. Folded, so "tweeentwintig". */
static int32_t joined_number(const struct reading *r, struct span word)
{
    for (size_t i = 2; i + 4 < word.length; i++) {
        size_t link = memcmp(word.at + i, "en", 2) == 0 ? 2 : memcmp(word.at + i, "und", 3) == 0 ? 3 : 0;
        if (!link || i + link >= word.length)
            continue;
        int32_t unit = word_number(r, (struct span){word.at, i});
        int32_t tens = word_number(r, (struct span){word.at + i + link, word.length - i - link});
        if (unit >= 0 && unit < 10 && tens >= 20 && tens < 100 && tens % 10 == 0)
            return tens + (unit ? unit : 1);
    }
    return -1;
}

static int32_t one_word(const struct reading *r, size_t at)
{
    struct span word = token_phrase(r->tokens, at, 1);
    int32_t value = is_word(r, at, CLASS_NUMBER) ? word_number(r, word) : -1;
    /* "een" is an article and "één" a number. */
    if (value == 0 && token_at(r, at)->is_accented)
        return 1;
    return value >= 0 ? value : joined_number(r, word);
}

/* Whether `next` can follow `value` in one number, and what they make: 20 and 5, 4 and 20 (quatre-vingt), 60
 * and 15, 2 and 100. */
static bool compose(uint64_t *value, int32_t next)
{
    uint64_t n = (uint64_t)next;
    if (n == 100 || n == 1000) {
        if (*value >= n)
            return false;
        *value *= n;
        return true;
    }
    if (*value == 4 && n == 20) {
        *value = 80;
        return true;
    }
    bool is_unit = *value % 10 == 0 && *value >= 20 && n > 0 && n < 10;
    bool is_teen = (*value % 100 == 60 || *value % 100 == 80) && n >= 10 && n < 20;
    bool is_teen_unit = (*value == 10 || *value % 100 == 70 || *value % 100 == 90) && n >= 7 && n < 10;
    bool is_rest = *value % 100 == 0 && *value >= 100 && n > 0 && n < 100;
    if (is_unit || is_teen || is_teen_unit || is_rest)
        *value += n;
    return is_unit || is_teen || is_teen_unit || is_rest;
}

/* "and" within a number: "one hundred and twenty", "vingt et un". */
static bool is_link(const struct reading *r, size_t at, uint64_t value)
{
    struct span word = token_phrase(r->tokens, at, 1);
    return (span_equal(word, span_of("and")) && value >= 100) ||
           (span_equal(word, span_of("et")) && value >= 20 && value % 10 == 0);
}

static size_t read_words(const struct reading *r, size_t at, uint64_t *milli)
{
    int32_t first = one_word(r, at);
    if (first <= 0)
        return 0;
    uint64_t value = (uint64_t)first;
    size_t count = 1;
    while (token_is_unbroken(r->tokens, at, count + 1)) {
        size_t link = is_link(r, at + count, value) && token_is_unbroken(r->tokens, at, count + 2) ? 1 : 0;
        int32_t next = one_word(r, at + count + link);
        if (next < 0 || !compose(&value, next == 0 && link ? 1 : next))
            break;
        count += 1 + link;
    }
    *milli = value * 1000;
    return count;
}

size_t reading_number(const struct reading *r, size_t at, uint64_t *milli, bool *is_round)
{
    const struct word_sense *sense;
    *is_round = false;
    size_t count = 0;
    if (token_at(r, at)->is_number)
        count = read_grouped(r, at, milli);
    else {
        size_t phrase = token_match(r->tokens, r->words, at, CLASS_NUMBER, &sense);
        count = read_words(r, at, milli);
        if (phrase > 1 && phrase > count) {
            *milli = (uint64_t)sense->number * 1000;
            *is_round = true;
            return phrase;
        }
    }
    if (count && token_is_unbroken(r->tokens, at, count + 1)) {
        size_t million = token_match(r->tokens, r->words, at + count, CLASS_MILLION, &sense);
        if (million && *milli < MOST_VALUE) {
            *milli *= (uint64_t)sense->number;
            count += million;
        }
    }
    return count;
}
