/* The join of sketches into candidate pairs. */
#include "templates/pairs.h"

#include "base/memory.h"

/* Pairs that are sorted at a time: half a gigabyte, and as much to sort them. */
#define PART_NOTES ((uint64_t)1 << 26)

static uint64_t note_pair(uint64_t lower, uint64_t higher)
{
    return lower << 32 | higher;
}

/* Pairs whose lower text is in [from, to). */
struct part {
    uint64_t from, to;
};

/* Writes the pairs of a bucket (its postings ascend by text) where notes is not NULL; returns how many. */
static size_t bucket_pairs(const uint64_t *bucket, size_t size, uint64_t mask, uint32_t window,
                           struct part part, uint64_t *notes)
{
    size_t count = 0;
    for (size_t i = 1; i < size; i++) {
        size_t first = i > window ? i - window : 0;
        for (size_t j = first ? first - 1 : 0; j < i; j++) {
            size_t with = first && j == first - 1 ? 0 : j; /* the first of the bucket, then the neighbours */
            uint64_t lower = bucket[with] & mask;
            if (lower < part.from || lower >= part.to)
                continue;
            if (notes)
                notes[count] = note_pair(lower, bucket[i] & mask);
            count++;
        }
    }
    return count;
}

static size_t all_pairs(const struct sketches *sketches, uint32_t window, struct part part, uint64_t *notes)
{
    const uint64_t *postings = sketches->postings;
    unsigned shift = sketches->place_bits;
    size_t count = 0;
    for (size_t i = 0, end; i < sketches->count; i = end) {
        for (end = i + 1; end < sketches->count && postings[end] >> shift == postings[i] >> shift;)
            end++;
        count += bucket_pairs(postings + i, end - i, (1ull << shift) - 1, window, part,
                              notes ? notes + count : NULL);
    }
    return count;
}

/* Keeps the pairs that two shingles propose, each once: what two texts share by chance is mostly one. */
static size_t choose_pairs(uint64_t *notes, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && notes[end] == notes[i];)
            end++;
        if (end - i > 1)
            notes[kept++] = notes[i];
    }
    return kept;
}

size_t keys_unique(uint64_t *keys, size_t count)
{
    size_t kept = 0;
    if (!sort_keys(keys, count))
        return SIZE_MAX;
    for (size_t i = 0; i < count; i++)
        if (i == 0 || keys[i] != keys[i - 1])
            keys[kept++] = keys[i];
    return kept;
}

/* Appends the chosen pairs of a part. */
static bool join_part(struct pairs *pairs, const struct sketches *sketches, uint32_t window, struct part part)
{
    size_t count = all_pairs(sketches, window, part, NULL);
    uint64_t *notes = memory_new(count, sizeof *notes);
    bool ok = notes != NULL;
    if (ok) {
        all_pairs(sketches, window, part, notes);
        ok = sort_keys(notes, count);
    }
    if (ok) {
        count = choose_pairs(notes, count);
        ok = memory_reserve(&pairs->keys, &pairs->capacity, pairs->count + count, SIZE_MAX / 16);
    }
    if (ok && count) {
        memcpy(pairs->keys + pairs->count, notes, count * sizeof *notes);
        pairs->count += count;
    }
    memory_free(notes);
    return ok;
}

enum bowline_status pairs_init(struct pairs *pairs, struct sketches *sketches, uint32_t window,
                               struct bowline_error *err)
{
    uint64_t texts = 1ull << sketches->place_bits;
    *pairs = (struct pairs){0};
    bool ok = sort_keys(sketches->postings, sketches->count);
    uint64_t parts = (window + 1ull) * sketches->count / PART_NOTES + 1;
    for (uint64_t p = 0; ok && p < parts; p++)
        ok = join_part(pairs, sketches, window, (struct part){texts * p / parts, texts * (p + 1) / parts});
    sketches_release(sketches);
    if (ok)
        return BOWLINE_OK;
    pairs_release(pairs);
    return error_memory(err);
}

void pairs_release(struct pairs *pairs)
{
    memory_free(pairs->keys);
    *pairs = (struct pairs){0};
}
