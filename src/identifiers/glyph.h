/* Single characters as digits and as letters: what a sign that is no ASCII digit was meant to be. */
#ifndef IDENTIFIERS_GLYPH_H
#define IDENTIFIERS_GLYPH_H

#include "base/span.h"

/* How digits were written: flags, since one number may mix them. */
enum written {
    WRITTEN_ASCII = 1,
    WRITTEN_SPELLED = 2,
    WRITTEN_LETTERS = 4,     /* O for 0 */
    WRITTEN_EMOJI = 8,       /* keycaps */
    WRITTEN_FULLWIDTH = 16,  /* as East Asian typography has them */
    WRITTEN_DECORATIVE = 32, /* enclosed, raised, mathematical */
    WRITTEN_SCRIPT = 64,     /* the digits of another script */
    WRITTEN_HOMOGLYPH = 128, /* a letter of another script that looks like a digit */
};

struct glyph {
    uint8_t digit, length; /* bytes; 0: no digit */
    uint8_t written;
    uint8_t is_ten; /* the key "10" */
};

/* The digit at `at`, ASCII ones too, with the marks that make it a keycap. */
struct glyph glyph_digit(struct span text, size_t at);

/* The letter at `at` that looks like a digit: O, l, I, S, B, Z and the like, also of other scripts. */
struct glyph glyph_lookalike(struct span text, size_t at);

/* Bytes at `at` that cannot be seen: joiners, marks of direction, variation selectors. 0: none. */
unsigned glyph_invisible(struct span text, size_t at);

/* Bytes of the symbol or emoji at `at`, that may stand between digits as an ornament. 0: none. Currency signs
 * and digits are none. */
unsigned glyph_ornament(struct span text, size_t at);

/* The letter at `at` in lower case without accents, as ASCII or as Cyrillic, kana, Han: bytes written to out
 * (at most 4), which is 0 for a mark that is dropped. *bytes: read; 0 where no letter stands there. */
unsigned glyph_letter(struct span text, size_t at, char *out, unsigned *bytes);

#endif
