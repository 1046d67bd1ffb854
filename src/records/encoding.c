/* Encodings of text files: recognised, said, and turned into UTF-8. */
#include "records/encoding.h"

#include <strings.h>

static const char *const names[ENCODING_COUNT] = {
    [ENCODING_UTF_8] = "utf-8",
    [ENCODING_UTF_16LE] = "utf-16le",
    [ENCODING_UTF_16BE] = "utf-16be",
    [ENCODING_WINDOWS_1252] = "windows-1252",
};

const char *encoding_name(enum encoding encoding)
{
    return names[encoding];
}

enum encoding encoding_find(struct span name)
{
    static const struct {
        const char *word;
        enum encoding encoding;
    } words[] = {
        {"utf-8", ENCODING_UTF_8},          {"utf8", ENCODING_UTF_8},
        {"us-ascii", ENCODING_UTF_8},       {"ascii", ENCODING_UTF_8},
        {"utf-16le", ENCODING_UTF_16LE},    {"utf-16", ENCODING_UTF_16LE},
        {"utf-16be", ENCODING_UTF_16BE},    {"windows-1252", ENCODING_WINDOWS_1252},
        {"cp1252", ENCODING_WINDOWS_1252},  {"iso-8859-1", ENCODING_WINDOWS_1252},
        {"latin-1", ENCODING_WINDOWS_1252}, {"latin1", ENCODING_WINDOWS_1252},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i].word) == name.length && strncasecmp(words[i].word, name.at, name.length) == 0)
            return words[i].encoding;
    return ENCODING_COUNT;
}

/* Length of the well-formed UTF-8 sequence at s (Unicode 15, table 3-7); 0 where it is none, -1 where it is
 * cut. */
static int sequence_length(const unsigned char *s, size_t left)
{
    unsigned char least = 0x80;
    unsigned char most = 0xbf;
    int length = 0;
    if (s[0] < 0x80)
        return 1;
    if (s[0] >= 0xc2 && s[0] <= 0xdf)
        length = 2;
    else if (s[0] >= 0xe0 && s[0] <= 0xef)
        length = 3;
    else if (s[0] >= 0xf0 && s[0] <= 0xf4)
        length = 4;
    else
        return 0;
    if (s[0] == 0xe0)
        least = 0xa0;
    else if (s[0] == 0xed)
        most = 0x9f;
    else if (s[0] == 0xf0)
        least = 0x90;
    else if (s[0] == 0xf4)
        most = 0x8f;
    for (int i = 1; i < length; i++) {
        if ((size_t)i >= left)
            return -1;
        if (s[i] < least || s[i] > most)
            return 0;
        least = 0x80;
        most = 0xbf;
    }
    return length;
}

/* Eight bytes at once: all below 0x80 and, where NUL matters, none of them zero. */
static bool are_plain(const unsigned char *s, bool no_zero)
{
    uint64_t word;
    memcpy(&word, s, sizeof word);
    uint64_t high = word & 0x8080808080808080u;
    uint64_t zero = no_zero ? (word - 0x0101010101010101u) & ~word & 0x8080808080808080u : 0;
    return (high | zero) == 0;
}

/* Whether the bytes are UTF-8; a sequence cut at the end is forgiven on request. */
static bool is_utf_8(struct span text, bool forgive_cut, bool no_zero)
{
    const unsigned char *s = (const unsigned char *)text.at;
    size_t at = 0;
    while (at < text.length) {
        if (text.length - at >= 8 && are_plain(s + at, no_zero)) {
            at += 8;
            continue;
        }
        int length = sequence_length(s + at, text.length - at);
        if (length < 0 && forgive_cut)
            return true;
        if (length <= 0 || (no_zero && s[at] == 0))
            return false;
        at += (size_t)length;
    }
    return true;
}

bool encoding_is_clean(struct span text)
{
    return is_utf_8(text, false, true);
}

size_t encoding_mark(enum encoding encoding, struct span head)
{
    const unsigned char *s = (const unsigned char *)head.at;
    switch (encoding) {
    case ENCODING_UTF_8: return head.length >= 3 && s[0] == 0xef && s[1] == 0xbb && s[2] == 0xbf ? 3 : 0;
    case ENCODING_UTF_16LE: return head.length >= 2 && s[0] == 0xff && s[1] == 0xfe ? 2 : 0;
    case ENCODING_UTF_16BE: return head.length >= 2 && s[0] == 0xfe && s[1] == 0xff ? 2 : 0;
    case ENCODING_WINDOWS_1252:
    case ENCODING_COUNT: break;
    }
    return 0;
}

/* Text in a Latin script has a zero in every second byte of UTF-16; four fifths of them are asked for. */
static enum encoding by_zeros(struct span head)
{
    size_t zeros[2] = {0, 0};
    size_t pairs = head.length / 2;
    for (size_t i = 0; i < pairs * 2; i++)
        zeros[i % 2] += head.at[i] == 0;
    if (pairs >= 2 && zeros[1] * 5 >= pairs * 4 && zeros[0] * 5 < pairs)
        return ENCODING_UTF_16LE;
    if (pairs >= 2 && zeros[0] * 5 >= pairs * 4 && zeros[1] * 5 < pairs)
        return ENCODING_UTF_16BE;
    return ENCODING_COUNT;
}

enum encoding encoding_recognise(struct span head)
{
    for (int e = ENCODING_UTF_8; e <= ENCODING_UTF_16BE; e++)
        if (encoding_mark((enum encoding)e, head))
            return (enum encoding)e;
    enum encoding found = by_zeros(head);
    if (found != ENCODING_COUNT)
        return found;
    return is_utf_8(head, true, false) ? ENCODING_UTF_8 : ENCODING_WINDOWS_1252;
}

void decoder_init(struct decoder *decoder, enum encoding encoding)
{
    *decoder = (struct decoder){.encoding = encoding};
}

static void append_point(struct buffer *out, uint32_t point)
{
    char bytes[4];
    size_t length = 1;
    if (point < 0x80) {
        bytes[0] = (char)point;
    } else if (point < 0x800) {
        bytes[0] = (char)(0xc0 | point >> 6);
        bytes[1] = (char)(0x80 | (point & 63));
        length = 2;
    } else if (point < 0x10000) {
        bytes[0] = (char)(0xe0 | point >> 12);
        bytes[1] = (char)(0x80 | (point >> 6 & 63));
        bytes[2] = (char)(0x80 | (point & 63));
        length = 3;
    } else {
        bytes[0] = (char)(0xf0 | point >> 18);
        bytes[1] = (char)(0x80 | (point >> 12 & 63));
        bytes[2] = (char)(0x80 | (point >> 6 & 63));
        bytes[3] = (char)(0x80 | (point & 63));
        length = 4;
    }
    buffer_append(out, bytes, length);
}

static const uint32_t replacement = 0xfffd;

/* 0x80 to 0x9f of Windows-1252 (the WHATWG table); the five free places stand for the control of that number.
 */
static const uint16_t windows_1252[32] = {
    0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8d,   0x017d, 0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178,
};

static void decode_1252(struct span block, struct buffer *out)
{
    const unsigned char *s = (const unsigned char *)block.at;
    size_t at = 0;
    while (at < block.length) {
        size_t run = at;
        while (run < block.length && s[run] < 0x80)
            run++;
        buffer_append(out, s + at, run - at);
        if (run < block.length)
            append_point(out, s[run] < 0xa0 ? windows_1252[s[run] - 0x80] : s[run]);
        at = run + 1;
    }
}

/* Feeds one UTF-16 unit; a high surrogate is held until its other half comes. */
static void decode_unit(struct decoder *d, uint32_t unit, struct buffer *out)
{
    uint32_t high = (uint32_t)d->held[2] << 8 | d->held[3];
    if (high && unit >= 0xdc00 && unit <= 0xdfff) {
        append_point(out, 0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00));
        d->held[2] = d->held[3] = 0;
        return;
    }
    if (high)
        append_point(out, replacement);
    d->held[2] = d->held[3] = 0;
    if (unit >= 0xd800 && unit <= 0xdbff) {
        d->held[2] = (unsigned char)(unit >> 8);
        d->held[3] = (unsigned char)unit;
    } else {
        append_point(out, unit >= 0xdc00 && unit <= 0xdfff ? replacement : unit);
    }
}

static void decode_16(struct decoder *d, struct span block, struct buffer *out)
{
    bool is_big = d->encoding == ENCODING_UTF_16BE;
    for (size_t i = 0; i < block.length; i++) {
        d->held[d->held_count++] = (unsigned char)block.at[i];
        if (d->held_count < 2)
            continue;
        d->held_count = 0;
        decode_unit(d, (uint32_t)d->held[is_big ? 0 : 1] << 8 | d->held[is_big ? 1 : 0], out);
    }
}

void decoder_feed(struct decoder *decoder, struct span block, bool is_last, struct buffer *out)
{
    switch (decoder->encoding) {
    case ENCODING_UTF_16LE:
    case ENCODING_UTF_16BE:
        decode_16(decoder, block, out);
        if (is_last && (decoder->held[2] || decoder->held[3]))
            append_point(out, replacement);
        if (is_last && decoder->held_count)
            append_point(out, replacement);
        break;
    case ENCODING_WINDOWS_1252: decode_1252(block, out); break;
    case ENCODING_UTF_8:
    case ENCODING_COUNT: buffer_append_span(out, block); break;
    }
}

uint64_t encoding_source_length(enum encoding encoding, struct span decoded)
{
    if (encoding == ENCODING_UTF_8)
        return decoded.length;
    uint64_t points = 0;
    uint64_t wide = 0; /* beyond the basic plane: two units each */
    for (size_t i = 0; i < decoded.length; i++) {
        unsigned char byte = (unsigned char)decoded.at[i];
        points += (byte & 0xc0) != 0x80;
        wide += byte >= 0xf0;
    }
    return encoding == ENCODING_WINDOWS_1252 ? points : 2 * (points + wide);
}
