/* A small, seeded, portable stream of random numbers (xoshiro256**, Blackman and Vigna 2018). Not for
 * secrets. */
#ifndef BASE_RANDOM_H
#define BASE_RANDOM_H

#include <stdint.h>

struct random {
    uint64_t state[4];
};

void random_init(struct random *r, uint64_t seed);
uint64_t random_next(struct random *r);
uint32_t random_below(struct random *r, uint32_t bound); /* uniform in [0, bound); bound above 0 */
double random_unit(struct random *r);                    /* uniform in [0, 1), a multiple of 2^-53 */

#endif
