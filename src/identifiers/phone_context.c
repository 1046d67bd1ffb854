/* The neighbours of a run of digits. */
#include "identifiers/phone_context.h"

#include "identifiers/glyph.h"
#include "identifiers/letters.h"

#define NAMED_WITHIN 48 /* bytes: half a line */

/* Bytes of the currency sign at `at`, or 0. */
static unsigned currency_at(struct span text, size_t at)
{
    char c = char_at(text, at);
    if (c == '$')
        return 1;
    if (at + 2 <= text.length && memcmp(text.at + at, "\xc2\xa3", 2) == 0)
        return 2;
    if (at + 3 <= text.length && memcmp(text.at + at, "\xe2\x82", 2) == 0)
        return 3;
    return 0;
}

/* Where the currency sign that ends before `at` begins, or `at`. */
static size_t currency_start(struct span text, size_t at)
{
    for (unsigned bytes = 1; bytes <= 3 && bytes <= at; bytes++)
        if (currency_at(text, at - bytes) == bytes)
            return at - bytes;
    return at;
}

/* Whether a digit stands before, over one space: "100 euro", "100€". The currency is then that amount's. */
static bool follows_amount(struct span text, size_t at)
{
    if (char_before(text, at) == ' ' && at > 0)
        at--;
    return at > 0 && is_digit(text.at[at - 1]);
}

static bool has_currency_before(struct span text, size_t at)
{
    if (at > 0 && text.at[at - 1] == ' ')
        at--;
    size_t start = currency_start(text, at);
    return start < at && !follows_amount(text, start);
}

/* "100€", "100 €"; but in "07700 900123 £100" the sign belongs to what follows. */
static bool has_currency_after(struct span text, size_t at)
{
    if (char_at(text, at) == ' ')
        at++;
    unsigned bytes = currency_at(text, at);
    return bytes && !is_digit(char_at(text, at + bytes));
}

bool phone_is_glued_before(const struct lexicon *lexicon, struct span text, size_t at)
{
    char c = char_before(text, at);
    if (at == 0)
        return false;
    if (has_currency_before(text, at))
        return true;
    bool is_joint = c == '-' || c == '=' || c == '/' || c == '.' || c == '_';
    struct span word = word_before(text, is_joint ? at - 1 : at);
    if (lexicon_context(lexicon, word) & CONTEXT_PHONE && !letter_before(text, (size_t)(word.at - text.at)))
        return false;
    if (c == ',' || c == '.')
        return at >= 2 && is_digit(text.at[at - 2]);
    if (c == ':')
        return at >= 2 && is_digit(text.at[at - 2]);
    return letter_before(text, at) || is_digit(c) || (c != 0 && strchr("-=/_#&%@~\\*^$", c));
}

bool phone_is_glued_after(struct span text, size_t at)
{
    char c = char_at(text, at);
    char next = char_at(text, at + 1);
    if ((c == ',' || c == ':' || c == '.') && is_digit(next))
        return true;
    if ((c == '-' || c == '.') && next == '-')
        return false;
    if (c == '-' && letter_at(text, at + 1))
        return true;
    return letter_at(text, at) || (c != 0 && strchr("@%_=&#\\^", c)) || has_currency_after(text, at);
}

bool phone_has_unit_after(const struct lexicon *lexicon, struct span text, size_t at)
{
    if (char_at(text, at) == ' ')
        at++;
    size_t end = at;
    while (end < text.length && end - at < 10 && is_alnum(text.at[end]))
        end++;
    return end > at && !letter_at(text, end) &&
           lexicon_context(lexicon, span_part(text, at, end)) & CONTEXT_UNIT;
}

/* "BE 0470.123.456" */
static bool is_firm(struct span text, struct span word, size_t at)
{
    return word.length == 2 && memcmp(word.at, "BE", 2) == 0 && char_at(text, at + 4) == '.' &&
           char_at(text, at + 8) == '.';
}

static bool is_word_byte(char c)
{
    return is_letter(c) || (unsigned char)c >= 0x80;
}

/* The word that ends before `end`, folded; where it begins. */
static size_t fold_before(struct span text, size_t end, size_t floor, char *out, unsigned *length)
{
    size_t start = end;
    *length = 0;
    while (start > floor && is_word_byte(text.at[start - 1]))
        start--;
    for (size_t at = start; at < end && *length < 24;) {
        unsigned bytes;
        *length += glyph_letter(text, at, out + *length, &bytes);
        at += bytes ? bytes : 1;
    }
    return start;
}

/* Bytes of the word where it ends at `at`, else 0. */
static size_t ends_with(struct span text, size_t at, const char *word)
{
    size_t length = strlen(word);
    return at >= length && memcmp(text.at + at - length, word, length) == 0 ? length : 0;
}

/* Back over at most four signs that may stand between a name and a number. */
static size_t back_over(struct span text, size_t at)
{
    size_t back = at;
    for (unsigned signs = 0; signs < 4 && back > 0; signs++) {
        static const char *const wide[] = {"\xe2\x84\x96", "\xef\xbc\x9a", "\xe5\x8f\xb7", "\xc2\xb0"};
        size_t bytes = text.at[back - 1] != 0 && strchr(" :.#-(", text.at[back - 1]) ? 1 : 0;
        for (size_t i = 0; bytes == 0 && i < sizeof wide / sizeof *wide; i++)
            bytes = ends_with(text, back, wide[i]);
        if (bytes == 0)
            break;
        back -= bytes;
    }
    return back;
}

/* "DE", "FR" before a firm's number. */
static bool is_country_code(struct span word)
{
    return word.length == 2 && word.at[0] >= 'A' && word.at[0] <= 'Z' && word.at[1] >= 'A' &&
           word.at[1] <= 'Z';
}

/* Whether the word that ends before `at` says so by itself. */
static bool names_otherwise(const struct lexicon *lexicon, struct span text, size_t at)
{
    bool is_wide = at > 0 && (unsigned char)text.at[at - 1] >= 0x80;
    for (const char *const *name = lexicon_wide_others; is_wide && *name; name++)
        if (ends_with(text, at, *name))
            return true;
    char folded[32];
    unsigned length;
    fold_before(text, at, at > NAMED_WITHIN ? at - NAMED_WITHIN : 0, folded, &length);
    return lexicon_context(lexicon, (struct span){folded, length}) & CONTEXT_OTHER;
}

bool phone_is_named_otherwise(const struct lexicon *lexicon, struct span text, size_t at)
{
    static const char *const numbers[] = {"nr", "no", "number", "nummer", "n", "num", "nro", NULL};
    size_t back = back_over(text, at);
    struct span word = word_before(text, back);
    if (word_equal(word, "be") && is_firm(text, word, at))
        return true;
    if (lexicon_context(lexicon, word) & CONTEXT_CURRENCY)
        return !follows_amount(text, (size_t)(word.at - text.at));
    if (names_otherwise(lexicon, text, back))
        return true;
    /* "order no. ", "VAT DE " */
    return (word_among(word, numbers) || is_country_code(word)) &&
           names_otherwise(lexicon, text, back_over(text, back - word.length));
}

bool phone_is_named(const struct lexicon *lexicon, struct span text, size_t at)
{
    size_t floor = at > NAMED_WITHIN ? at - NAMED_WITHIN : 0;
    if (lexicon_names_within(lexicon, span_part(text, floor, at)))
        return true;
    for (size_t start = floor, end; start < at; start = end) {
        for (end = start; end < at && is_word_byte(text.at[end]);)
            end++;
        char word[32];
        unsigned length;
        if (end > start && lexicon_may_name(lexicon, span_part(text, start, end))) {
            fold_before(text, end, floor, word, &length);
            if (lexicon_context(lexicon, (struct span){word, length}) & CONTEXT_PHONE)
                return true;
        }
        end += end == start;
    }
    return false;
}
