/* Sets of stretches. */
#include "templates/stretch_set.h"

#include "base/memory.h"

#include <string.h>

#define BITS_LEAST 6u
#define BITS_MOST  30u

bool stretch_set_start(struct stretch_set *set, size_t most)
{
    unsigned bits = BITS_LEAST;
    while (bits < BITS_MOST && (size_t)1 << bits < 4 * most)
        bits++;
    size_t size = (size_t)1 << bits;
    if (most >= size || !memory_reserve(&set->tags, &set->capacity, size, SIZE_MAX / 8))
        return false;
    memset(set->tags, 0, size * sizeof *set->tags);
    set->mask = (uint32_t)(size - 1);
    set->shift = 32 - bits;
    return true;
}

void stretch_set_release(struct stretch_set *set)
{
    memory_free(set->tags);
    *set = (struct stretch_set){0};
}

uint64_t stretch_set_find_plainly(const struct stretch_set *set, const uint32_t *words, unsigned count)
{
    uint64_t found = 0;
    for (unsigned i = 0; i < count; i++)
        found |= (uint64_t)stretch_set_has(set, words[i], words[i + 1]) << i;
    return found;
}

#if defined __x86_64__ && defined __GNUC__

#include <immintrin.h>

/* Looks at the first place of eight pairs at a time; the few whose place another stretch has are asked one by
 * one. */
__attribute__((target("avx2"))) static uint64_t find_by_eight(const struct stretch_set *set,
                                                              const uint32_t *words, unsigned count)
{
    const __m256i zero = _mm256_setzero_si256();
    const __m256i one = _mm256_set1_epi32(1);
    const __m256i by_left = _mm256_set1_epi32((int)0x9E3779B1u);
    const __m256i by_right = _mm256_set1_epi32((int)0xC2B2AE3Du);
    const __m256i by_tag = _mm256_set1_epi32((int)0x85EBCA6Bu);
    const __m128i shift = _mm_cvtsi32_si128((int)set->shift);
    uint64_t found = 0;
    unsigned i = 0;
    for (; i + 8 <= count; i += 8) {
        __m256i left = _mm256_loadu_si256((const __m256i *)(const void *)(words + i));
        __m256i right = _mm256_loadu_si256((const __m256i *)(const void *)(words + i + 1));
        __m256i hash =
            _mm256_add_epi32(_mm256_mullo_epi32(left, by_left), _mm256_mullo_epi32(right, by_right));
        __m256i tag = _mm256_or_si256(_mm256_add_epi32(left, _mm256_mullo_epi32(right, by_tag)), one);
        __m256i there = _mm256_i32gather_epi32((const int *)set->tags, _mm256_srl_epi32(hash, shift), 4);
        __m256i same = _mm256_cmpeq_epi32(there, tag);
        __m256i known = _mm256_or_si256(same, _mm256_cmpeq_epi32(there, zero));
        uint64_t hits = (unsigned)_mm256_movemask_ps(_mm256_castsi256_ps(same));
        unsigned others = 255u & ~(unsigned)_mm256_movemask_ps(_mm256_castsi256_ps(known));
        for (; others; others &= others - 1) {
            unsigned n = (unsigned)__builtin_ctz(others);
            hits |= (uint64_t)stretch_set_has(set, words[i + n], words[i + n + 1]) << n;
        }
        found |= hits << i;
    }
    return i < count ? found | stretch_set_find_plainly(set, words + i, count - i) << i : found;
}

uint64_t stretch_set_find(const struct stretch_set *set, const uint32_t *words, unsigned count)
{
    return __builtin_cpu_supports("avx2") ? find_by_eight(set, words, count)
                                          : stretch_set_find_plainly(set, words, count);
}

#else

uint64_t stretch_set_find(const struct stretch_set *set, const uint32_t *words, unsigned count)
{
    return stretch_set_find_plainly(set, words, count);
}

#endif
