/* Numerals in words: how the words of one numeral come together ("quatre", "vingt", "dix", "sept": 97). */
#ifndef IDENTIFIERS_SPOKEN_H
#define IDENTIFIERS_SPOKEN_H

#include "identifiers/lexicon.h"

/* The numeral so far. */
struct spoken {
    unsigned value;
    uint16_t languages; /* in which it is one; 0: there is none, the next word begins anew */
    uint16_t joiner;    /* languages of the "and" that stands after it */
    uint8_t kind;       /* enum lexeme_kind of the last word */
    bool is_piece;      /* the last word was a part of a longer one */
};

/* Adds a word to the numeral. False where it does not belong to it: then it begins the next one, which
 * replaces this. is_tight: no more than a space or hyphen stands between; is_hyphen: a hyphen. */
bool spoken_add(struct spoken *spoken, struct lexeme lexeme, bool is_tight, bool is_hyphen, bool after_zero);

#endif
