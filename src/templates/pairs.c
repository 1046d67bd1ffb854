/* The join of sketches into candidate pairs. */
#include "templates/pairs.h"

#include "base/memory.h"

static uint64_t note_pair(uint64_t lower, uint64_t higher)
{
    return lower << 32 | higher;
}

/* Writes the pairs of a bucket (its postings ascend by text) where notes is not NULL; returns how many. */
static size_t bucket_pairs(const uint64_t *bucket, size_t size, uint64_t mask, uint32_t window,
                           uint64_t *notes)
{
    size_t count = 0;
    for (size_t i = 1; i < size; i++) {
        size_t first = i > window ? i - window : 0;
        for (size_t j = first; j < i; j++, count++)
            if (notes)
                notes[count] = note_pair(bucket[j] & mask, bucket[i] & mask);
        if (first > 0) {
            if (notes)
                notes[count] = note_pair(bucket[0] & mask, bucket[i] & mask);
            count++;
        }
    }
    return count;
}

static size_t all_pairs(const struct sketches *sketches, uint32_t window, uint64_t *notes)
{
    const uint64_t *postings = sketches->postings;
    unsigned shift = sketches->place_bits;
    size_t count = 0;
    for (size_t i = 0; i < sketches->count;) {
        size_t end = i + 1;
        while (end < sketches->count && postings[end] >> shift == postings[i] >> shift)
            end++;
        count +=
            bucket_pairs(postings + i, end - i, (1ull << shift) - 1, window, notes ? notes + count : NULL);
        i = end;
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

enum bowline_status pairs_init(struct pairs *pairs, struct sketches *sketches, uint32_t window,
                               struct bowline_error *err)
{
    *pairs = (struct pairs){0};
    if (!sort_keys(sketches->postings, sketches->count))
        return error_memory(err);
    pairs->count = all_pairs(sketches, window, NULL);
    pairs->keys = memory_new(pairs->count, sizeof *pairs->keys);
    if (!pairs->keys)
        return error_memory(err);
    all_pairs(sketches, window, pairs->keys);
    sketches_release(sketches);
    if (!sort_keys(pairs->keys, pairs->count)) {
        pairs_release(pairs);
        return error_memory(err);
    }
    pairs->count = choose_pairs(pairs->keys, pairs->count);
    return BOWLINE_OK;
}

void pairs_release(struct pairs *pairs)
{
    memory_free(pairs->keys);
    *pairs = (struct pairs){0};
}
