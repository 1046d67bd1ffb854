/* Words of nationality. They stand in texts as characters of the private use area until a row is written, so
 * that whatever happens to a text happens whatever the word is; then each becomes its word or, where words
 * are swapped, another of the same language. */
#ifndef SIMULATION_NATION_H
#define SIMULATION_NATION_H

#include "base/buffer.h"

/* Appends the placeholder of a word: of the language's list of WORDS_NATION. */
void nation_mark(struct buffer *out, unsigned language, unsigned word);

/* Bytes of the placeholder at `at`, or 0. */
size_t nation_length(struct span text, size_t at);

/* The text with words in the place of placeholders. */
void nation_write(struct buffer *out, struct span text, bool swapped);

#endif
