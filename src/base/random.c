/* A small, seeded, portable stream of random numbers. */
#include "base/random.h"

#include "base/hash.h"

void random_init(struct random *r, uint64_t seed)
{
    for (int i = 0; i < 4; i++)
        r->state[i] = hash_mix(seed += 0x9e3779b97f4a7c15u);
}

static uint64_t rotate(uint64_t x, int by)
{
    return x << by | x >> (64 - by);
}

uint64_t random_next(struct random *r)
{
    uint64_t *s = r->state;
    uint64_t result = rotate(s[1] * 5, 7) * 9;
    uint64_t t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotate(s[3], 45);
    return result;
}

/* Multiply-shift; the bias is below 2^-32 of a step for the bounds used here. */
uint32_t random_below(struct random *r, uint32_t bound)
{
    return (uint32_t)(((random_next(r) >> 32) * bound) >> 32);
}

double random_unit(struct random *r)
{
    return (double)(random_next(r) >> 11) * 0x1p-53;
}
