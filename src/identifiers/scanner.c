/* One pass over a running text. A table of bytes tells which can begin or betray an identifier, and where
 * words begin; a word is looked at further only where its first three bytes may begin one of the lexicon.
 * Each trigger shows the place to the readers of its row, in order. */
#include "identifiers/letters.h"
#include "identifiers/readers.h"

typedef size_t text_reader(struct scan *scan, size_t at);

/* LETTER goes on with a word. After any other byte, other than a digit, a word may begin. */
enum trigger { LETTER, GAP, DIGIT, PLUS, AT, COLON, DOT, HAN, SIGN, TRIGGER_COUNT };

#define READERS_MOST 3

/* A digit that a letter stands before may belong to an IBAN or a wallet; four digits may begin a card. */
static size_t digit_at(struct scan *scan, size_t at)
{
    struct span text = scan->text;
    size_t next = 0;
    bool is_inside = at > 0 && is_letter(text.at[at - 1]);
    if (is_inside)
        next = account_at(scan, at);
    bool is_long = is_alnum(char_at(text, at + 6)) && is_alnum(char_at(text, at + 25));
    if (!next && (is_inside || is_long))
        next = wallet_at(scan, at);
    if (!next && is_digit(char_at(text, at + 3)))
        next = card_at(scan, at);
    return next ? next : phone_at(scan, at);
}

/* The row of each trigger; the first reader that knows the place takes it. */
static text_reader *const rows[TRIGGER_COUNT][READERS_MOST] = {
    [DIGIT] = {digit_at},          [PLUS] = {phone_at}, [AT] = {email_at, handle_at, email_sign_at},
    [COLON] = {url_at, handle_at}, [DOT] = {url_at},    [HAN] = {phone_sign_at},
    [SIGN] = {phone_sign_at},
};

#define FOUR(x)    x, x, x, x
#define SIXTEEN(x) FOUR(x), FOUR(x), FOUR(x), FOUR(x)

static const uint8_t triggers[256] = {
    /* controls, space, ASCII signs */
    SIXTEEN(GAP),
    SIXTEEN(GAP),
    /* 20 */ FOUR(GAP),
    FOUR(GAP),
    GAP,
    GAP,
    GAP,
    PLUS,
    GAP,
    GAP,
    DOT,
    GAP,
    /* 30 */ FOUR(DIGIT),
    FOUR(DIGIT),
    DIGIT,
    DIGIT,
    COLON,
    GAP,
    FOUR(GAP),
    /* 40 */ AT,
    LETTER,
    LETTER,
    LETTER,
    FOUR(LETTER),
    FOUR(LETTER),
    FOUR(LETTER),
    /* 50 */ FOUR(LETTER),
    FOUR(LETTER),
    LETTER,
    LETTER,
    LETTER,
    GAP,
    FOUR(GAP),
    /* 60 */ GAP,
    LETTER,
    LETTER,
    LETTER,
    FOUR(LETTER),
    FOUR(LETTER),
    FOUR(LETTER),
    /* 70 */ FOUR(LETTER),
    FOUR(LETTER),
    LETTER,
    LETTER,
    LETTER,
    GAP,
    FOUR(GAP),
    /* trailing bytes */
    SIXTEEN(LETTER),
    SIXTEEN(LETTER),
    SIXTEEN(LETTER),
    SIXTEEN(LETTER),
    /* C0 */ LETTER,
    LETTER,
    SIGN,
    LETTER,
    FOUR(LETTER),
    FOUR(LETTER),
    FOUR(LETTER),
    /* D0 */ FOUR(LETTER),
    FOUR(LETTER),
    LETTER,
    SIGN,
    LETTER,
    SIGN,
    LETTER,
    SIGN,
    LETTER,
    SIGN,
    /* E0 */ SIGN,
    SIGN,
    SIGN,
    HAN,
    HAN,
    HAN,
    HAN,
    HAN,
    HAN,
    HAN,
    LETTER,
    LETTER,
    LETTER,
    LETTER,
    LETTER,
    SIGN,
    /* F0 */ SIGN,
    LETTER,
    LETTER,
    LETTER,
    FOUR(LETTER),
    FOUR(LETTER),
    FOUR(LETTER),
};

static size_t read_at(struct scan *scan, size_t at, enum trigger trigger)
{
    text_reader *const *row = rows[trigger];
    for (unsigned i = 0; i < READERS_MOST && row[i]; i++) {
        size_t next = row[i](scan, at);
        if (next > at)
            return next;
    }
    return at;
}

/* A word that the lexicon may have, at `at`. Where to go on, or `at`. */
static size_t read_word(struct scan *scan, size_t at)
{
    struct token token;
    if (at < scan->floor || !token_read(scan->reader->lexicon, scan->text, at, false, &token))
        return at;
    size_t next = 0;
    switch (token.lexemes[0].kind) {
    case LEXEME_UNIT:
    case LEXEME_TEEN:
    case LEXEME_TENS:
    case LEXEME_HUNDRED:
    case LEXEME_HUNDREDS:
    case LEXEME_REPEAT:
    case LEXEME_PLUS: next = phone_word_at(scan, at); break;
    case LEXEME_SIGN: next = token.lexemes[0].value == '.' ? url_spelled_at(scan, at) : 0; break;
    case LEXEME_AT: next = email_word_at(scan, at, token.end); break;
    case LEXEME_SERVICE: next = handle_word_at(scan, at, token.end); break;
    case LEXEME_PLATE: next = plate_word_at(scan, at, token.end); break;
    default: break;
    }
    return next > at ? next : at;
}

static bool may_begin(const struct scan *scan, size_t at)
{
    const char *bytes = scan->text.at + at;
    return at + 3 <= scan->text.length && lexicon_may_trigger(scan->reader->lexicon, bytes) &&
           lexicon_may_be(scan->reader->lexicon, bytes, scan->text.length - at);
}

/* The end of the character that begins at `at`. */
static size_t character_end(struct span text, size_t at)
{
    size_t end = at + 1;
    while (end < text.length && ((unsigned char)text.at[end] & 0xc0) == 0x80)
        end++;
    return end;
}

/* A byte that is no letter: what may be read at it, and then the word that may begin after it. */
static size_t read_trigger(struct scan *scan, size_t at, enum trigger trigger)
{
    size_t next = read_at(scan, at, trigger);
    if (next > at)
        return next;
    if (trigger == DIGIT)
        return at + 1;
    next = trigger == HAN || trigger == SIGN ? character_end(scan->text, at) : at + 1;
    if (trigger == HAN && may_begin(scan, at)) {
        size_t word = read_word(scan, at);
        if (word > at)
            return word;
    }
    return may_begin(scan, next) ? read_word(scan, next) : next;
}

/* A bit at the top of each of eight bytes that is no ASCII letter. */
static uint64_t other_than_letters(uint64_t bytes)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t small = (bytes | 0x20 * ones) & 0x7f * ones;
    uint64_t from_a = small + (0x80 - 'a') * ones;
    uint64_t above_z = small + (0x80 - 'z' - 1) * ones;
    return ~(from_a & ~above_z & ~bytes) & 0x80 * ones;
}

/* Where the ASCII letters from `at` on end. Eight at a time: most words have fewer. */
static size_t letters_end(struct span text, size_t at)
{
    for (; at + 8 <= text.length; at += 8) {
        uint64_t bytes;
        memcpy(&bytes, text.at + at, sizeof bytes);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
        bytes = __builtin_bswap64(bytes);
#endif
        uint64_t others = other_than_letters(bytes);
        if (others)
            return at + (size_t)__builtin_ctzll(others) / 8;
    }
    while (at < text.length && is_letter(text.at[at]))
        at++;
    return at;
}

void scan_text(struct scan *scan)
{
    struct span text = scan->text;
    const unsigned char *bytes = (const unsigned char *)text.at;
    size_t at = may_begin(scan, 0) ? read_word(scan, 0) : 0;
    while (at < text.length) {
        enum trigger trigger = (enum trigger)triggers[bytes[at]];
        if (trigger == LETTER) {
            at = bytes[at] < 0x80 ? letters_end(text, at + 1) : at + 1;
        } else if (trigger == GAP) {
            at++;
            if (may_begin(scan, at))
                at = read_word(scan, at);
        } else {
            at = read_trigger(scan, at, trigger);
        }
    }
}
