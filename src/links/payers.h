/* Payers: an account that pays for the stays of one booker only is held to be the booker's. One that pays for
 * several stays the payer's, and ties them as bookings do. */
#ifndef LINKS_PAYERS_H
#define LINKS_PAYERS_H

#include "links/link_table.h"

#include "base/sort.h"

/* pairs: sorted keys of mention << 32 | value, with room for as many again as there are uses. Adds the
 * account of each such payer to its booker and sorts. False on failure of memory. */
bool payers_lend(const struct link_inputs *in, struct sort_pair *pairs, size_t *count);

#endif
