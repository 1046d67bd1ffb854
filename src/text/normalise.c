/* Builds the table of folds from ICU's character data, and folds whole texts with it. */
#include "text/normalise.h"

#include "base/memory.h"
#include "text/utf8.h"

#include <assert.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#define CODES        0x20000u /* of the table: planes 0 and 1 */
#define COMPAT_FIRST 0x2F800u /* the compatibility ideographs of plane 2, which are in the table too */
#define COMPAT_COUNT 0x220u
#define POOL_MOST    (1u << 19)

static uint32_t entry_pack(enum fold_class kind, enum fold_script script, uint32_t length, uint32_t at)
{
    return (uint32_t)kind | (uint32_t)script << 4 | length << 7 | at << 13;
}

/* Letters that look decorated or stroked and that Unicode does not decompose. */
static const struct {
    uint16_t code;
    char latin;
} plain_letters[] = {
    {0x00F0, 'd'}, {0x00F8, 'o'}, {0x0111, 'd'}, {0x0127, 'h'}, {0x0131, 'i'}, {0x0142, 'l'}, {0x0167, 't'},
    {0x0261, 'g'}, {0x0262, 'g'}, {0x026A, 'i'}, {0x0274, 'n'}, {0x0280, 'r'}, {0x028F, 'y'}, {0x0299, 'b'},
    {0x029C, 'h'}, {0x029F, 'l'}, {0x1D00, 'a'}, {0x1D04, 'c'}, {0x1D05, 'd'}, {0x1D07, 'e'}, {0x1D0A, 'j'},
    {0x1D0B, 'k'}, {0x1D0D, 'm'}, {0x1D0F, 'o'}, {0x1D18, 'p'}, {0x1D1B, 't'}, {0x1D1C, 'u'}, {0x1D20, 'v'},
    {0x1D21, 'w'}, {0x1D22, 'z'}, {0xA730, 'f'}, {0xA731, 's'},
};

static char plain_letter(uint32_t code)
{
    if (code >= 0x1F150 && code <= 0x1F169) /* white letters in black circles */
        return (char)('a' + (code - 0x1F150));
    if (code >= 0x1F170 && code <= 0x1F189) /* white letters in black squares */
        return (char)('a' + (code - 0x1F170));
    for (size_t i = 0; i < sizeof plain_letters / sizeof *plain_letters; i++)
        if (plain_letters[i].code == code)
            return plain_letters[i].latin;
    return 0;
}

static bool is_accent(uint32_t code)
{
    return (code >= 0x300 && code <= 0x36F) || (code >= 0x483 && code <= 0x489) ||
           (code >= 0x591 && code <= 0x5C7) || (code >= 0x610 && code <= 0x61A) || code == 0x640 ||
           (code >= 0x64B && code <= 0x65F) || code == 0x670 || (code >= 0x6D6 && code <= 0x6ED) ||
           (code >= 0x1AB0 && code <= 0x1AFF) || (code >= 0x1DC0 && code <= 0x1DFF) ||
           (code >= 0x20D0 && code <= 0x20FF) || (code >= 0xFE20 && code <= 0xFE2F);
}

/* Skin tones and flags say what a person is, which Bowline does not look at. */
static bool is_dropped(uint32_t code)
{
    return (code >= 0x1F3FB && code <= 0x1F3FF) || (code >= 0x1F1E6 && code <= 0x1F1FF) ||
           u_hasBinaryProperty((UChar32)code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

static bool is_piece_script(UScriptCode script)
{
    return script == USCRIPT_THAI || script == USCRIPT_LAO || script == USCRIPT_KHMER ||
           script == USCRIPT_MYANMAR;
}

static enum fold_class letter_class(uint32_t code)
{
    UErrorCode error = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript((UChar32)code, &error);
    if (script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
        script == USCRIPT_BOPOMOFO)
        return FOLD_SINGLE;
    return is_piece_script(script) ? FOLD_PIECE : FOLD_LETTER;
}

static enum fold_class mark_class(uint32_t code)
{
    UErrorCode error = U_ZERO_ERROR;
    if (is_accent(code))
        return FOLD_ACCENT;
    if (code == 0x3099 || code == 0x309A || is_piece_script(uscript_getScript((UChar32)code, &error)))
        return FOLD_ATTACH;
    return FOLD_LETTER;
}

/* What a character is that has been folded already. */
static enum fold_class classify(uint32_t code)
{
    if (is_accent(code))
        return FOLD_ACCENT;
    if (code == 0x30FC) /* the sign for a long vowel goes with its kana */
        return FOLD_ATTACH;
    switch (u_charType((UChar32)code)) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_LETTER_NUMBER: return letter_class(code);
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK: return mark_class(code);
    case U_DECIMAL_DIGIT_NUMBER: return FOLD_DIGIT;
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_CONTROL_CHAR: return FOLD_SPACE;
    case U_CURRENCY_SYMBOL: return FOLD_CURRENCY;
    case U_OTHER_SYMBOL:
    case U_MODIFIER_SYMBOL:
        return u_hasBinaryProperty((UChar32)code, UCHAR_EXTENDED_PICTOGRAPHIC) ? FOLD_SYMBOL : FOLD_BREAK;
    default: return FOLD_BREAK;
    }
}

static enum fold_script script_of(uint32_t code)
{
    UErrorCode error = U_ZERO_ERROR;
    switch (uscript_getScript((UChar32)code, &error)) {
    case USCRIPT_LATIN: return SCRIPT_LATIN;
    case USCRIPT_CYRILLIC: return SCRIPT_CYRILLIC;
    case USCRIPT_GREEK: return SCRIPT_GREEK;
    default: return SCRIPT_OTHER;
    }
}

/* Writes the decomposition without accents; sets *first to its first character, which says the class. */
static size_t write_decomposition(const UChar *units, int32_t count, char *out, uint32_t *first)
{
    size_t size = 0;
    *first = 0;
    for (int32_t i = 0; i < count;) {
        UChar32 code;
        U16_NEXT(units, i, count, code);
        if (is_accent((uint32_t)code) && size)
            continue;
        char plain = plain_letter((uint32_t)code);
        uint32_t to = plain ? (uint32_t)(unsigned char)plain : (uint32_t)code;
        if (u_charType(code) == U_DECIMAL_DIGIT_NUMBER)
            to = '0' + (uint32_t)u_charDigitValue(code);
        *first = *first ? *first : to;
        size += utf8_encode(to, out + size);
    }
    return size;
}

static uint32_t entry_build(const UNormalizer2 *fold, uint32_t code, struct buffer *pool)
{
    UChar units[32];
    UErrorCode error = U_ZERO_ERROR;
    char text[32 * UTF8_MOST];
    uint32_t first = code;
    if (is_dropped(code))
        return entry_pack(FOLD_DROP, SCRIPT_OTHER, 0, 0);
    int32_t count = unorm2_getDecomposition(fold, (UChar32)code, units, 32, &error);
    if (count < 0 || U_FAILURE(error)) {
        count = 0;
        U16_APPEND_UNSAFE(units, count, (UChar32)code);
    }
    size_t size = write_decomposition(units, count, text, &first);
    enum fold_class kind = count ? classify(first) : FOLD_DROP;
    enum fold_script script = kind == FOLD_LETTER ? script_of(first) : SCRIPT_OTHER;
    if (kind == FOLD_ACCENT || kind == FOLD_DROP)
        return entry_pack(kind, SCRIPT_OTHER, 0, 0);
    if (first == code)
        return entry_pack(kind, script, FOLD_IDENTITY, 0);
    size_t at = pool->length;
    assert(size < FOLD_IDENTITY);
    buffer_append(pool, text, size);
    return entry_pack(kind, script, (uint32_t)size, (uint32_t)at);
}

static bool is_plain_ideograph(uint32_t code)
{
    return (code >= 0x3400 && code < 0x4DC0) || (code >= 0x4E00 && code < 0x9FFD);
}

enum bowline_status fold_table_init(struct fold_table *table, struct bowline_error *err)
{
    UErrorCode error = U_ZERO_ERROR;
    buffer_init(&table->pool, POOL_MOST);
    table->entries = NULL;
    table->blinding = (struct blinding){0};
    const UNormalizer2 *fold = unorm2_getNFKCCasefoldInstance(&error);
    if (U_FAILURE(error))
        return error_set(err, BOWLINE_ERROR_IO, "ICU has no normalisation data: %s", u_errorName(error));
    table->entries = memory_new(CODES + COMPAT_COUNT, sizeof *table->entries);
    if (!table->entries)
        return error_memory(err);
    for (uint32_t code = 0; code < CODES; code++)
        table->entries[code] = is_plain_ideograph(code)
                                   ? entry_pack(FOLD_SINGLE, SCRIPT_OTHER, FOLD_IDENTITY, 0)
                                   : entry_build(fold, code, &table->pool);
    for (uint32_t i = 0; i < COMPAT_COUNT; i++)
        table->entries[CODES + i] = entry_build(fold, COMPAT_FIRST + i, &table->pool);
    enum bowline_status status =
        buffer_ok(&table->pool) ? blinding_init(&table->blinding, table, err) : error_memory(err);
    if (status != BOWLINE_OK)
        fold_table_release(table);
    return status;
}

void fold_table_release(struct fold_table *table)
{
    memory_free(table->entries);
    buffer_release(&table->pool);
    blinding_release(&table->blinding);
    table->entries = NULL;
}

static uint32_t entry_of(const struct fold_table *table, uint32_t code)
{
    if (code < CODES)
        return table->entries[code];
    if (code >= COMPAT_FIRST && code < COMPAT_FIRST + COMPAT_COUNT)
        return table->entries[CODES + code - COMPAT_FIRST];
    if (code < 0x40000)
        return entry_pack(FOLD_SINGLE, SCRIPT_OTHER, FOLD_IDENTITY, 0);
    return entry_pack(code >= 0xE0000 && code < 0xE1000 ? FOLD_DROP : FOLD_BREAK, SCRIPT_OTHER,
                      code >= 0xE0000 && code < 0xE1000 ? 0 : FOLD_IDENTITY, 0);
}

struct fold fold_next_any(const struct fold_table *table, const char *at, size_t left, size_t *length)
{
    struct utf8_char c = utf8_decode(at, left);
    struct fold fold = fold_of_entry(table, entry_of(table, c.code), at, c.length);
    if (c.code == UTF8_REPLACEMENT)
        fold.to = (struct span){"\xEF\xBF\xBD", 3};
    *length = c.length;
    return fold;
}

static void append_space(struct buffer *out)
{
    if (out->length && out->data[out->length - 1] != ' ')
        buffer_append_char(out, ' ');
}

/* Appends the word at `at` and returns the byte after it. */
static size_t append_word(const struct fold_table *table, struct span text, size_t at, struct buffer *out)
{
    char word[2 * FOLD_WORD_MOST];
    size_t size = 0;
    unsigned scripts = 0;
    while (at < text.length) {
        size_t length;
        struct fold fold = fold_next(table, text.at + at, text.length - at, &length);
        bool inside = fold.kind == FOLD_LETTER || fold.kind == FOLD_ACCENT || fold.kind == FOLD_DROP;
        if (!inside || size + fold.to.length > FOLD_WORD_MOST)
            break;
        if (fold.kind == FOLD_LETTER) {
            memcpy(word + size, fold.to.at, fold.to.length);
            size += fold.to.length;
            scripts |= fold.script;
        }
        at += length;
    }
    if (scripts & (scripts - 1))
        size = confusables_fold(word, size);
    buffer_append(out, word, size);
    return at;
}

void normalise_text(const struct fold_table *table, struct span text, struct buffer *out)
{
    for (size_t at = 0; at < text.length;) {
        size_t length;
        struct fold fold = fold_next(table, text.at + at, text.length - at, &length);
        if (fold.kind == FOLD_LETTER) {
            at = append_word(table, text, at, out);
            continue;
        }
        if (fold.kind == FOLD_SPACE)
            append_space(out);
        else if (fold.kind != FOLD_ACCENT && fold.kind != FOLD_DROP)
            buffer_append_span(out, fold.to);
        at += length;
    }
    if (out->length && out->data[out->length - 1] == ' ' && !out->failed)
        out->length--;
}
