/* Tables of Unicode 15: blocks of decimal digits, enclosed and raised ones, and the look-alikes of UTS 39. */
#include "identifiers/glyph.h"

#include "identifiers/letters.h"
#include "text/utf8.h"

struct block {
    uint32_t first;
    uint8_t digit; /* of the first */
    uint8_t count;
    uint8_t written;
};

/* Ascending. */
static const struct block blocks[] = {
    {0xB2, 2, 2, WRITTEN_DECORATIVE},     {0xB9, 1, 1, WRITTEN_DECORATIVE},
    {0x660, 0, 10, WRITTEN_SCRIPT},       {0x6F0, 0, 10, WRITTEN_SCRIPT},
    {0x7C0, 0, 10, WRITTEN_SCRIPT},       {0x966, 0, 10, WRITTEN_SCRIPT},
    {0x9E6, 0, 10, WRITTEN_SCRIPT},       {0xA66, 0, 10, WRITTEN_SCRIPT},
    {0xAE6, 0, 10, WRITTEN_SCRIPT},       {0xB66, 0, 10, WRITTEN_SCRIPT},
    {0xBE6, 0, 10, WRITTEN_SCRIPT},       {0xC66, 0, 10, WRITTEN_SCRIPT},
    {0xCE6, 0, 10, WRITTEN_SCRIPT},       {0xD66, 0, 10, WRITTEN_SCRIPT},
    {0xE50, 0, 10, WRITTEN_SCRIPT},       {0xED0, 0, 10, WRITTEN_SCRIPT},
    {0xF20, 0, 10, WRITTEN_SCRIPT},       {0x1040, 0, 10, WRITTEN_SCRIPT},
    {0x17E0, 0, 10, WRITTEN_SCRIPT},      {0x1810, 0, 10, WRITTEN_SCRIPT},
    {0x2070, 0, 1, WRITTEN_DECORATIVE},   {0x2074, 4, 6, WRITTEN_DECORATIVE},
    {0x2080, 0, 10, WRITTEN_DECORATIVE},  {0x2460, 1, 9, WRITTEN_DECORATIVE},
    {0x2474, 1, 9, WRITTEN_DECORATIVE},   {0x2488, 1, 9, WRITTEN_DECORATIVE},
    {0x24EA, 0, 1, WRITTEN_DECORATIVE},   {0x24F5, 1, 9, WRITTEN_DECORATIVE},
    {0x24FF, 0, 1, WRITTEN_DECORATIVE},   {0x2776, 1, 9, WRITTEN_DECORATIVE},
    {0x2780, 1, 9, WRITTEN_DECORATIVE},   {0x278A, 1, 9, WRITTEN_DECORATIVE},
    {0x3007, 0, 1, WRITTEN_SPELLED},      {0xFF10, 0, 10, WRITTEN_FULLWIDTH},
    {0x1D7CE, 0, 10, WRITTEN_DECORATIVE}, {0x1D7D8, 0, 10, WRITTEN_DECORATIVE},
    {0x1D7E2, 0, 10, WRITTEN_DECORATIVE}, {0x1D7EC, 0, 10, WRITTEN_DECORATIVE},
    {0x1D7F6, 0, 10, WRITTEN_DECORATIVE}, {0x1F101, 0, 10, WRITTEN_DECORATIVE},
    {0x1F10B, 0, 1, WRITTEN_DECORATIVE},  {0x1F10C, 0, 1, WRITTEN_DECORATIVE},
    {0x1FBF0, 0, 10, WRITTEN_DECORATIVE},
};

struct sign {
    uint32_t code;
    char as;
};

/* Numerals of Chinese and Japanese, as they are spelled in numbers, plain and in the financial form. */
static const struct sign numerals[] = {
    {0x4E00, '1'}, {0x4E03, '7'}, {0x4E09, '3'}, {0x4E24, '2'}, {0x4E5D, '9'}, {0x4E8C, '2'},
    {0x4E94, '5'}, {0x4F0D, '5'}, {0x516B, '8'}, {0x516D, '6'}, {0x53C1, '3'}, {0x56DB, '4'},
    {0x58F9, '1'}, {0x5E7A, '1'}, {0x634C, '8'}, {0x67D2, '7'}, {0x7396, '9'}, {0x8086, '4'},
    {0x8CB3, '2'}, {0x8D30, '2'}, {0x9646, '6'}, {0x96F6, '0'},
};

/* ASCII letters that look like digits. */
static const char ascii_lookalikes[128] = {
    ['A'] = '4', ['B'] = '8', ['E'] = '3', ['G'] = '6', ['I'] = '1', ['O'] = '0',
    ['Q'] = '0', ['S'] = '5', ['T'] = '7', ['Z'] = '2', ['b'] = '6', ['g'] = '9',
    ['i'] = '1', ['l'] = '1', ['o'] = '0', ['q'] = '9', ['s'] = '5', ['z'] = '2',
};

/* Those of Greek, Cyrillic, Armenian and others (UTS 39). */
static const struct sign lookalikes[] = {
    {0xD6, '0'},   {0xD8, '0'},  {0xF6, '0'},  {0xF8, '0'},  {0x131, '1'},  {0x1BD, '5'},  {0x1B7, '3'},
    {0x21C, '3'},  {0x222, '8'}, {0x391, '4'}, {0x392, '8'}, {0x396, '2'},  {0x399, '1'},  {0x39F, '0'},
    {0x3B2, '8'},  {0x3BF, '0'}, {0x3C3, '6'}, {0x405, '5'}, {0x406, '1'},  {0x410, '4'},  {0x411, '6'},
    {0x412, '8'},  {0x417, '3'}, {0x41E, '0'}, {0x427, '4'}, {0x431, '6'},  {0x437, '3'},  {0x43E, '0'},
    {0x447, '4'},  {0x455, '5'}, {0x456, '1'}, {0x4C0, '1'}, {0x4CF, '1'},  {0x4E0, '3'},  {0x555, '0'},
    {0x585, '0'},  {0x5D5, '1'}, {0x5D8, '0'}, {0x5E1, '0'}, {0xFF2F, '0'}, {0xFF29, '1'}, {0xFF4C, '1'},
    {0xFF4F, '0'},
};

static const struct sign *sign_find(const struct sign *signs, size_t count, uint32_t code)
{
    for (size_t i = 0; i < count; i++)
        if (signs[i].code == code)
            return &signs[i];
    return NULL;
}

/* Bytes of the variation selector and the enclosing keycap at `at`, 0 where no keycap ends there. */
static unsigned keycap_marks(struct span text, size_t at)
{
    size_t end = at;
    if (end + 3 <= text.length && memcmp(text.at + end, "\xef\xb8\x8f", 3) == 0)
        end += 3;
    if (end + 3 <= text.length && memcmp(text.at + end, "\xe2\x83\xa3", 3) == 0)
        return (unsigned)(end + 3 - at);
    return 0;
}

static struct glyph ascii_digit(struct span text, size_t at)
{
    unsigned marks = keycap_marks(text, at + 1);
    return (struct glyph){.digit = (uint8_t)(text.at[at] - '0'),
                          .length = (uint8_t)(1 + marks),
                          .written = marks ? WRITTEN_EMOJI : WRITTEN_ASCII};
}

static struct glyph in_blocks(uint32_t code, uint32_t length)
{
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks && blocks[i].first <= code; i++)
        if (code - blocks[i].first < blocks[i].count)
            return (struct glyph){.digit = (uint8_t)(blocks[i].digit + code - blocks[i].first),
                                  .length = (uint8_t)length,
                                  .written = blocks[i].written};
    return (struct glyph){0};
}

struct glyph glyph_digit(struct span text, size_t at)
{
    if (at >= text.length)
        return (struct glyph){0};
    if ((unsigned char)text.at[at] < 0x80)
        return is_digit(text.at[at]) ? ascii_digit(text, at) : (struct glyph){0};
    struct utf8_char c = utf8_decode(text.at + at, text.length - at);
    if (c.code >= 0x4E00 && c.code <= 0x9FFF) {
        const struct sign *sign = sign_find(numerals, sizeof numerals / sizeof *numerals, c.code);
        return sign ? (struct glyph){(uint8_t)(sign->as - '0'), (uint8_t)c.length, WRITTEN_SPELLED, 0}
                    : (struct glyph){0};
    }
    if (c.code == 0x1F51F)
        return (struct glyph){1, (uint8_t)c.length, WRITTEN_EMOJI, 1};
    return in_blocks(c.code, c.length);
}

struct glyph glyph_lookalike(struct span text, size_t at)
{
    if (at >= text.length)
        return (struct glyph){0};
    unsigned char first = (unsigned char)text.at[at];
    if (first < 0x80)
        return ascii_lookalikes[first]
                   ? (struct glyph){(uint8_t)(ascii_lookalikes[first] - '0'), 1, WRITTEN_LETTERS, 0}
                   : (struct glyph){0};
    struct utf8_char c = utf8_decode(text.at + at, text.length - at);
    const struct sign *sign = sign_find(lookalikes, sizeof lookalikes / sizeof *lookalikes, c.code);
    if (!sign)
        return (struct glyph){0};
    return (struct glyph){(uint8_t)(sign->as - '0'), (uint8_t)c.length, WRITTEN_HOMOGLYPH, 0};
}

unsigned glyph_invisible(struct span text, size_t at)
{
    if (at >= text.length || (unsigned char)text.at[at] < 0xc2)
        return 0;
    struct utf8_char c = utf8_decode(text.at + at, text.length - at);
    bool is_invisible = c.code == 0xAD || c.code == 0x34F || c.code == 0x61C || c.code == 0x180E ||
                        (c.code >= 0x200B && c.code <= 0x200F) || (c.code >= 0x202A && c.code <= 0x202E) ||
                        (c.code >= 0x2060 && c.code <= 0x2069) || (c.code >= 0xFE00 && c.code <= 0xFE0F) ||
                        c.code == 0xFEFF || c.code == 0x20E3 || c.code == 0x20DD;
    return is_invisible ? c.length : 0;
}

unsigned glyph_ornament(struct span text, size_t at)
{
    if (at >= text.length || (unsigned char)text.at[at] < 0xc2 || glyph_digit(text, at).length)
        return 0;
    struct utf8_char c = utf8_decode(text.at + at, text.length - at);
    bool is_sign = c.code == 0xB7 || c.code == 0xA6 || c.code == 0xAB || c.code == 0xBB ||
                   (c.code >= 0x2010 && c.code <= 0x2027) || (c.code >= 0x2030 && c.code <= 0x205E) ||
                   (c.code >= 0x2190 && c.code <= 0x2BFF) || (c.code >= 0x3001 && c.code <= 0x303F) ||
                   c.code == 0x30FB || (c.code >= 0xFF01 && c.code <= 0xFF0F) ||
                   (c.code >= 0x1F000 && c.code <= 0x1FAFF) || c.code == 0x30FC;
    return is_sign ? c.length : 0;
}

/* Latin-1 and Latin Extended-A letters without their accents, from U+00C0; '.' where there is no letter. */
static const char latin[] = "AAAAAAACEEEEIIIIDNOOOOO.OUUUUYTsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
                            "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNn"
                            "OoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

/* Cyrillic and Greek letters that stand in for Latin ones inside a Latin word. */
static const struct sign stand_ins[] = {
    {0x3BF, 'o'}, {0x3B1, 'a'}, {0x3B5, 'e'}, {0x3B9, 'i'}, {0x3BD, 'v'}, {0x39F, 'o'}, {0x395, 'e'},
    {0x391, 'a'}, {0x455, 's'}, {0x456, 'i'}, {0x405, 's'}, {0x406, 'i'}, {0x501, 'd'}, {0x458, 'j'},
};

static unsigned put_ascii(char *out, char c)
{
    out[0] = to_lower(c);
    return 1;
}

/* Mathematical letters run through 52 to an alphabet; enclosed and full-width ones by 26. */
static char fancy_letter(uint32_t code)
{
    if (code >= 0x1D400 && code <= 0x1D6A3)
        return (char)('a' + (code - 0x1D400) % 26);
    if (code >= 0xFF21 && code <= 0xFF3A)
        return (char)('a' + code - 0xFF21);
    if (code >= 0xFF41 && code <= 0xFF5A)
        return (char)('a' + code - 0xFF41);
    if (code >= 0x24B6 && code <= 0x24E9)
        return (char)('a' + (code - 0x24B6) % 26);
    if (code >= 0x1F130 && code <= 0x1F189)
        return (char)('a' + (code - 0x1F130) % 32 % 26);
    return 0;
}

static unsigned wide_letter(uint32_t code, char *out)
{
    if (code == 0x218 || code == 0x219)
        return put_ascii(out, 's');
    if (code == 0x21A || code == 0x21B)
        return put_ascii(out, 't');
    const struct sign *sign = sign_find(stand_ins, sizeof stand_ins / sizeof *stand_ins, code);
    if (sign)
        return put_ascii(out, sign->as);
    if (code >= 0x410 && code <= 0x42F)
        return (unsigned)utf8_encode(code + 0x20, out);
    if (code == 0x401 || code == 0x451)
        return (unsigned)utf8_encode(0x435, out);
    if ((code >= 0x430 && code <= 0x45F) || (code >= 0x3041 && code <= 0x30FE))
        return (unsigned)utf8_encode(code, out);
    char fancy = fancy_letter(code);
    return fancy ? put_ascii(out, fancy) : 0;
}

unsigned glyph_letter(struct span text, size_t at, char *out, unsigned *bytes)
{
    *bytes = 0;
    if (at >= text.length)
        return 0;
    if ((unsigned char)text.at[at] < 0x80) {
        *bytes = is_letter(text.at[at]);
        return *bytes ? put_ascii(out, text.at[at]) : 0;
    }
    struct utf8_char c = utf8_decode(text.at + at, text.length - at);
    if (c.code >= 0x300 && c.code <= 0x36F) {
        *bytes = c.length;
        return 0;
    }
    if (c.code >= 0xC0 && c.code < 0xC0 + sizeof latin - 1 && latin[c.code - 0xC0] != '.') {
        *bytes = c.length;
        return put_ascii(out, latin[c.code - 0xC0]);
    }
    unsigned written = wide_letter(c.code, out);
    *bytes = written ? c.length : 0;
    return written;
}
