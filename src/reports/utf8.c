/* UTF-8 as in table 3-7 of the Unicode standard: no overlong form, no surrogate, nothing above U+10FFFF. */
#include "reports/utf8.h"

static bool is_tail(unsigned char byte)
{
    return (byte & 0xc0) == 0x80;
}

static bool is_second(unsigned char first, unsigned char second)
{
    switch (first) {
    case 0xe0: return second >= 0xa0 && second <= 0xbf;
    case 0xed: return second >= 0x80 && second <= 0x9f;
    case 0xf0: return second >= 0x90 && second <= 0xbf;
    case 0xf4: return second >= 0x80 && second <= 0x8f;
    default: return is_tail(second);
    }
}

size_t utf8_character(struct span s)
{
    if (s.length == 0)
        return 0;
    unsigned char first = (unsigned char)s.at[0];
    if (first < 0x80)
        return 1;
    size_t need = first >= 0xc2 && first <= 0xdf   ? 2
                  : first >= 0xe0 && first <= 0xef ? 3
                  : first >= 0xf0 && first <= 0xf4 ? 4
                                                   : 0;
    if (need == 0 || s.length < need || !is_second(first, (unsigned char)s.at[1]))
        return 0;
    for (size_t i = 2; i < need; i++)
        if (!is_tail((unsigned char)s.at[i]))
            return 0;
    return need;
}

bool utf8_is_valid(struct span s)
{
    while (s.length) {
        size_t taken = utf8_character(s);
        if (taken == 0)
            return false;
        s = (struct span){s.at + taken, s.length - taken};
    }
    return true;
}

size_t utf8_clean(struct span s, char *out)
{
    size_t length = 0;
    while (s.length) {
        size_t taken = utf8_character(s);
        memcpy(out + length, taken ? s.at : "\xef\xbf\xbd", taken ? taken : 3);
        length += taken ? taken : 3;
        taken = taken ? taken : 1;
        s = (struct span){s.at + taken, s.length - taken};
    }
    return length;
}

struct span utf8_cut(struct span s, size_t most)
{
    if (s.length <= most)
        return s;
    size_t length = most;
    while (length > 0 && is_tail((unsigned char)s.at[length]))
        length--;
    return (struct span){s.at, length};
}
