/* Sorting keys on many threads: one pass puts them apart by their highest bits that differ, then each part is
 * sorted where it stays in the processor's cache. */
#include "base/memory.h"
#include "base/sort.h"

#include <string.h>

#define PART_BITS   11u               /* at most */
#define PART_LEAST  ((size_t)1 << 12) /* keys: fewer are not worth their counts of bytes */
#define WHOLE_MOST  ((size_t)1 << 22) /* more keys are sorted in halves, which takes half the memory */
#define RANGE_LEAST ((size_t)1 << 16) /* keys that are worth a range of their own */
#define RANGES_MOST 128u

struct splitting {
    const uint64_t *keys;
    uint64_t *spare, *sorted;
    size_t count, range; /* keys of a range but the last */
    size_t parts;
    unsigned shift; /* of the bits that say a key's part */
    size_t *places; /* [range * parts + part]: where its next key goes; first how many there are */
    size_t *begins; /* of each part */
};

static size_t part_of(const struct splitting *s, uint64_t key)
{
    return key >> s->shift & (s->parts - 1);
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
            s->places[n * s->parts + part_of(s, s->keys[i])]++;
}

static void split_range(void *context, size_t begin, size_t end, unsigned worker)
{
    const struct splitting *s = context;
    (void)worker;
    for (size_t n = begin; n < end; n++)
        for (size_t i = n * s->range; i < range_end(s, n); i++)
            s->spare[s->places[n * s->parts + part_of(s, s->keys[i])]++] = s->keys[i];
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
    for (size_t p = 0; p < s->parts; p++) {
        s->begins[p] = sum;
        for (size_t n = 0; n < ranges; n++) {
            size_t here = s->places[n * s->parts + p];
            s->places[n * s->parts + p] = sum;
            sum += here;
        }
    }
    s->begins[s->parts] = sum;
}

/* Of the part_bits highest bits in which keys differ. */
static unsigned shift_for(const uint64_t *keys, size_t count, unsigned part_bits)
{
    uint64_t differs = 0;
    for (size_t i = 1; i < count; i++)
        differs |= keys[i] ^ keys[0];
    unsigned bits = differs ? 64 - (unsigned)__builtin_clzll(differs) : 0;
    return bits > part_bits ? bits - part_bits : 0;
}

static enum bowline_status split_and_sort(struct splitting *s, const struct parallel *parallel)
{
    size_t ranges = (s->count + s->range - 1) / s->range;
    if (!parallel_loop(parallel, ranges, 1, count_range, s))
        return BOWLINE_ERROR_INTERRUPTED;
    place_parts(s, ranges);
    if (!parallel_loop(parallel, ranges, 1, split_range, s) ||
        !parallel_loop(parallel, s->parts, 8, sort_part, s))
        return BOWLINE_ERROR_INTERRUPTED;
    return BOWLINE_OK;
}

static enum bowline_status sort_whole(uint64_t *keys, size_t count, const struct parallel *parallel)
{
    if (count < 2 * RANGE_LEAST)
        return sort_keys(keys, count) ? BOWLINE_OK : BOWLINE_ERROR_MEMORY;
    size_t ranges = count / RANGE_LEAST < RANGES_MOST ? count / RANGE_LEAST : RANGES_MOST;
    unsigned part_bits = 1;
    while (part_bits < PART_BITS && count >> part_bits > PART_LEAST)
        part_bits++;
    size_t parts = (size_t)1 << part_bits;
    struct splitting s = {.keys = keys,
                          .sorted = keys,
                          .count = count,
                          .range = (count + ranges - 1) / ranges,
                          .parts = parts,
                          .shift = shift_for(keys, count, part_bits),
                          .spare = memory_new(count, sizeof *s.spare),
                          .places = memory_new(ranges * parts, sizeof *s.places),
                          .begins = memory_new(parts + 1, sizeof *s.begins)};
    enum bowline_status status =
        s.spare && s.places && s.begins ? split_and_sort(&s, parallel) : BOWLINE_ERROR_MEMORY;
    memory_free(s.spare);
    memory_free(s.places);
    memory_free(s.begins);
    return status;
}

/* Puts keys without their highest bit that differs before those with it; returns how many there are. */
static size_t halve(uint64_t *keys, size_t count, unsigned bit)
{
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        uint64_t key = keys[low];
        if (!(key >> bit & 1)) {
            low++;
            continue;
        }
        keys[low] = keys[--high];
        keys[high] = key;
    }
    return low;
}

enum bowline_status sort_keys_parallel(uint64_t *keys, size_t count, const struct parallel *parallel)
{
    unsigned bit = count > WHOLE_MOST ? shift_for(keys, count, 1) : 0;
    if (bit == 0)
        return sort_whole(keys, count, parallel);
    size_t low = halve(keys, count, bit);
    enum bowline_status status = sort_whole(keys, low, parallel);
    return status == BOWLINE_OK ? sort_whole(keys + low, count - low, parallel) : status;
}
