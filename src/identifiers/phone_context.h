/* What stands around a run of digits and says that it is, or is not, a phone. */
#ifndef IDENTIFIERS_PHONE_CONTEXT_H
#define IDENTIFIERS_PHONE_CONTEXT_H

#include "identifiers/lexicon.h"

/* Whether digits that begin at `at` are part of a word or amount that begins before them. */
bool phone_is_glued_before(const struct lexicon *lexicon, struct span text, size_t at);

/* Whether digits that end at `at` are part of a word, address, time or amount that goes on. */
bool phone_is_glued_after(struct span text, size_t at);

/* Whether a unit stands after the number: "100 euro", "170 cm". */
bool phone_has_unit_after(const struct lexicon *lexicon, struct span text, size_t at);

/* Whether the words before say that it is a number of another kind: a firm's, an order's. */
bool phone_is_named_otherwise(const struct lexicon *lexicon, struct span text, size_t at);

/* Whether a word within 48 bytes before says that a phone follows: "call", "tel", "whatsapp". */
bool phone_is_named(const struct lexicon *lexicon, struct span text, size_t at);

#endif
