/* The tail of the Poisson distribution: its first term as a logarithm, the others beside it. */
#include "money/surprise.h"

#include <math.h>

static double clip(double value, double least, double most)
{
    return value < least ? least : value > most ? most : value;
}

millibits surprise_bits(double mean, unsigned least)
{
    enum { TERMS_MOST = 10000 };
    const double few = 1e-12;
    double first = 0; /* log2 of the chance of exactly `least`, e^-mean left out */
    double sum = 0;
    double term = 1;
    mean = mean < few ? few : mean;
    if (least == 0 || (double)least <= mean)
        return 0; /* no surprise */
    for (unsigned i = 1; i <= least; i++)
        first += log2(mean / i);
    for (unsigned i = 1; i < TERMS_MOST && term > few * sum; i++) {
        sum += term;
        term *= mean / (least + i);
    }
    double bits = mean / log(2) - first - log2(sum);
    return (millibits)lround(clip(bits * 1000, 0, BITS_MOST));
}
