/* The words that addresses are made of. Folded. */
#ifndef PLACES_ADDRESS_WORDS_H
#define PLACES_ADDRESS_WORDS_H

#include "base/span.h"

/* The one form of a usual word for a street ("boulevard", "blvd" as "bd"), or NULL. is_last: it ends the
 * street, so that "st" is a street and no saint. */
const char *address_street_word(struct span word, bool is_last);

/* "hauptstrasse" and "kerkstraat" end in such a word: how many bytes it has; *form is its form. 0: none. */
size_t address_street_ending(struct span word, const char **form);

bool address_is_article(struct span word);     /* "de", "la", "der" */
bool address_is_box_word(struct span word);    /* "bus", "apt", "flat", "interno" */
bool address_is_number_word(struct span word); /* "nr", "no", "num" */
#endif
