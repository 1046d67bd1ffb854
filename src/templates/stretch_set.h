/* A set of stretches of words, each known by a pair of codes: hashing with open addressing, made to be asked
 * for many consecutive pairs of a text at a time, with AVX2 where the processor has it. */
#ifndef TEMPLATES_STRETCH_SET_H
#define TEMPLATES_STRETCH_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct stretch_set {
    uint32_t *tags; /* 0: empty */
    size_t capacity;
    uint32_t mask;
    unsigned shift; /* of a 32-bit hash to a place */
};

/* Empties the set and makes room for so many stretches. False for want of memory. */
bool stretch_set_start(struct stretch_set *set, size_t most) __attribute__((warn_unused_result));
void stretch_set_release(struct stretch_set *set);

#define STRETCH_BY_LEFT  0x9E3779B1u
#define STRETCH_BY_RIGHT 0xC2B2AE3Du
#define STRETCH_BY_TAG   0x85EBCA6Bu

static inline uint32_t stretch_tag(uint32_t left, uint32_t right)
{
    return (left + right * STRETCH_BY_TAG) | 1;
}

static inline uint32_t stretch_place(uint32_t left, uint32_t right, unsigned shift)
{
    return (left * STRETCH_BY_LEFT + right * STRETCH_BY_RIGHT) >> shift;
}

static inline void stretch_set_add(struct stretch_set *set, uint32_t left, uint32_t right)
{
    uint32_t tag = stretch_tag(left, right);
    uint32_t at = stretch_place(left, right, set->shift);
    while (set->tags[at] && set->tags[at] != tag)
        at = (at + 1) & set->mask;
    set->tags[at] = tag;
}

static inline bool stretch_set_has(const struct stretch_set *set, uint32_t left, uint32_t right)
{
    uint32_t tag = stretch_tag(left, right);
    uint32_t at = stretch_place(left, right, set->shift);
    while (set->tags[at] && set->tags[at] != tag)
        at = (at + 1) & set->mask;
    return set->tags[at] != 0;
}

#define STRETCHES_AT_ONCE 64u

/* Bit i: the pair (words[i], words[i + 1]) is in the set; count pairs, at most STRETCHES_AT_ONCE. Reads
 * count + 1 words. */
uint64_t stretch_set_find(const struct stretch_set *set, const uint32_t *words, unsigned count);
/* The same in plain C. */
uint64_t stretch_set_find_plainly(const struct stretch_set *set, const uint32_t *words, unsigned count);

#endif
