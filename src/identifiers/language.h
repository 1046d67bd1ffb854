/* The language of a text by its commonest words, and the countries that a national number in it may belong
 * to: asked only where neither the record nor its site says. */
#ifndef IDENTIFIERS_LANGUAGE_H
#define IDENTIFIERS_LANGUAGE_H

#include "base/span.h"

#define LANGUAGE_COUNTRIES 5

/* Codes of countries, two capital letters each, ended by NULL; an empty list where the language is not clear.
 * Looks at the first kilobyte. */
const char *const *language_countries(struct span text);

#endif
