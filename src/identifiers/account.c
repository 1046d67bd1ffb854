/* Accounts: IBAN (ISO 13616: length by country, remainder 97), and in columns any other token. */
#include "identifiers/letters.h"
#include "identifiers/readers.h"
#include "identifiers/wallet.h"

#define IBAN_LEAST 15
#define IBAN_MOST  34
#define TOKEN_MOST 128

struct country {
    char code[3];
    uint8_t length;
};

/* SWIFT, IBAN Registry. In byte order. */
static const struct country countries[] = {
    {"AD", 24}, {"AE", 23}, {"AL", 28}, {"AT", 20}, {"AZ", 28}, {"BA", 20}, {"BE", 16}, {"BG", 22},
    {"BH", 22}, {"BI", 27}, {"BR", 29}, {"BY", 28}, {"CH", 21}, {"CR", 22}, {"CY", 28}, {"CZ", 24},
    {"DE", 22}, {"DJ", 27}, {"DK", 18}, {"DO", 28}, {"EE", 20}, {"EG", 29}, {"ES", 24}, {"FI", 18},
    {"FK", 18}, {"FO", 18}, {"FR", 27}, {"GB", 22}, {"GE", 22}, {"GI", 23}, {"GL", 18}, {"GR", 27},
    {"GT", 28}, {"HR", 21}, {"HU", 28}, {"IE", 22}, {"IL", 23}, {"IQ", 23}, {"IS", 26}, {"IT", 27},
    {"JO", 30}, {"KW", 30}, {"KZ", 20}, {"LB", 28}, {"LC", 32}, {"LI", 21}, {"LT", 20}, {"LU", 20},
    {"LV", 21}, {"LY", 25}, {"MC", 27}, {"MD", 24}, {"ME", 22}, {"MK", 19}, {"MN", 20}, {"MR", 27},
    {"MT", 31}, {"MU", 30}, {"NI", 28}, {"NL", 18}, {"NO", 15}, {"OM", 23}, {"PK", 24}, {"PL", 28},
    {"PS", 29}, {"PT", 25}, {"QA", 29}, {"RO", 24}, {"RS", 22}, {"RU", 33}, {"SA", 24}, {"SC", 31},
    {"SD", 18}, {"SE", 24}, {"SI", 19}, {"SK", 24}, {"SM", 27}, {"SO", 23}, {"ST", 25}, {"SV", 28},
    {"TL", 23}, {"TN", 24}, {"TR", 26}, {"UA", 29}, {"VA", 22}, {"VG", 24}, {"XK", 20},
};

/* The length of an IBAN of that country, 0 where it has none. */
static unsigned iban_length(const char *code)
{
    for (size_t i = 0; i < sizeof countries / sizeof countries[0]; i++)
        if (countries[i].code[0] == to_upper(code[0]) && countries[i].code[1] == to_upper(code[1]))
            return countries[i].length;
    return 0;
}

static unsigned iban_remainder(const char *iban, size_t length)
{
    unsigned rest = 0;
    for (size_t i = 0; i < length; i++) {
        char c = iban[(i + 4) % length];
        if (is_digit(c))
            rest = (rest * 10 + (unsigned)(c - '0')) % 97;
        else
            rest = (rest * 100 + (unsigned)(c - 'A') + 10) % 97;
    }
    return rest;
}

static bool is_separator(char c)
{
    return c == ' ' || c == '-' || c == '.';
}

/* Collects `length` letters and digits from `at`, in capitals, over single separators. The end, or 0. */
static size_t collect(struct span text, size_t at, size_t length, char *out)
{
    size_t count = 0;
    while (count < length && at < text.length) {
        if (is_alnum(text.at[at]))
            out[count++] = to_upper(text.at[at++]);
        else if (is_separator(text.at[at]) && is_alnum(char_at(text, at + 1)))
            at++;
        else
            break;
    }
    return count == length ? at : 0;
}

size_t account_at(struct scan *scan, size_t at)
{
    struct span text = scan->text;
    if (at < 2 || at - 2 < scan->floor || !is_letter(text.at[at - 1]) || !is_letter(text.at[at - 2]) ||
        !is_digit(char_at(text, at + 1)) || letter_before(text, at - 2) ||
        is_digit(char_before(text, at - 2)))
        return 0;
    size_t length = iban_length(text.at + at - 2);
    char iban[IBAN_MOST];
    size_t end = length ? collect(text, at - 2, length, iban) : 0;
    if (end == 0 || is_digit(char_at(text, end)) || letter_at(text, end))
        return 0;
    /* One that is wrong is passed over whole: its digits are not a phone. */
    if (iban_remainder(iban, length) != 1) {
        find_refuse(scan->reader->finds, REFUSAL_IBAN);
        return end;
    }
    return scan_found(scan, IDENTIFIER_ACCOUNT, at - 2, end, (struct span){iban, length});
}

/* The token without spaces and in capitals. */
static size_t token_of(struct span piece, char *out)
{
    size_t length = 0;
    for (size_t i = 0; i < piece.length; i++)
        if ((unsigned char)piece.at[i] > ' ')
            out[length++] = to_upper(piece.at[i]);
    return length;
}

const char *account_cell(struct scan *scan, size_t start, size_t end)
{
    struct span piece = span_part(scan->text, start, end);
    char token[TOKEN_MOST];
    if (piece.length > TOKEN_MOST)
        return "not an account: longer than 128 bytes";
    size_t length;
    switch (wallet_read(piece, token, &length)) {
    case WALLET_RIGHT:
        scan_found(scan, IDENTIFIER_ACCOUNT, start, end, (struct span){token, length});
        return NULL;
    case WALLET_WRONG:
    case WALLET_NONE: break;
    }
    length = token_of(piece, token);
    if (length < 4)
        return "not an account: fewer than 4 letters and digits";
    bool is_shaped = is_letter(token[0]) && is_letter(token[1]) && is_digit(token[2]) && is_digit(token[3]);
    size_t wanted = is_shaped ? iban_length(token) : 0;
    char iban[IBAN_MOST];
    if (wanted && collect((struct span){token, length}, 0, wanted, iban) == length) {
        if (iban_remainder(iban, wanted) != 1)
            return "not an account: the check digits of the IBAN are wrong";
        memcpy(token, iban, wanted);
        length = wanted;
    }
    scan_found(scan, IDENTIFIER_ACCOUNT, start, end, (struct span){token, length});
    return NULL;
}
