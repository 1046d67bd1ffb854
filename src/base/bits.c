/* The one currency: bits, held as whole thousandths. */
#include "base/bits.h"

#include <math.h>

millibits bits_of_ratio(double ratio)
{
    double bits = log2(ratio) * 1000;
    if (bits > BITS_MOST)
        return BITS_MOST;
    if (!(bits > -BITS_MOST))
        return -BITS_MOST;
    return (millibits)lround(bits);
}

double bits_probability(millibits bits)
{
    return 1 / (1 + exp2(-bits / 1000.0));
}

double bits_real(millibits bits)
{
    return bits / 1000.0;
}
