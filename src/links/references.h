/* References: what a payment's words name. Who sells to many asks for the customer's number there, so it is
 * the payer's own; between two private parties it may be either's, and tells of neither. */
#ifndef LINKS_REFERENCES_H
#define LINKS_REFERENCES_H

#include "links/link_table.h"

/* Whether a use stands in the words of a payment to somebody whom few pay. */
bool reference_is_open(const struct link_inputs *in, const struct identifier_use *use);

#endif
