/* Sorting keys on many threads: one pass puts them apart by their highest bits that differ, then each part is
 * sorted where it stays in the processor's cache. */
#include "base/memory.h"
#include "base/sort.h"

#include <string.h>

#define PART_BITS   11u
#define PARTS       ((size_t)1 << PART_BITS)
#define RANGE_LEAST ((size_t)1 << 16) /* keys that are worth a range of their own */
#define RANGES_MOST 128u

struct splitting {
    const uint64_t *keys;
    uint64_t *spare, *sorted;
    size_t count, range; /* keys of a range but the last */
    unsigned shift;      /* of the bits that say a key's part */
    size_t *places;      /* [range * PARTS + part]: where its next key goes; first how many there are */
    size_t *begins;      /* of each part */
};

static size_t part_of(const struct splitting *s, uint64_t key)
{
    return key >> s->shift & (PARTS - 1);
}

static size_t range_end(const struct splitting *s, size_t n)
{
    return (n + 1) * s->range < s->count ? (n + 1) * s->range : s->count;
}

static void count_range(void *context, size_t begin, size_t end, unsigned worker)
{
    const struct splitting *s = context;
    (void)worker;
    for (size_t n = begin; n < end; n++)
        for (size_t i = n * s->range; i < range_end(s, n); i++)
            s->places[n * PARTS + part_of(s, s->keys[i])]++;
}

static void split_range(void *context, size_t begin, size_t end, unsigned worker)
{
    const struct splitting *s = context;
    (void)worker;
    for (size_t n = begin; n < end; n++)
        for (size_t i = n * s->range; i < range_end(s, n); i++)
            s->spare[s->places[n * PARTS + part_of(s, s->keys[i])]++] = s->keys[i];
}

static void sort_part(void *context, size_t begin, size_t end, unsigned worker)
{
    const struct splitting *s = context;
    (void)worker;
    for (size_t p = begin; p < end; p++)
        sort_keys_into(s->spare + s->begins[p], s->sorted + s->begins[p], s->begins[p + 1] - s->begins[p]);
}

static void place_parts(const struct splitting *s, size_t ranges)
{
    size_t sum = 0;
    for (size_t p = 0; p < PARTS; p++) {
        s->begins[p] = sum;
        for (size_t n = 0; n < ranges; n++) {
            size_t here = s->places[n * PARTS + p];
            s->places[n * PARTS + p] = sum;
            sum += here;
        }
    }
    s->begins[PARTS] = sum;
}

static unsigned highest_shift(const uint64_t *keys, size_t count)
{
    uint64_t differs = 0;
    for (size_t i = 1; i < count; i++)
        differs |= keys[i] ^ keys[0];
    unsigned bits = differs ? 64 - (unsigned)__builtin_clzll(differs) : 0;
    return bits > PART_BITS ? bits - PART_BITS : 0;
}

static enum bowline_status split_and_sort(struct splitting *s, const struct parallel *parallel)
{
    size_t ranges = (s->count + s->range - 1) / s->range;
    if (!parallel_loop(parallel, ranges, 1, count_range, s))
        return BOWLINE_ERROR_INTERRUPTED;
    place_parts(s, ranges);
    if (!parallel_loop(parallel, ranges, 1, split_range, s) ||
        !parallel_loop(parallel, PARTS, 8, sort_part, s))
        return BOWLINE_ERROR_INTERRUPTED;
    return BOWLINE_OK;
}

enum bowline_status sort_keys_parallel(uint64_t *keys, size_t count, const struct parallel *parallel)
{
    if (count < 2 * RANGE_LEAST)
        return sort_keys(keys, count) ? BOWLINE_OK : BOWLINE_ERROR_MEMORY;
    size_t ranges = count / RANGE_LEAST < RANGES_MOST ? count / RANGE_LEAST : RANGES_MOST;
    struct splitting s = {.keys = keys,
                          .sorted = keys,
                          .count = count,
                          .range = (count + ranges - 1) / ranges,
                          .shift = highest_shift(keys, count),
                          .spare = memory_new(count, sizeof *s.spare),
                          .places = memory_new(ranges * PARTS, sizeof *s.places),
                          .begins = memory_new(PARTS + 1, sizeof *s.begins)};
    enum bowline_status status =
        s.spare && s.places && s.begins ? split_and_sort(&s, parallel) : BOWLINE_ERROR_MEMORY;
    memory_free(s.spare);
    memory_free(s.places);
    memory_free(s.begins);
    return status;
}
