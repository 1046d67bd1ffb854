/* Names of places become comparable: small letters, no accents, single spaces for everything else. */
#ifndef PLACES_FOLD_H
#define PLACES_FOLD_H

#include "base/buffer.h"

/* Appends the folded name: "'s-Hertogenbosch" gives "s hertogenbosch", "Liège" gives "liege", "Łódź" gives
 * "lodz". Letters of other scripts stay, in small letters. Invalid UTF-8 counts as punctuation. Linear. */
void place_fold(struct span name, struct buffer *out);

#endif
