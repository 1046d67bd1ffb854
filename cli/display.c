/* Cells and escapes of UTF-8 text. */
#include "display.h"

#include <string.h>

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xc0) == 0x80;
}

static size_t lead_length(unsigned char lead)
{
    if (lead >= 0xc2 && lead <= 0xdf) {
        return 2;
    }
    if (lead >= 0xe0 && lead <= 0xef) {
        return 3;
    }
    return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

static bool is_scalar(uint32_t value, size_t length)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    return value >= least[length] && value <= 0x10ffff && !(value >= 0xd800 && value <= 0xdfff);
}

size_t display_decode(const char *text, size_t length, uint32_t *character)
{
    unsigned char lead = (unsigned char)text[0];
    *character = lead;
    if (lead < 0x80) {
        return 1;
    }
    size_t bytes = lead_length(lead);
    *character = UINT32_MAX;
    if (bytes == 0 || bytes > length) {
        return 1;
    }
    uint32_t value = lead & (0x7fu >> bytes);
    for (size_t i = 1; i < bytes; i++) {
        if (!is_continuation(text[i])) {
            return 1;
        }
        value = value << 6 | ((unsigned char)text[i] & 0x3fu);
    }
    if (!is_scalar(value, bytes)) {
        return 1;
    }
    *character = value;
    return bytes;
}

static bool in_ranges(const struct display_range *ranges, size_t count, uint32_t character)
{
    size_t low = 0;
    while (count > 0) {
        size_t half = count / 2;
        if (ranges[low + half].last < character) {
            low += half + 1;
            count -= half + 1;
        } else if (ranges[low + half].first > character) {
            count = half;
        } else {
            return true;
        }
    }
    return false;
}

static size_t character_width(uint32_t character)
{
    if (character < 0x300 || character == UINT32_MAX) {
        return 1;
    }
    if (in_ranges(display_zero, display_zero_count, character)) {
        return 0;
    }
    return in_ranges(display_wide, display_wide_count, character) ? 2 : 1;
}

size_t display_width(const char *text)
{
    size_t left = strlen(text);
    size_t cells = 0;
    while (left > 0) {
        uint32_t character;
        size_t bytes = display_decode(text, left, &character);
        cells += character_width(character);
        text += bytes;
        left -= bytes;
    }
    return cells;
}

size_t display_fit(const char *text, size_t cells)
{
    size_t length = strlen(text);
    size_t at = 0;
    size_t used = 0;
    while (at < length) {
        uint32_t character;
        size_t bytes = display_decode(text + at, length - at, &character);
        used += character_width(character);
        if (used > cells) {
            break;
        }
        at += bytes;
    }
    return at;
}

static bool is_blank_control(uint32_t character)
{
    return character == '\n' || character == '\r' || character == '\t';
}

static bool is_harmful(uint32_t character)
{
    return character < 0x20 || (character >= 0x7f && character < 0xa0) || character == 0x2028 ||
           character == 0x2029 || (character >= 0x202a && character <= 0x202e) ||
           (character >= 0x2066 && character <= 0x2069) || character == 0xfeff ||
           (character >= 0xe0000 && character <= 0xe007f);
}

static void escape_character(struct builder *out, uint32_t character)
{
    if (character < 0x80) {
        builder_format(out, "\\x%02x", (unsigned)character);
    } else {
        builder_format(out, "\\u%04x", (unsigned)character);
    }
}

void display_escape(struct builder *out, const char *text)
{
    size_t left = strlen(text);
    while (left > 0) {
        uint32_t character;
        size_t bytes = display_decode(text, left, &character);
        if (character == UINT32_MAX) {
            builder_format(out, "\\x%02x", (unsigned)(unsigned char)text[0]);
        } else if (is_blank_control(character)) {
            builder_text(out, " ");
        } else if (is_harmful(character)) {
            escape_character(out, character);
        } else {
            builder_bytes(out, text, bytes);
        }
        text += bytes;
        left -= bytes;
    }
}

static void escape_json_character(struct builder *out, uint32_t character)
{
    if (character > 0xffff) {
        uint32_t rest = character - 0x10000;
        builder_format(out, "\\u%04x\\u%04x", (unsigned)(0xd800 + (rest >> 10)),
                       (unsigned)(0xdc00 + (rest & 0x3ff)));
    } else {
        builder_format(out, "\\u%04x", (unsigned)character);
    }
}

void display_escape_json(struct builder *out, const char *json, size_t length)
{
    size_t plain = 0;
    size_t at = 0;
    while (at < length) {
        uint32_t character;
        size_t bytes = display_decode(json + at, length - at, &character);
        if (character != UINT32_MAX && is_harmful(character) && !is_blank_control(character)) {
            builder_bytes(out, json + plain, at - plain);
            escape_json_character(out, character);
            plain = at + bytes;
        }
        at += bytes;
    }
    builder_bytes(out, json + plain, length - plain);
}
