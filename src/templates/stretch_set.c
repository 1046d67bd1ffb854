/* Sets of stretches. */
#include "templates/stretch_set.h"

#include "base/memory.h"

#include <string.h>

#define PLACES     4u /* at least, for a stretch: most are found, or not, at the first look */
#define BITS_LEAST 6u
#define BITS_MOST  30u

bool stretch_set_start(struct stretch_set *set, size_t most)
{
    unsigned bits = BITS_LEAST;
    while (bits < BITS_MOST && (size_t)1 << bits < PLACES * most)
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

/* The tags of eight pairs, and where they are looked for. */
struct eight {
    __m256i tags, places;
};

__attribute__((target("avx2"))) static struct eight hash_eight(const struct stretch_set *set,
                                                               const uint32_t *words)
{
    __m256i left = _mm256_loadu_si256((const __m256i *)(const void *)words);
    __m256i right = _mm256_loadu_si256((const __m256i *)(const void *)(words + 1));
    __m256i hash = _mm256_add_epi32(_mm256_mullo_epi32(left, _mm256_set1_epi32((int)STRETCH_BY_LEFT)),
                                    _mm256_mullo_epi32(right, _mm256_set1_epi32((int)STRETCH_BY_RIGHT)));
    __m256i tags = _mm256_add_epi32(left, _mm256_mullo_epi32(right, _mm256_set1_epi32((int)STRETCH_BY_TAG)));
    return (struct eight){_mm256_or_si256(tags, _mm256_set1_epi32(1)),
                          _mm256_srl_epi32(hash, _mm_cvtsi32_si128((int)set->shift))};
}

/* All eight look at one place after the other until each has found its tag or nothing. */
__attribute__((target("avx2"))) static unsigned find_eight(const struct stretch_set *set,
                                                           const uint32_t *words)
{
    const __m256i mask = _mm256_set1_epi32((int)set->mask);
    struct eight e = hash_eight(set, words);
    __m256i there = _mm256_i32gather_epi32((const int *)set->tags, e.places, 4);
    __m256i same = _mm256_cmpeq_epi32(there, e.tags);
    __m256i empty = _mm256_cmpeq_epi32(there, _mm256_setzero_si256());
    while (_mm256_movemask_epi8(_mm256_or_si256(same, empty)) != -1) {
        e.places = _mm256_and_si256(_mm256_add_epi32(e.places, _mm256_set1_epi32(1)), mask);
        there = _mm256_i32gather_epi32((const int *)set->tags, e.places, 4);
        same = _mm256_or_si256(same, _mm256_andnot_si256(empty, _mm256_cmpeq_epi32(there, e.tags)));
        empty = _mm256_or_si256(empty, _mm256_cmpeq_epi32(there, _mm256_setzero_si256()));
    }
    return (unsigned)_mm256_movemask_ps(_mm256_castsi256_ps(same));
}

__attribute__((target("avx2"))) static uint64_t find_by_eight(const struct stretch_set *set,
                                                              const uint32_t *words, unsigned count)
{
    uint64_t found = 0;
    unsigned i = 0;
    for (; i + 8 <= count; i += 8)
        found |= (uint64_t)find_eight(set, words + i) << i;
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
