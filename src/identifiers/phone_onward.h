/* Whether a plain run of digits goes on in other forms: as words, signs, or behind words that link. */
#ifndef IDENTIFIERS_PHONE_ONWARD_H
#define IDENTIFIERS_PHONE_ONWARD_H

#include "identifiers/lexicon.h"

/* Whether reading on in other forms could change what the run that ends at `end` was. */
bool phone_may_go_on(const struct lexicon *lexicon, struct span text, size_t end);

/* "030 23 12 and then 57 59": a plain number before a linking word is only a part. at: where it ends. */
bool phone_is_linked_after(const struct lexicon *lexicon, struct span text, size_t at);

#endif
