/* UTF-8: tolerant decoding, encoding, validation. */
#include "text/utf8.h"

static bool is_trail(unsigned char c)
{
    return (c & 0xC0u) == 0x80u;
}

/* Bounds of the second byte, which alone rule out overlong forms, surrogates and codes above 10FFFF. */
static bool second_fits(unsigned char first, unsigned char second)
{
    switch (first) {
    case 0xE0: return second >= 0xA0 && second <= 0xBF;
    case 0xED: return second >= 0x80 && second <= 0x9F;
    case 0xF0: return second >= 0x90 && second <= 0xBF;
    case 0xF4: return second >= 0x80 && second <= 0x8F;
    default: return is_trail(second);
    }
}

struct utf8_char utf8_decode(const char *at, size_t left)
{
    const unsigned char *c = (const unsigned char *)at;
    const struct utf8_char bad = {UTF8_REPLACEMENT, 1};
    if (c[0] < 0x80)
        return (struct utf8_char){c[0], 1};
    if (c[0] < 0xC2 || c[0] > 0xF4 || left < 2 || !second_fits(c[0], c[1]))
        return bad;
    if (c[0] < 0xE0)
        return (struct utf8_char){(c[0] & 0x1Fu) << 6 | (c[1] & 0x3Fu), 2};
    if (left < 3 || !is_trail(c[2]))
        return bad;
    if (c[0] < 0xF0)
        return (struct utf8_char){(c[0] & 0x0Fu) << 12 | (c[1] & 0x3Fu) << 6 | (c[2] & 0x3Fu), 3};
    if (left < 4 || !is_trail(c[3]))
        return bad;
    return (struct utf8_char){
        (c[0] & 0x07u) << 18 | (c[1] & 0x3Fu) << 12 | (c[2] & 0x3Fu) << 6 | (c[3] & 0x3Fu), 4};
}

size_t utf8_encode(uint32_t code, char out[UTF8_MOST])
{
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        code = UTF8_REPLACEMENT;
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        out[0] = (char)(0xC0 | code >> 6);
        out[1] = (char)(0x80 | (code & 0x3F));
        return 2;
    }
    if (code < 0x10000) {
        out[0] = (char)(0xE0 | code >> 12);
        out[1] = (char)(0x80 | (code >> 6 & 0x3F));
        out[2] = (char)(0x80 | (code & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | code >> 18);
    out[1] = (char)(0x80 | (code >> 12 & 0x3F));
    out[2] = (char)(0x80 | (code >> 6 & 0x3F));
    out[3] = (char)(0x80 | (code & 0x3F));
    return 4;
}

static size_t skip_ascii(struct span s, size_t at)
{
    while (at + 8 <= s.length) {
        uint64_t word;
        memcpy(&word, s.at + at, 8);
        if (word & 0x8080808080808080u)
            break;
        at += 8;
    }
    while (at < s.length && (unsigned char)s.at[at] < 0x80)
        at++;
    return at;
}

size_t utf8_valid_length(struct span s)
{
    size_t at = skip_ascii(s, 0);
    while (at < s.length) {
        struct utf8_char c = utf8_decode(s.at + at, s.length - at);
        if (c.code == UTF8_REPLACEMENT && c.length == 1)
            return at;
        at = skip_ascii(s, at + c.length);
    }
    return at;
}
