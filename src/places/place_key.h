/* Keys by which places compare as equal (docs/methods/places.md). */
#ifndef PLACES_PLACE_KEY_H
#define PLACES_PLACE_KEY_H

#include "base/buffer.h"

/* Each appends its key and says whether there is one; where there is none, nothing is appended. Failures of
 * memory stand in the buffer. Country: a cell as given, or an empty span. */

/* "be:antwerp", ":antwerp" where the country is unknown. */
bool place_key(struct span country, struct span name, struct buffer *out);

#endif
