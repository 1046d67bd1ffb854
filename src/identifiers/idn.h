/* Names of hosts with letters beyond ASCII, as the name system has them: punycode (RFC 3492, UTS 46). By ICU.
 */
#ifndef IDENTIFIERS_IDN_H
#define IDENTIFIERS_IDN_H

#include "base/error.h"
#include "base/span.h"

#define IDN_MOST 253 /* bytes of a name */

struct idn; /* only read after idn_new: threads may share it */

/* NULL where ICU has no data. */
struct idn *idn_new(void);
void idn_free(struct idn *idn);

/* Writes the ASCII name, in lower case, at most IDN_MOST bytes. 0 where the host is no name. */
size_t idn_to_ascii(const struct idn *idn, struct span host, char *out);

/* Where the name of letters of any script that begins at `at` ends: at least two labels; 0: there is none. */
size_t idn_end(struct span text, size_t at);

#endif
