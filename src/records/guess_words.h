/* The words that people name tables and columns with, in eight languages, without accents and in lower case.
 */
#ifndef RECORDS_GUESS_WORDS_H
#define RECORDS_GUESS_WORDS_H

#include "records/roles.h"

#define GUESS_MOST_WORDS 8
#define GUESS_MOST_NAME  64

/* A name cut into words: "bookerPhone_1" is booker, phone. */
struct guess_name {
    char words[GUESS_MOST_WORDS][GUESS_MOST_NAME];
    size_t count;
    char whole[GUESS_MOST_NAME]; /* the words without anything between */
};

void guess_name_read(struct span name, struct guess_name *out);

enum record_kind guess_kind_word(const struct guess_name *name); /* KIND_NONE where no word tells */
enum party guess_party_word(const struct guess_name *name);      /* PARTY_COUNT where no word tells */
enum column_type guess_type_word(const struct guess_name *name); /* TYPE_NONE where no word tells */

#endif
