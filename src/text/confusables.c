/* Look-alike letters between Latin, Cyrillic and Greek, in folded (lower-case) words. The pairs are those of
 * Unicode Technical Standard 39 (confusables) that look alike in lower case or in upper case, since a word
 * may have been written in capitals. */
#include "text/normalise.h"
#include "text/utf8.h"

#define FIRST 0x370 /* Greek, then Cyrillic */
#define END   0x530

/* The Latin letter that a Greek or Cyrillic one looks like; letters as they are after case folding. */
static const char latin_twins[END - FIRST] = {
    [0x3B1 - FIRST] = 'a', [0x3B2 - FIRST] = 'b', [0x3B3 - FIRST] = 'y', [0x3B5 - FIRST] = 'e',
    [0x3B6 - FIRST] = 'z', [0x3B7 - FIRST] = 'h', [0x3B9 - FIRST] = 'i', [0x3BA - FIRST] = 'k',
    [0x3BC - FIRST] = 'm', [0x3BD - FIRST] = 'v', [0x3BF - FIRST] = 'o', [0x3C1 - FIRST] = 'p',
    [0x3C4 - FIRST] = 't', [0x3C5 - FIRST] = 'u', [0x3C7 - FIRST] = 'x', [0x3F2 - FIRST] = 'c',
    [0x3F3 - FIRST] = 'j', [0x430 - FIRST] = 'a', [0x432 - FIRST] = 'b', [0x435 - FIRST] = 'e',
    [0x43A - FIRST] = 'k', [0x43C - FIRST] = 'm', [0x43D - FIRST] = 'h', [0x43E - FIRST] = 'o',
    [0x440 - FIRST] = 'p', [0x441 - FIRST] = 'c', [0x442 - FIRST] = 't', [0x443 - FIRST] = 'y',
    [0x445 - FIRST] = 'x', [0x455 - FIRST] = 's', [0x456 - FIRST] = 'i', [0x458 - FIRST] = 'j',
    [0x461 - FIRST] = 'w', [0x4AF - FIRST] = 'y', [0x4BB - FIRST] = 'h', [0x4CF - FIRST] = 'l',
    [0x501 - FIRST] = 'd', [0x51B - FIRST] = 'q', [0x51D - FIRST] = 'w'};

static const uint16_t cyrillic_twins[26] = {
    ['a' - 'a'] = 0x430, ['b' - 'a'] = 0x432, ['c' - 'a'] = 0x441, ['d' - 'a'] = 0x501, ['e' - 'a'] = 0x435,
    ['h' - 'a'] = 0x43D, ['i' - 'a'] = 0x456, ['j' - 'a'] = 0x458, ['k' - 'a'] = 0x43A, ['l' - 'a'] = 0x4CF,
    ['m' - 'a'] = 0x43C, ['o' - 'a'] = 0x43E, ['p' - 'a'] = 0x440, ['q' - 'a'] = 0x51B, ['s' - 'a'] = 0x455,
    ['t' - 'a'] = 0x442, ['w' - 'a'] = 0x461, ['x' - 'a'] = 0x445, ['y' - 'a'] = 0x443};

static bool is_cyrillic_or_greek(uint32_t code)
{
    return code >= FIRST && code < END;
}

static char to_latin(uint32_t code)
{
    return is_cyrillic_or_greek(code) ? latin_twins[code - FIRST] : 0;
}

static uint32_t to_cyrillic(uint32_t code)
{
    return code >= 'a' && code <= 'z' ? cyrillic_twins[code - 'a'] : 0;
}

static bool is_latin(uint32_t code)
{
    return (code >= 'a' && code <= 'z') || (code >= 0xC0 && code < 0x250);
}

/* The direction in which every foreign letter has a twin: 'l' to Latin, 'c' to Cyrillic, 0 none. */
static char choose_direction(const char *word, size_t length)
{
    bool latin = true;
    bool cyrillic = true;
    for (size_t at = 0; at < length;) {
        struct utf8_char c = utf8_decode(word + at, length - at);
        at += c.length;
        if (is_cyrillic_or_greek(c.code) && !to_latin(c.code))
            latin = false;
        if ((is_latin(c.code) && !to_cyrillic(c.code)) || (c.code >= FIRST && c.code < 0x400))
            cyrillic = false;
    }
    return latin ? 'l' : cyrillic ? 'c' : 0;
}

size_t confusables_fold(char *word, size_t length)
{
    char out[2 * FOLD_WORD_MOST];
    char direction = choose_direction(word, length);
    size_t to = 0;
    if (!direction)
        return length;
    for (size_t at = 0; at < length;) {
        struct utf8_char c = utf8_decode(word + at, length - at);
        uint32_t twin = 0;
        if (direction == 'l' && is_cyrillic_or_greek(c.code))
            twin = (uint32_t)to_latin(c.code);
        else if (direction == 'c' && is_latin(c.code))
            twin = to_cyrillic(c.code);
        if (twin) {
            to += utf8_encode(twin, out + to);
        } else {
            memcpy(out + to, word + at, c.length);
            to += c.length;
        }
        at += c.length;
    }
    memcpy(word, out, to);
    return to;
}
