/* How sure a find is, in bits: log2 of the odds that it is what was meant. Counted on invented cases by type
 * and form, and lowered by rule where less vouches for a phone (docs/methods/identifiers.md). */
#ifndef IDENTIFIERS_CONFIDENCE_H
#define IDENTIFIERS_CONFIDENCE_H

#include "base/bits.h"
#include "identifiers/identifier_table.h"

struct confidence_marks {
    bool is_bare;     /* neither a calling code nor a trunk code */
    bool is_guess;    /* the country follows from the language alone */
    bool is_possible; /* in no range that is in use */
};

millibits confidence_of_phone(enum identifier_form form, struct confidence_marks marks);

/* Of the other types: by form alone. */
millibits confidence_of(enum identifier_type type, enum identifier_form form);

#endif
