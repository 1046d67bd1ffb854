/* Words as the index of words has them: folded runs of letters and digits; a Chinese or Japanese character, a
 * letter of a script without spaces, or an emoji is a word of its own. The same for what is indexed and for
 * what is asked. No memory is taken. */
#ifndef SEARCH_SEARCH_WORDS_H
#define SEARCH_SEARCH_WORDS_H

#include "text/normalise.h"

struct search_words {
    const struct fold_table *folds;
    struct span text;
    size_t at;
    uint32_t size;
    char folded[2 * FOLD_WORD_MOST]; /* the last word, size bytes of UTF-8; a longer one is cut */
};

void search_words_init(struct search_words *words, const struct fold_table *folds, struct span text);

/* The next word, never empty, or false at the end. Linear in the text. */
bool search_words_next(struct search_words *words);

#endif
