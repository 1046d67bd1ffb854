/* Reads a text word by word. A pass over ASCII letters and digits takes the short way; anything else is
 * folded character by character. */
#include "text/words.h"

#include "base/hash.h"
#include "text/masks.h"

#define DIGIT_SIGN '#' /* what a run of digits inside a word becomes */

/* For ASCII: 0 is none; letters and digits fold to themselves in lower case. */
static unsigned char ascii_letter(unsigned char c)
{
    unsigned char low = c | 32;
    return low >= 'a' && low <= 'z' ? low : 0;
}

static uint64_t load_bytes(const char *at, size_t length)
{
    uint64_t value = 0;
    memcpy(&value, at, length);
    return value;
}

/* low and high: the bytes of a word of at most 16, zeros behind. */
static inline uint64_t short_hash(uint64_t low, uint64_t high, size_t length)
{
    return hash_mix(low ^ 0x9e3779b97f4a7c15u) ^ hash_mix(high + length * 0xd6e8feb86659fd93u);
}

/* The first bytes, 0 to 8, of eight, zeros behind: as load_bytes reads them. */
static uint64_t keep_bytes(uint64_t value, size_t count)
{
    uint64_t beyond = count < 8 ? UINT64_MAX << 8 * count : 0;
    return value & ~(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? beyond : __builtin_bswap64(beyond));
}

/* Short words, which nearly all are, are mixed as two integers; long ones are hashed as bytes. Reads 16 bytes
 * where there are fewer. */
static uint64_t word_hash(const char *at, size_t length)
{
    if (length > 16)
        return hash_bytes(at, length, 0);
    return short_hash(keep_bytes(load_bytes(at, 8), length),
                      keep_bytes(load_bytes(at + 8, 8), length > 8 ? length - 8 : 0), length);
}

uint64_t word_kind_hash(enum word_kind kind)
{
    return hash_mix(0x5851f42d4c957f2du + (uint64_t)kind);
}

void word_reader_init(struct word_reader *reader, const struct fold_table *folds, struct span text)
{
    reader->folds = folds;
    reader->text = text;
    reader->at = 0;
    reader->size = 0;
    reader->slow = __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__;
    reader->has_at = text.length && memchr(text.at, '@', text.length);
}

static bool finish(struct word_reader *r, struct word *word, size_t begin, enum word_kind kind)
{
    word->at = begin;
    word->length = (uint32_t)(r->at - begin);
    word->kind = kind;
    word->hash = word_is_typed(kind) ? word_kind_hash(kind) : word_hash(r->folded, r->size);
    return true;
}

static bool finish_mask(struct word_reader *r, struct word *word, struct mask mask)
{
    size_t begin = r->at;
    r->size = 0;
    r->at += mask.length;
    return finish(r, word, begin, mask.kind);
}

/* The ASCII letters at r->at, in lower case, into folded. Returns how many. */
static size_t read_ascii(struct word_reader *r)
{
    const unsigned char *at = (const unsigned char *)r->text.at + r->at;
    size_t left = r->text.length - r->at;
    size_t most = left < FOLD_WORD_MOST ? left : FOLD_WORD_MOST;
    size_t size = 0;
    for (unsigned char c; size < most && (c = ascii_letter(at[size])); size++)
        r->folded[size] = (char)c;
    return size;
}

static bool is_apostrophe(struct span text, size_t at, size_t *length)
{
    unsigned char c = (unsigned char)text.at[at];
    *length = c == '\'' ? 1 : 3;
    return c == '\'' || (text.length - at >= 3 && memcmp(text.at + at, "\xE2\x80\x99", 3) == 0);
}

static bool letter_follows(const struct word_reader *r, size_t at)
{
    size_t length;
    return at < r->text.length &&
           fold_next(r->folds, r->text.at + at, r->text.length - at, &length).kind == FOLD_LETTER;
}

/* A fold has few bytes, mostly one to three. */
static void append_fold(struct word_reader *r, struct span to)
{
    char *out = r->folded + r->size;
    r->size += (uint32_t)to.length;
    if (to.length > 3) {
        memcpy(out, to.at, to.length);
        return;
    }
    for (size_t i = 0; i < to.length; i++)
        out[i] = to.at[i];
}

/* Goes on with a word whose first bytes may be read already: any script, digits, accents, invisible marks,
 * apostrophes between letters. r->at ends behind the last character that belongs to the word. */
static void read_folded(struct word_reader *r)
{
    unsigned scripts = r->size ? SCRIPT_LATIN : 0;
    for (size_t at = r->at; at < r->text.length && r->size + 64 < FOLD_WORD_MOST;) {
        size_t length;
        struct fold fold = fold_next(r->folds, r->text.at + at, r->text.length - at, &length);
        if (fold.kind == FOLD_LETTER) {
            append_fold(r, fold.to);
            scripts |= fold.script;
        } else if (fold.kind == FOLD_DIGIT) {
            if (r->size == 0 || r->folded[r->size - 1] != DIGIT_SIGN)
                r->folded[r->size++] = DIGIT_SIGN;
        } else if (fold.kind != FOLD_ACCENT && fold.kind != FOLD_DROP) {
            if (!is_apostrophe(r->text, at, &length) || !letter_follows(r, at + length))
                break;
        }
        at += length;
        if (fold.kind != FOLD_DROP)
            r->at = at;
    }
    if (scripts & (scripts - 1))
        r->size = (uint32_t)confusables_fold(r->folded, r->size);
}

static bool needs_folding(const struct word_reader *r)
{
    if (r->at >= r->text.length)
        return false;
    unsigned char c = (unsigned char)r->text.at[r->at];
    return c >= 0x80 || c == '\'' || (c >= '0' && c <= '9');
}

static bool mask_word(struct word_reader *r, struct word *word)
{
    struct mask mask = {0, WORD_PLAIN};
    if (r->has_at)
        mask = mask_email(r->text, r->at);
    if (!mask.length)
        mask = mask_link(r->text, r->at);
    return mask.length && finish_mask(r, word, mask);
}

static bool begins_masked(const struct word_reader *r, size_t after)
{
    unsigned char next = after < r->text.length ? (unsigned char)r->text.at[after] : 0;
    return next == '.' || next == ':' || (r->has_at && next && strchr("@_%+-0123456789", next));
}

static bool read_word(struct word_reader *r, struct word *word)
{
    size_t begin = r->at;
    r->size = (uint32_t)read_ascii(r);
    if (begins_masked(r, begin + r->size) && mask_word(r, word))
        return true;
    r->size = (uint32_t)read_ascii(r);
    r->at = begin + r->size;
    if (needs_folding(r))
        read_folded(r);
    return finish(r, word, begin, WORD_PLAIN);
}

/* One character and the signs that belong to it. */
static bool read_single(struct word_reader *r, struct word *word, enum word_kind kind)
{
    size_t begin = r->at;
    r->size = 0;
    for (size_t at = r->at; at < r->text.length && r->size + 64 < FOLD_WORD_MOST;) {
        size_t length;
        struct fold fold = fold_next(r->folds, r->text.at + at, r->text.length - at, &length);
        if (at > begin && fold.kind != FOLD_ATTACH && fold.kind != FOLD_DROP)
            break;
        if (fold.kind != FOLD_DROP) {
            append_fold(r, fold.to);
            r->at = at + length;
        }
        at += length;
        if (at - r->at > 64)
            break;
    }
    return finish(r, word, begin, kind);
}

/* Digits that are no number begin a word: 24h. */
static bool read_number(struct word_reader *r, struct word *word)
{
    struct mask mask = {0, WORD_PLAIN};
    if (r->has_at)
        mask = mask_email(r->text, r->at);
    if (!mask.length)
        mask = mask_number(r->folds, r->text, r->at);
    if (mask.length)
        return finish_mask(r, word, mask);
    size_t begin = r->at;
    r->size = 0;
    read_folded(r);
    return r->at > begin && finish(r, word, begin, WORD_PLAIN);
}

/* Tries to read a word at a character that is no ASCII letter. */
static bool read_other(struct word_reader *r, struct word *word, enum fold_class kind)
{
    unsigned char c = (unsigned char)r->text.at[r->at];
    switch (kind) {
    case FOLD_DIGIT:
    case FOLD_CURRENCY: return read_number(r, word);
    case FOLD_LETTER: return read_word(r, word);
    case FOLD_SINGLE: return read_single(r, word, WORD_SINGLE);
    case FOLD_PIECE: return read_single(r, word, WORD_PIECE);
    case FOLD_SYMBOL: return read_single(r, word, WORD_SYMBOL);
    case FOLD_BREAK: break;
    default: return false;
    }
    struct mask mask = {0, WORD_PLAIN};
    if (c == '@')
        mask = mask_handle(r->text, r->at);
    else if (c == '+' || c == '(')
        mask = mask_number(r->folds, r->text, r->at);
    return mask.length && finish_mask(r, word, mask);
}

#define BYTES(b) (0x0101010101010101u * (b))
#define WWW      0x777777u

/* The top bit of each byte that is an ASCII letter in lower case, at the place of the byte. */
static inline uint64_t find_letters(uint64_t low)
{
    uint64_t from_a = (low & BYTES(0x7F)) + BYTES(0x80 - 'a');
    uint64_t beyond_z = (low & BYTES(0x7F)) + BYTES(0x80 - 'z' - 1);
    return from_a & ~beyond_z & ~low & BYTES(0x80);
}

/* Letters from the first byte on, 0 to 8. */
static inline unsigned count_letters(uint64_t low)
{
    uint64_t others = ~find_letters(low) & BYTES(0x80);
    return others ? (unsigned)__builtin_ctzll(others) / 8 : 8;
}

/* True where a word of ASCII letters surely ends before the byte `end`. */
static bool ends_plainly(const struct word_reader *r, unsigned char end, unsigned char after, bool is_www)
{
    static const bool plain[128] = {
        [0] = true,   ['\t'] = true, ['\n'] = true, ['\r'] = true, [' '] = true, ['!'] = true, ['"'] = true,
        ['('] = true, [')'] = true,  [','] = true,  [';'] = true,  ['?'] = true, ['*'] = true, ['/'] = true,
        ['~'] = true, ['='] = true,  ['['] = true,  [']'] = true,  ['&'] = true, ['|'] = true};
    if (end < 128 && plain[end])
        return true;
    if (end == '.') /* but "www." may begin a link, whatever follows */
        return (after == ' ' || after == '\n' || after == '\r') && !is_www;
    return end == '-' && !r->has_at;
}

/* A word of at most 16 ASCII letters, eight bytes at a step: nearly all words of most texts. Reads 18 bytes.
 */
static inline bool read_plain(struct word_reader *r, struct word *word)
{
    const char *at = r->text.at + r->at;
    if (r->slow || r->text.length - r->at < 18)
        return false;
    uint64_t low = load_bytes(at, 8) | BYTES(0x20);
    uint64_t high = 0;
    unsigned length = count_letters(low);
    if (length == 8) {
        high = load_bytes(at + 8, 8) | BYTES(0x20);
        unsigned more = count_letters(high);
        high = more < 8 ? high & ((1ull << 8 * more) - 1) : high;
        length += more;
    } else {
        low &= (1ull << 8 * length) - 1;
    }
    if (!length || !ends_plainly(r, (unsigned char)at[length], (unsigned char)at[length + 1], low == WWW))
        return false;
    memcpy(r->folded, &low, 8);
    memcpy(r->folded + 8, &high, 8);
    r->size = length;
    *word = (struct word){short_hash(low, high, length), r->at, length, WORD_PLAIN};
    r->at += length;
    return true;
}

bool word_read(struct word_reader *r, struct word *word)
{
    while (r->at < r->text.length) {
        unsigned char c = (unsigned char)r->text.at[r->at];
        if (c <= ' ') {
            r->at++;
            continue;
        }
        if (ascii_letter(c))
            return read_plain(r, word) || read_word(r, word);
        size_t length;
        struct fold fold = fold_next(r->folds, r->text.at + r->at, r->text.length - r->at, &length);
        if (read_other(r, word, fold.kind))
            return true;
        r->at += length;
    }
    return false;
}

/* Katakana spells whole words: one that goes on is another word. */
static bool is_katakana(struct span text, size_t at)
{
    const unsigned char *c = (const unsigned char *)text.at + at;
    return at < text.length && text.length - at >= 3 && c[0] == 0xE3 &&
           ((c[1] == 0x82 && c[2] >= 0xA1) || c[1] == 0x83);
}

static bool stands_alone(struct span text, size_t begin, size_t end)
{
    bool before = begin >= 3 && is_katakana(text, begin - 3) && is_katakana(text, begin);
    return !before && !(is_katakana(text, end - 3) && is_katakana(text, end));
}

static size_t skip_invisible(const struct word_reader *r)
{
    size_t at = r->at;
    size_t length;
    while (at < r->text.length &&
           fold_next(r->folds, r->text.at + at, r->text.length - at, &length).kind == FOLD_DROP)
        at += length;
    return at;
}

/* The longest blinded word that begins with the character that was read: ends behind it, or where r stands.
 */
static bool find_sequence(struct word_reader *r, const struct word *word, size_t *end)
{
    const struct blinding *blinding = &r->folds->blinding;
    uint64_t sequence = word->hash;
    struct word next = *word;
    *end = 0;
    for (;;) {
        if (blinding_has(blinding, sequence) && stands_alone(r->text, word->at, r->at))
            *end = r->at;
        if (!blinding_has(blinding, blinding_beginning(sequence)))
            break;
        size_t at = skip_invisible(r);
        if (!word_read(r, &next) || next.kind != WORD_SINGLE || next.at != at)
            break;
        sequence = blinding_join(sequence, next.hash);
    }
    return *end != 0;
}

static void blind_word(struct word_reader *r, struct word *word)
{
    if (!blinding_has(&r->folds->blinding, word->hash))
        return;
    word->kind = WORD_ORIGIN;
    word->hash = word_kind_hash(WORD_ORIGIN);
    r->size = 0;
}

/* Characters without spaces between them: r goes back where no blinded word begins here. */
static void blind_single(struct word_reader *r, struct word *word)
{
    size_t end;
    if (!blinding_may_have(&r->folds->blinding, blinding_beginning(word->hash)))
        return;
    bool found = find_sequence(r, word, &end);
    r->at = found ? end : word->at;
    r->size = 0;
    if (found)
        finish(r, word, word->at, WORD_ORIGIN);
    else
        read_single(r, word, WORD_SINGLE);
}

bool word_next(struct word_reader *r, struct word *word)
{
    if (!word_read(r, word))
        return false;
    if (word->kind == WORD_SINGLE)
        blind_single(r, word);
    else if (blinding_may_have(&r->folds->blinding, word->hash))
        blind_word(r, word);
    return true;
}

const char *word_kind_name(enum word_kind kind)
{
    static const char *const names[WORD_KINDS] = {
        [WORD_NUMBER] = "number", [WORD_PRICE] = "price",   [WORD_PHONE] = "phone",   [WORD_EMAIL] = "email",
        [WORD_LINK] = "link",     [WORD_HANDLE] = "handle", [WORD_ORIGIN] = "origin",
    };
    return kind < WORD_KINDS ? names[kind] : NULL;
}
