/* Cyrillic and Greek by tables; after ICAO 9303 and ELOT 743, in their simplest forms. */
#include "names/transliterate.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

/* From U+0430. */
static const char *const cyrillic[] = {"a",  "b",  "v",  "g",    "d", "e", "zh", "z", "i",  "i", "k",
                                       "l",  "m",  "n",  "o",    "p", "r", "s",  "t", "u",  "f", "kh",
                                       "ts", "ch", "sh", "shch", "",  "y", "",   "e", "yu", "ya"};

static const struct {
    UChar32 letter;
    const char *latin;
} others[] = {{0x451, "e"},  {0x452, "dj"}, {0x453, "g"},  {0x454, "ye"}, {0x455, "dz"}, {0x456, "i"},
              {0x457, "yi"}, {0x458, "j"},  {0x459, "lj"}, {0x45a, "nj"}, {0x45b, "c"},  {0x45c, "k"},
              {0x45e, "u"},  {0x45f, "dz"}, {0x491, "g"},  {0x3c2, "s"}};

/* From U+03B1; the final sigma stands above. */
static const char *const greek[] = {"a", "v", "g", "d", "e", "z", "i", "th", "i", "k",  "l",  "m", "n",
                                    "x", "o", "p", "r", "s", "s", "t", "y",  "f", "ch", "ps", "o"};

static const char *latin_of(UChar32 c)
{
    if (c >= 0x430 && c <= 0x44f)
        return cyrillic[c - 0x430];
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (others[i].letter == c)
            return others[i].latin;
    if (c >= 0x3b1 && c <= 0x3c9)
        return greek[c - 0x3b1];
    return NULL;
}

/* Greek letters with an accent, without it. */
static UChar32 bare(UChar32 c)
{
    switch (c) {
    case 0x3ac: return 0x3b1;
    case 0x3ad: return 0x3b5;
    case 0x3ae: return 0x3b7;
    case 0x3af:
    case 0x3ca:
    case 0x390: return 0x3b9;
    case 0x3cc: return 0x3bf;
    case 0x3cd:
    case 0x3cb: return 0x3c5;
    case 0x3ce: return 0x3c9;
    default: return c;
    }
}

void name_transliterate(struct span text, struct buffer *out)
{
    for (size_t at = 0; at < text.length;) {
        if ((unsigned char)text.at[at] < 0x80) {
            buffer_append_char(out, text.at[at++]);
            continue;
        }
        int32_t step = 0;
        int32_t rest = text.length - at < U8_MAX_LENGTH ? (int32_t)(text.length - at) : U8_MAX_LENGTH;
        UChar32 c;
        U8_NEXT((const uint8_t *)text.at + at, step, rest, c);
        const char *latin = c < 0 ? NULL : latin_of(bare(u_tolower(c)));
        if (latin)
            buffer_append_text(out, latin);
        else
            buffer_append(out, text.at + at, (size_t)step);
        at += (size_t)step;
    }
}
