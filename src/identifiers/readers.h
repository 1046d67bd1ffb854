/* The readers, one file a type. x_at looks at a trigger byte of a running text: it returns where to go on,
 * which is beyond `at`, or 0 where there is nothing of its type. x_cell reads a piece of a column of that
 * type, from start to end: NULL, or the reason why there is no value in it. */
#ifndef IDENTIFIERS_READERS_H
#define IDENTIFIERS_READERS_H

#include "identifiers/find.h"

size_t phone_at(struct scan *scan, size_t at);      /* at a digit, '+' or '(' */
size_t phone_word_at(struct scan *scan, size_t at); /* at a word that means digits */
size_t phone_sign_at(struct scan *scan, size_t at); /* at a byte above 127 */
size_t account_at(struct scan *scan, size_t at);    /* at a digit: an IBAN */
size_t email_at(struct scan *scan, size_t at);      /* at '@' */
size_t url_at(struct scan *scan, size_t at);        /* at ':' or '.' */
size_t handle_at(struct scan *scan, size_t at);     /* at ':' or '@' */

/* At words: from at to end. */
size_t email_word_at(struct scan *scan, size_t at, size_t end);  /* "at", "arroba" */
size_t handle_word_at(struct scan *scan, size_t at, size_t end); /* a service */
size_t plate_word_at(struct scan *scan, size_t at, size_t end);  /* "plate" */

size_t email_sign_at(struct scan *scan, size_t at);  /* at '@', where the rest is written out */
size_t url_spelled_at(struct scan *scan, size_t at); /* at a dot that is a word or stands in brackets */
size_t wallet_at(struct scan *scan, size_t at);      /* at a digit */
size_t card_at(struct scan *scan, size_t at);        /* at a digit */

/* Of the link that goes on at `at`: its end; where its scheme begins, or `at`. */
size_t url_path_end(struct span text, size_t at);
size_t url_scheme_before(const struct scan *scan, size_t at);

typedef const char *cell_reader(struct scan *scan, size_t start, size_t end);
cell_reader phone_cell, email_cell, url_cell, handle_cell, account_cell, plate_cell, document_cell,
    image_cell;

/* A handle or, for services that go by phone number, a phone. name: without '@'. False where it is neither.
 */
bool handle_take(struct scan *scan, struct span service, struct span name, size_t start, size_t end);

/* Parts of handles that the words around tell. handle_take_named: the end, or 0 where it is none.
 * handle_bare_at: at '@'. */
struct handle_marks {
    bool is_signed; /* the name has an '@' */
    enum identifier_form form;
};
bool handle_is_service(struct span word);
size_t handle_name_end(struct span text, size_t at);
size_t handle_take_named(struct scan *scan, struct span service, struct span name, size_t start, size_t end,
                         struct handle_marks marks);
size_t handle_bare_at(struct scan *scan, size_t at);

/* The handle that a link leads to, as handle_take. host: lower case without "www."; path: after the slash. */
bool handle_take_link(struct scan *scan, struct span host, struct span path, size_t start, size_t end);

/* A phone from digits as a link or a service gives them, always with the calling code. */
bool phone_take_international(struct scan *scan, struct span digits, size_t start, size_t end);

/* Finds everything in a running text. */
void scan_text(struct scan *scan);

#endif
