/* How rare a best score is, by the distribution of best scores: as in the search for alike sequences (Karlin
 * and Altschul 1990), the moments of a few hundred draws stand for a tail that no number of draws would show.
 */
#include "movement/circuit_search.h"

#include <math.h>

millibits gumbel_surprise(const int64_t *draws, unsigned count, int64_t most)
{
    const double euler = 0.57721566490153286;
    const double pi = 3.14159265358979324;
    int64_t sum = 0;
    double squares = 0;
    for (unsigned i = 0; i < count; i++)
        sum += draws[i];
    double mean = (double)sum / count;
    for (unsigned i = 0; i < count; i++)
        squares += ((double)draws[i] - mean) * ((double)draws[i] - mean);
    double scale = sqrt(6 * squares / (count - 1)) / pi;
    if (!(scale > 0))
        return 0;
    double tail = -expm1(-exp(-((double)most - mean + euler * scale) / scale));
    return tail > 0 ? bits_of_ratio(1 / tail) : BITS_MOST;
}
