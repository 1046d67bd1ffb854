/* Indicators that a report states: sentences with a phrase for one of the International Labour Organization's
 * indicators of forced labour (2012). A fact of what somebody wrote, quoted whole; never inferred from what a
 * person looks like, where they come from or how they speak (docs/methods/roles.md). */
#ifndef ROLES_INDICATOR_LIST_H
#define ROLES_INDICATOR_LIST_H

#include "base/span.h"

struct indicator_find {
    const char *name;  /* "retention of identity documents"; static */
    size_t begin, end; /* bytes of the sentence in the text; end is exclusive */
};

/* The next sentence from *at on that has a phrase, for the first indicator that it has one of; false at the
 * end. English, in capitals or not. Linear in the text for each of a few dozen phrases. */
bool indicator_next(struct span text, size_t *at, struct indicator_find *out);

#endif
