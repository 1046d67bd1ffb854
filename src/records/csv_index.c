/* Where the bytes stand that a CSV reader must look at. Each form compares bytes with the four marks at once
 * and walks the bits of the answer (as simdjson does for JSON: Langdale and Lemire 2019). */
#include "records/csv_index.h"

#include <stdbool.h>
#include <string.h>

static size_t index_plain(const char *text, size_t begin, size_t end, const char marks[2], uint32_t *out)
{
    bool is_special[256] = {false};
    is_special[(unsigned char)marks[0]] = is_special[(unsigned char)marks[1]] = true;
    is_special['\r'] = is_special['\n'] = true;
    size_t count = 0;
    for (size_t at = begin; at < end; at++) {
        if (is_special[(unsigned char)text[at]])
            out[count++] = (uint32_t)at;
    }
    return count;
}

#if defined(__x86_64__)

#include <immintrin.h>

/* Most blocks have few marks, so a few are written without asking how many there are: a loop whose length
 * nothing foretells would cost more than the rest. */
static inline size_t write_bits(uint64_t bits, size_t base, uint32_t *out)
{
    size_t count = (size_t)__builtin_popcountll(bits);
    for (size_t i = 0; i < 4; i++) {
        out[i] = (uint32_t)(base + (size_t)__builtin_ctzll(bits | (uint64_t)1 << 63));
        bits &= bits - 1;
    }
    for (size_t i = 4; i < count; i++) {
        out[i] = (uint32_t)(base + (size_t)__builtin_ctzll(bits));
        bits &= bits - 1;
    }
    return count;
}

static inline uint64_t bits_sse2(const char *at, const __m128i marks[4])
{
    uint64_t bits = 0;
    for (unsigned part = 0; part < 4; part++) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(at + (size_t)16 * part));
        __m128i found =
            _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, marks[0]), _mm_cmpeq_epi8(bytes, marks[1])),
                         _mm_or_si128(_mm_cmpeq_epi8(bytes, marks[2]), _mm_cmpeq_epi8(bytes, marks[3])));
        bits |= (uint64_t)(uint32_t)_mm_movemask_epi8(found) << 16 * part;
    }
    return bits;
}

static size_t index_sse2(const char *text, size_t begin, size_t end, const char marks[2], uint32_t *out)
{
    const __m128i wanted[4] = {_mm_set1_epi8(marks[0]), _mm_set1_epi8(marks[1]), _mm_set1_epi8('\r'),
                               _mm_set1_epi8('\n')};
    size_t count = 0;
    size_t at = begin;
    for (; end - at >= 64; at += 64)
        count += write_bits(bits_sse2(text + at, wanted), at, out + count);
    return count + index_plain(text, at, end, marks, out + count);
}

__attribute__((target("avx2,popcnt,bmi"))) static inline uint64_t bits_avx2(const char *at,
                                                                            const __m256i marks[4])
{
    uint64_t bits = 0;
    for (unsigned part = 0; part < 2; part++) {
        __m256i bytes = _mm256_loadu_si256((const __m256i *)(const void *)(at + (size_t)32 * part));
        __m256i found = _mm256_or_si256(
            _mm256_or_si256(_mm256_cmpeq_epi8(bytes, marks[0]), _mm256_cmpeq_epi8(bytes, marks[1])),
            _mm256_or_si256(_mm256_cmpeq_epi8(bytes, marks[2]), _mm256_cmpeq_epi8(bytes, marks[3])));
        bits |= (uint64_t)(uint32_t)_mm256_movemask_epi8(found) << 32 * part;
    }
    return bits;
}

__attribute__((target("avx2,popcnt,bmi"))) static size_t
index_avx2(const char *text, size_t begin, size_t end, const char marks[2], uint32_t *out)
{
    const __m256i wanted[4] = {_mm256_set1_epi8(marks[0]), _mm256_set1_epi8(marks[1]), _mm256_set1_epi8('\r'),
                               _mm256_set1_epi8('\n')};
    size_t count = 0;
    size_t at = begin;
    for (; end - at >= 64; at += 64)
        count += write_bits(bits_avx2(text + at, wanted), at, out + count);
    return count + index_plain(text, at, end, marks, out + count);
}

csv_index_function *csv_index_form(enum csv_index_form form)
{
    if (form == CSV_INDEX_PLAIN)
        return index_plain;
    if (form == CSV_INDEX_SSE2)
        return index_sse2;
    return form == CSV_INDEX_AVX2 && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
                   __builtin_cpu_supports("popcnt")
               ? index_avx2
               : NULL;
}

#else

csv_index_function *csv_index_form(enum csv_index_form form)
{
    return form == CSV_INDEX_PLAIN ? index_plain : NULL;
}

#endif

csv_index_function *csv_index_best(void)
{
    for (int form = CSV_INDEX_FORMS - 1; form > CSV_INDEX_PLAIN; form--)
        if (csv_index_form((enum csv_index_form)form))
            return csv_index_form((enum csv_index_form)form);
    return csv_index_form(CSV_INDEX_PLAIN);
}
