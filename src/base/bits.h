/* The one currency: bits, log2 of a likelihood ratio. Held as whole thousandths, so that sums do not depend
 * on their order and are the same on every machine. */
#ifndef BASE_BITS_H
#define BASE_BITS_H

#include <stdint.h>

typedef int32_t millibits;

#define BITS_MOST 60000 /* |sum| is cut here: 2^60 to one is certainty enough for any use */

millibits bits_of_ratio(double ratio);   /* log2(ratio), rounded; ratio above 0 */
double bits_probability(millibits bits); /* 1 / (1 + 2^-bits) */
double bits_real(millibits bits);        /* in bits */

#endif
