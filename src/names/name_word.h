/* Words of names as they compare: letters made alike, and what else than its letters makes a word another's
 * like (docs/methods/names.md). How words are paired off, and what that is worth, is for links to say. */
#ifndef NAMES_NAME_WORD_H
#define NAMES_NAME_WORD_H

#include "base/span.h"

/* The name in small letters without accents, Cyrillic and Greek ones as Latin ones, apostrophes within a word
 * left out, everything else one space. Returns its bytes, at most `size`; no memory is taken. About a
 * microsecond. */
size_t name_fold(struct span name, char *out, size_t size);

struct name_word {
    uint64_t sound;   /* of what spellings do not differ in: y and i, ck and k, doubles */
    uint8_t given[3]; /* groups of short and full given names that it belongs to; 0: none */
};

/* word: folded. */
void name_word_read(struct span word, struct name_word *out);

/* The same sound, or short and full forms of one given name: "Liz" and "Elizabeth". Words of three letters or
 * more. */
bool name_words_alike(const struct name_word *a, const struct name_word *b);

#endif
