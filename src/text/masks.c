/* Typed stretches of a text. Everything is bounded: no scan looks further than a few hundred bytes. */
#include "text/masks.h"

#define LOCAL_MOST  64   /* of an e-mail before '@' (RFC 5321) */
#define DOMAIN_MOST 255  /* (RFC 1035) */
#define LINK_MOST   2048 /* bytes of a link that are masked as one */
#define DIGITS_MOST 24   /* digits of a number with separators */
#define PHONE_LEAST 7    /* digits */
#define PHONE_MOST  15   /* (E.164) */

static unsigned char byte_at(struct span text, size_t at)
{
    return at < text.length ? (unsigned char)text.at[at] : 0;
}

static bool is_digit(unsigned char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(unsigned char c)
{
    return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static bool is_name(unsigned char c)
{
    return is_letter(c) || is_digit(c);
}

/* What is read at one place of a number: a digit in any script, a separator, or an end. */
static struct fold fold_at(const struct fold_table *folds, struct span text, size_t at, size_t *length)
{
    *length = 0;
    if (at >= text.length)
        return (struct fold){FOLD_BREAK, 0, {"", 0}};
    return fold_next(folds, text.at + at, text.length - at, length);
}

/* Bytes of a run of digits (any script, invisible marks between them allowed); adds to *digits. */
static size_t digit_run(const struct fold_table *folds, struct span text, size_t at, unsigned *digits)
{
    size_t begin = at;
    size_t end = at;
    while (*digits < DIGITS_MOST) {
        size_t length;
        struct fold fold = fold_at(folds, text, at, &length);
        if (fold.kind == FOLD_DIGIT) {
            ++*digits;
            end = at + length;
        } else if (at == begin || (fold.kind != FOLD_DROP && fold.kind != FOLD_ACCENT)) {
            break;
        }
        at += length;
        if (at - end > 16)
            break;
    }
    return end - begin;
}

/* Bytes of separators of a phone number: at most three of space, '.', '-', '/', '(', ')', '_'. */
static size_t separator_run(struct span text, size_t at)
{
    size_t begin = at;
    for (unsigned count = 0; count < 3; count++) {
        unsigned char c = byte_at(text, at);
        if (c && strchr(" .-/()_", c))
            at++;
        else if (c == 0xC2 && byte_at(text, at + 1) == 0xA0)
            at += 2;
        else
            break;
    }
    return at - begin;
}

struct digit_groups {
    size_t end;
    unsigned digits, groups, first; /* first: digits of the first group */
};

static struct digit_groups read_groups(const struct fold_table *folds, struct span text, size_t at)
{
    struct digit_groups g = {at, 0, 0, 0};
    for (;;) {
        unsigned before = g.digits;
        size_t run = digit_run(folds, text, at, &g.digits);
        if (run == 0 || g.digits == before)
            return g;
        g.end = at + run;
        g.first = g.groups++ ? g.first : g.digits;
        at = g.end + separator_run(text, g.end);
        if (at == g.end)
            return g;
    }
}

static struct mask mask_phone(const struct fold_table *folds, struct span text, size_t at)
{
    const struct mask none = {0, WORD_PHONE};
    size_t begin = at;
    bool plus = byte_at(text, at) == '+';
    at += plus;
    if (byte_at(text, at) == '(')
        at++;
    bool zero = byte_at(text, at) == '0';
    struct digit_groups g = read_groups(folds, text, at);
    if (g.digits < PHONE_LEAST || g.digits > PHONE_MOST + 2)
        return none;
    bool date = g.digits == 8 && g.groups == 3 && (g.first == 4 || g.first == 2) && !plus;
    if (date || (!plus && !zero && g.groups == 1 && g.digits < 8))
        return none;
    return (struct mask){g.end - begin, WORD_PHONE};
}

/* Digits with '.', ',', ':' or an apostrophe between them: 1,200.50 and 21:40. */
static size_t plain_number(const struct fold_table *folds, struct span text, size_t at)
{
    size_t begin = at;
    unsigned digits = 0;
    size_t run = digit_run(folds, text, at, &digits);
    size_t end = at + run;
    while (run && digits < DIGITS_MOST) {
        unsigned char c = byte_at(text, end);
        if (!c || !strchr(".,:'-/", c))
            break;
        run = digit_run(folds, text, end + 1, &digits);
        if (run)
            end += 1 + run;
    }
    return end - begin;
}

/* Bytes of a currency sign or word at `at`, one space before it allowed. */
static size_t currency_run(const struct fold_table *folds, struct span text, size_t at)
{
    static const char *const words[] = {"eur", "euro",   "euros", "usd",  "gbp", "chf", "dollar", "dollars",
                                        "pln", "pounds", "sek",   "aud",  "cad", "nok", "dkk",    "czk",
                                        "huf", "ron",    "rub",   "baht", "thb", "yen", "aed",    "inr"};
    size_t begin = at;
    size_t length;
    at += byte_at(text, at) == ' ';
    if (fold_at(folds, text, at, &length).kind == FOLD_CURRENCY)
        return at + length - begin;
    size_t size = 0;
    char word[8];
    while (size < sizeof word - 1 && is_letter(byte_at(text, at + size))) {
        word[size] = (char)(byte_at(text, at + size) | 32);
        size++;
    }
    word[size] = 0;
    for (size_t i = 0; size && i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i], word) == 0 && !is_name(byte_at(text, at + size)))
            return at + size - begin;
    return 0;
}

static bool runs_into_word(const struct fold_table *folds, struct span text, size_t at)
{
    size_t length;
    enum fold_class kind = fold_at(folds, text, at, &length).kind;
    return kind == FOLD_LETTER;
}

struct mask mask_number(const struct fold_table *folds, struct span text, size_t at)
{
    size_t length;
    size_t begin = at;
    bool sign = fold_at(folds, text, at, &length).kind == FOLD_CURRENCY;
    if (sign)
        at += length + (byte_at(text, at + length) == ' ');
    size_t run = plain_number(folds, text, at);
    size_t end = at + run;
    if (sign)
        return (struct mask){run ? end - begin : 0, WORD_PRICE};
    size_t currency = run ? currency_run(folds, text, end) : 0;
    if (currency)
        return (struct mask){end + currency - begin, WORD_PRICE};
    struct mask phone = mask_phone(folds, text, begin);
    if (phone.length >= run && phone.length)
        return phone;
    if (run && runs_into_word(folds, text, end))
        run = 0;
    return (struct mask){run, WORD_NUMBER};
}

struct mask mask_email(struct span text, size_t at)
{
    const struct mask none = {0, WORD_EMAIL};
    size_t sign = at;
    while (sign - at < LOCAL_MOST && (is_name(byte_at(text, sign)) ||
                                      (byte_at(text, sign) != 0 && strchr("._%+-", byte_at(text, sign)))))
        sign++;
    if (sign == at || byte_at(text, sign) != '@')
        return none;
    size_t end = sign + 1;
    size_t dots = 0;
    while (end - sign < DOMAIN_MOST) {
        unsigned char c = byte_at(text, end);
        bool dot = (c == '.' || c == '-') && is_name(byte_at(text, end + 1)) && end > sign + 1;
        if (!dot && !is_name(c))
            break;
        dots += c == '.';
        end++;
    }
    return dots ? (struct mask){end - at, WORD_EMAIL} : none;
}

static size_t visible_run(struct span text, size_t at)
{
    size_t end = at;
    while (end < text.length && end - at < LINK_MOST && byte_at(text, end) > ' ' &&
           !strchr("<>\"{}|\\^`", byte_at(text, end)))
        end++;
    while (end > at && strchr(".,;:!?)'", byte_at(text, end - 1)))
        end--;
    return end - at;
}

static bool starts_with(struct span text, size_t at, const char *word)
{
    for (size_t i = 0; word[i]; i++) {
        unsigned char c = byte_at(text, at + i);
        if ((is_letter(c) ? (c | 32) : c) != (unsigned char)word[i])
            return false;
    }
    return true;
}

/* Bytes of the domain at `at` where it ends in a usual top-level name. */
static bool is_bare_domain(struct span text, size_t at)
{
    static const char *const tops[] = {".com", ".net", ".org", ".info", ".biz", ".eu", ".be", ".nl",
                                       ".de",  ".fr",  ".me",  ".ly",   ".io",  ".ch", ".ru", ".example"};
    size_t end = at;
    while (end - at < LOCAL_MOST && (is_name(byte_at(text, end)) || byte_at(text, end) == '-'))
        end++;
    for (size_t i = 0; i < sizeof tops / sizeof *tops; i++)
        if (starts_with(text, end, tops[i]) && !is_name(byte_at(text, end + strlen(tops[i]))))
            return true;
    return false;
}

struct mask mask_link(struct span text, size_t at)
{
    unsigned char first = byte_at(text, at) | 32;
    bool link = first == 'h' && (starts_with(text, at, "http://") || starts_with(text, at, "https://"));
    link = link || (first == 'w' && starts_with(text, at, "www."));
    link = link || is_bare_domain(text, at);
    return (struct mask){link ? visible_run(text, at) : 0, WORD_LINK};
}

struct mask mask_handle(struct span text, size_t at)
{
    size_t end = at + 1;
    while (end - at < LOCAL_MOST && (is_name(byte_at(text, end)) || byte_at(text, end) == '_' ||
                                     (byte_at(text, end) == '.' && is_name(byte_at(text, end + 1)))))
        end++;
    return (struct mask){byte_at(text, at) == '@' && end - at >= 3 ? end - at : 0, WORD_HANDLE};
}
