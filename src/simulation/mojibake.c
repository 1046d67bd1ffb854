/* UTF-8 read as Windows-1252 (its table is the one of the WHATWG Encoding Standard). */
#include "simulation/mojibake.h"

#include "simulation/nation.h"
#include "text/utf8.h"

static uint32_t windows_1252(unsigned char byte)
{
    static const uint16_t high[32] = {0x20ac, 0x81,   0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021,
                                      0x2c6,  0x2030, 0x160,  0x2039, 0x152,  0x8d,   0x17d,  0x8f,
                                      0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                      0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0x9d,   0x17e,  0x178};
    return byte >= 0x80 && byte < 0xa0 ? high[byte - 0x80] : byte;
}

void mojibake_write(struct buffer *out, struct span text)
{
    for (size_t i = 0; i < text.length; i++) {
        size_t word = nation_length(text, i);
        char bytes[UTF8_MOST];
        if (word) {
            buffer_append(out, text.at + i, word);
            i += word - 1;
            continue;
        }
        buffer_append(out, bytes, utf8_encode(windows_1252((unsigned char)text.at[i]), bytes));
    }
}
