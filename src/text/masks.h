/* Typed stretches of a text: numbers, prices, phones, e-mails, links, handles. They are only masked here,
 * generously and without checks; the room `identifiers` says what is valid. Inside the room `text`. */
#ifndef TEXT_MASKS_H
#define TEXT_MASKS_H

#include "text/words.h"

struct mask {
    size_t length; /* bytes; 0: nothing of the kind here */
    enum word_kind kind;
};

/* A number, price or phone that begins at `at` with a digit, '+', '(' or a currency sign. A number that runs
 * into a word ("24h") is none. */
struct mask mask_number(const struct fold_table *folds, struct span text, size_t at);

/* An e-mail, or "www." or "http://" link, or bare domain, that begins at `at`, the beginning of a word. */
struct mask mask_email(struct span text, size_t at);
struct mask mask_link(struct span text, size_t at);

/* "@name" at `at`. */
struct mask mask_handle(struct span text, size_t at);

#endif
