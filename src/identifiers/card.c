/* Numbers of payment cards in running text: by issuer, length and check digit (ISO/IEC 7812, Luhn), and only
 * where a word before says that it is a card, since any tenth number passes the check. */
#include "identifiers/letters.h"
#include "identifiers/readers.h"

#define CARD_LEAST   14
#define CARD_MOST    19
#define NAMED_WITHIN 40

static bool has_check_digit(const char *digits, size_t count)
{
    unsigned sum = 0;
    for (size_t i = 0; i < count; i++) {
        unsigned digit = (unsigned)(digits[count - 1 - i] - '0');
        if (i % 2)
            digit = digit > 4 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return sum % 10 == 0;
}

static bool has_issuer(const char *digits, size_t count)
{
    unsigned two = (unsigned)(digits[0] - '0') * 10 + (unsigned)(digits[1] - '0');
    unsigned four = two * 100 + (unsigned)(digits[2] - '0') * 10 + (unsigned)(digits[3] - '0');
    if (digits[0] == '4' || (two >= 51 && two <= 55) || (four >= 2221 && four <= 2720) || four == 6011 ||
        two == 65)
        return count == 16;
    if (two == 34 || two == 37)
        return count == 15;
    if (two == 36 || two == 38)
        return count == 14;
    return two == 62 || two == 67 || two == 50;
}

/* The digits at `at` over single spaces or dashes, in groups of four to six; the end, or 0. */
static size_t collect(struct span text, size_t at, char *digits, size_t *count)
{
    size_t end = at;
    *count = 0;
    while (end < text.length && *count <= CARD_MOST) {
        char c = text.at[end];
        if (is_digit(c)) {
            if (*count < CARD_MOST)
                digits[*count] = c;
            ++*count;
        } else if (!((c == ' ' || c == '-') && is_digit(char_at(text, end + 1)) && *count > 3)) {
            break;
        }
        end++;
    }
    return *count >= CARD_LEAST && *count <= CARD_MOST ? end : 0;
}

static bool is_named(struct span text, size_t at)
{
    static const char *const words[] = {"card",      "kaart",       "carte",      "karte",        "tarjeta",
                                        "carta",     "cart",        "visa",       "mastercard",   "maestro",
                                        "bankkaart", "kreditkarte", "creditcard", "kredietkaart", "amex",
                                        "pan",       NULL};
    size_t floor = at > NAMED_WITHIN ? at - NAMED_WITHIN : 0;
    for (size_t end = at; end > floor;) {
        struct span word = word_before(text, end);
        if (word_among(word, words))
            return true;
        end -= word.length ? word.length : 1;
    }
    return false;
}

size_t card_at(struct scan *scan, size_t at)
{
    struct span text = scan->text;
    char digits[CARD_MOST];
    size_t count;
    if (!is_digit(char_at(text, at + 3)) || is_digit(char_before(text, at)) || letter_before(text, at) ||
        char_before(text, at) == '+')
        return 0;
    size_t end = collect(text, at, digits, &count);
    if (end == 0 || letter_at(text, end) || !has_issuer(digits, count) || !has_check_digit(digits, count) ||
        !is_named(text, at))
        return 0;
    return scan_found_as(scan, IDENTIFIER_ACCOUNT, at, end, (struct span){digits, count}, FORM_CONTEXT);
}
