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

typedef const char *cell_reader(struct scan *scan, size_t start, size_t end);
cell_reader phone_cell, email_cell, url_cell, handle_cell, account_cell, plate_cell, document_cell,
    image_cell;

/* A handle or, for services that go by phone number, a phone. name: without '@'. False where it is neither.
 */
bool handle_take(struct scan *scan, struct span service, struct span name, size_t start, size_t end);

/* The handle that a link leads to, as handle_take. host: lower case without "www."; path: after the slash. */
bool handle_take_link(struct scan *scan, struct span host, struct span path, size_t start, size_t end);

/* A phone from digits as a link or a service gives them, always with the calling code. */
bool phone_take_international(struct scan *scan, struct span digits, size_t start, size_t end);

/* Finds everything in a running text. */
void scan_text(struct scan *scan);

#endif
