/* Look-alike letters between Latin, Cyrillic and Greek, in folded (lower-case) words. The pairs are those of
 * Unicode Technical Standard 39 (confusables) that look alike in lower case or in upper case, since a word
 * may have been written in capitals. */
#include "text/normalise.h"
#include "text/utf8.h"

struct lookalike {
    uint16_t code;
    char latin;
};

/* Ascending by code. Greek and Cyrillic letters as they are after case folding. */
static const struct lookalike lookalikes[] = {
    {0x3B1, 'a'}, {0x3B2, 'b'}, {0x3B3, 'y'}, {0x3B5, 'e'}, {0x3B6, 'z'}, {0x3B7, 'h'}, {0x3B9, 'i'},
    {0x3BA, 'k'}, {0x3BC, 'm'}, {0x3BD, 'v'}, {0x3BF, 'o'}, {0x3C1, 'p'}, {0x3C4, 't'}, {0x3C5, 'u'},
    {0x3C7, 'x'}, {0x3F2, 'c'}, {0x3F3, 'j'}, {0x430, 'a'}, {0x432, 'b'}, {0x435, 'e'}, {0x43A, 'k'},
    {0x43C, 'm'}, {0x43D, 'h'}, {0x43E, 'o'}, {0x440, 'p'}, {0x441, 'c'}, {0x442, 't'}, {0x443, 'y'},
    {0x445, 'x'}, {0x455, 's'}, {0x456, 'i'}, {0x458, 'j'}, {0x461, 'w'}, {0x4AF, 'y'}, {0x4BB, 'h'},
    {0x4CF, 'l'}, {0x501, 'd'}, {0x51B, 'q'}, {0x51D, 'w'},
};

static char to_latin(uint32_t code)
{
    for (size_t i = 0; i < sizeof lookalikes / sizeof *lookalikes; i++)
        if (lookalikes[i].code == code)
            return lookalikes[i].latin;
    return 0;
}

static uint32_t to_cyrillic(uint32_t code)
{
    for (size_t i = 0; i < sizeof lookalikes / sizeof *lookalikes; i++)
        if (lookalikes[i].code >= 0x400 && (uint32_t)lookalikes[i].latin == code)
            return lookalikes[i].code;
    return 0;
}

static bool is_cyrillic_or_greek(uint32_t code)
{
    return code >= 0x370 && code < 0x530;
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
        if ((is_latin(c.code) && !to_cyrillic(c.code)) || (c.code >= 0x370 && c.code < 0x400))
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
