/* Folding: ASCII by hand; the rest by Unicode compatibility decomposition without its marks (ICU). */
#include "places/fold.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#define DECOMPOSED_MOST 32

/* Letters that Unicode does not decompose and that people write without. */
static const struct {
    UChar32 letter;
    const char *plain;
} plain_letters[] = {
    {0x00df, "ss"}, {0x00e6, "ae"}, {0x00f0, "d"}, {0x00f8, "o"},  {0x00fe, "th"}, {0x0111, "d"},
    {0x0127, "h"},  {0x0131, "i"},  {0x0142, "l"}, {0x0153, "oe"}, {0x0167, "t"},  {0x1e9e, "ss"},
};

static const char *plain_letter(UChar32 c)
{
    for (size_t i = 0; i < sizeof plain_letters / sizeof plain_letters[0]; i++)
        if (plain_letters[i].letter == c)
            return plain_letters[i].plain;
    return NULL;
}

struct folding {
    struct buffer *out;
    size_t begin;  /* of this name in the buffer */
    bool is_apart; /* a space is due before the next letter */
};

static void put_gap(struct folding *f)
{
    if (f->is_apart && f->out->length > f->begin)
        buffer_append_char(f->out, ' ');
    f->is_apart = false;
}

static void put_letter(struct folding *f, UChar32 c)
{
    if (u_charType(c) == U_NON_SPACING_MARK)
        return;
    if (!u_isalnum(c)) {
        f->is_apart = true;
        return;
    }
    put_gap(f);
    c = u_tolower(c);
    const char *plain = plain_letter(c);
    if (plain) {
        buffer_append_text(f->out, plain);
        return;
    }
    char bytes[U8_MAX_LENGTH];
    int32_t length = 0;
    UBool failed = false;
    U8_APPEND((uint8_t *)bytes, length, U8_MAX_LENGTH, c, failed);
    if (!failed)
        buffer_append(f->out, bytes, (size_t)length);
}

static void put_decomposed(struct folding *f, const UNormalizer2 *nfkd, UChar32 c)
{
    UChar parts[DECOMPOSED_MOST];
    UErrorCode status = U_ZERO_ERROR;
    int32_t count = nfkd ? unorm2_getDecomposition(nfkd, c, parts, DECOMPOSED_MOST, &status) : -1;
    if (count < 0 || U_FAILURE(status)) {
        put_letter(f, c);
        return;
    }
    for (int32_t i = 0; i < count;) {
        UChar32 part;
        U16_NEXT(parts, i, count, part);
        put_letter(f, part);
    }
}

static void put_ascii(struct folding *f, char c)
{
    bool is_capital = c >= 'A' && c <= 'Z';
    if (is_capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        put_gap(f);
        buffer_append_char(f->out, is_capital ? (char)(c + 32) : c);
    } else
        f->is_apart = true;
}

void place_fold(struct span name, struct buffer *out)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfkd = unorm2_getNFKDInstance(&status);
    struct folding f = {.out = out, .begin = out->length};
    for (size_t at = 0; at < name.length;) {
        if ((unsigned char)name.at[at] < 0x80) {
            put_ascii(&f, name.at[at++]);
            continue;
        }
        /* ICU counts in 32 bits: show it no more than one character needs. */
        int32_t step = 0;
        int32_t rest = name.length - at < U8_MAX_LENGTH ? (int32_t)(name.length - at) : U8_MAX_LENGTH;
        UChar32 c;
        U8_NEXT((const uint8_t *)name.at + at, step, rest, c);
        at += (size_t)step;
        if (c < 0)
            f.is_apart = true;
        else
            put_decomposed(&f, nfkd, c);
    }
}
