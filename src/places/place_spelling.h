/* Other ways to write what a cell says, from which the name of a place may come out. */
#ifndef PLACES_PLACE_SPELLING_H
#define PLACES_PLACE_SPELLING_H

#include "base/buffer.h"

#define PLACE_PIECES 4

/* The parts of a cell between commas, semicolons, slashes, brackets and " - ". Returns how many. */
unsigned place_pieces(struct span cell, struct span pieces[PLACE_PIECES]);

/* The changes to a folded name, weakest first. Each appends to out, and says whether anything changed. */
bool place_without_numbers(struct span folded, struct buffer *out); /* "2000 antwerp", "paris 15e" */
bool place_without_area(struct span folded, struct buffer *out);    /* "leuven centrum" */
bool place_with_umlauts(struct span folded, struct buffer *out);    /* "tuebingen" as "tubingen" */
#define PLACE_SAINTS 4
bool place_with_saint(struct span folded, unsigned which, struct buffer *out); /* "st gallen" */

#endif
