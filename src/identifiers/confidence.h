/* How sure a find is, in bits: log2 of the odds that it is what was meant. Set by how it was written and by
 * what vouches for it (docs/methods/identifiers.md gives the table and its origin). */
#ifndef IDENTIFIERS_CONFIDENCE_H
#define IDENTIFIERS_CONFIDENCE_H

#include "base/bits.h"
#include "identifiers/identifier_table.h"

struct confidence_marks {
    bool is_international; /* with its calling code */
    bool has_trunk;
    bool is_named;    /* "tel" and the like stand before it */
    bool is_guess;    /* the country follows from the language alone */
    bool is_reserved; /* kept for fiction */
    bool is_possible; /* in no range that is in use */
};

millibits confidence_of_phone(enum identifier_form form, struct confidence_marks marks);

/* Of the other types: by form alone. */
millibits confidence_of(enum identifier_type type, enum identifier_form form);

#endif
