/* What a mistyped word may have been. */
#ifndef CLI_SUGGEST_H
#define CLI_SUGGEST_H

#include "builder.h"

/* Letters to insert, delete, replace or swap with their neighbour to make b of a. Words longer than 63 bytes
 * are as far as their length. */
unsigned word_distance(const char *a, const char *b);

/* The nearest of the words so far offered; a word is near where it starts as typed, or some
 * quarter of its letters differ. */
struct suggestion {
    const char *typed;
    const char *nearest; /* NULL: none */
    unsigned distance;
};

void suggestion_offer(struct suggestion *suggestion, const char *word);

/* Adds "; did you mean WORD?", with prefix before the word, or nothing. */
void suggestion_add(const struct suggestion *suggestion, const char *prefix, struct builder *out);

#endif
