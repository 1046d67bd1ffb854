/* How surprising a count is: the tail of the Poisson distribution, in bits. */
#ifndef MONEY_SURPRISE_H
#define MONEY_SURPRISE_H

#include "base/bits.h"

/* -log2 of the chance of `least` or more where `mean` are expected; at most BITS_MOST. Cost: linear in least.
 */
millibits surprise_bits(double mean, unsigned least);

#endif
