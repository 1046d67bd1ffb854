/* Names of hosts, as they are written. */
#ifndef IDENTIFIERS_DOMAIN_H
#define IDENTIFIERS_DOMAIN_H

#include "base/span.h"

/* Where the host name that begins at `at` ends: at least two labels, the last of letters; 0 where there is
 * none. A full stop that ends a sentence is not part of it. */
size_t domain_end(struct span text, size_t at);

/* Whether a name with that last label may be taken for a link although nothing announces it: the label is in
 * wide use and is not a word that may follow a full stop. */
bool domain_is_known(struct span name);

/* The country of a host by its last label, two capital letters and a zero, or "" where it has none or where
 * the label is sold to all the world (io, co, me, tv, ...). */
void domain_country(struct span host, char country[3]);

#endif
