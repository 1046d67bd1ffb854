/* Fast hashing that is not for secrets (XXH3). Same value on every machine. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/span.h"

uint64_t hash_bytes(const void *bytes, size_t length, uint64_t seed);

static inline uint64_t hash_span(struct span s)
{
    return hash_bytes(s.at, s.length, 0);
}

/* A bijective mixer for integers (the finaliser of SplitMix64, Steele et al. 2014). */
static inline uint64_t hash_mix(uint64_t x)
{
    x ^= x >> 30;
    x *= 0xbf58476d1ce4e5b9u;
    x ^= x >> 27;
    x *= 0x94d049bb133111ebu;
    return x ^ x >> 31;
}

#endif
