/* How alike two short strings are. Bytes, not letters: values are folded before. */
#ifndef LINKS_SIMILARITY_H
#define LINKS_SIMILARITY_H

#include "base/span.h"

#define SIMILARITY_LONGEST 64 /* bytes looked at; what follows is left out */

/* Jaro 1989 with Winkler's prefix bonus of 0.1 for up to four bytes (1990): 0 to 1. */
double similarity_jaro_winkler(struct span a, struct span b);

/* Insertions, deletions, replacements and swaps of neighbours (optimal string alignment; Damerau 1964), or
 * most + 1 where it takes more than `most`. */
unsigned similarity_slips(struct span a, struct span b, unsigned most);

#endif
