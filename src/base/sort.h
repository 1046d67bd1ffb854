/* Stable radix sort of (key, value) pairs, least significant byte first; bytes that are the same in all keys
 * are skipped. Linear time. */
#ifndef BASE_SORT_H
#define BASE_SORT_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/parallel.h"

struct sort_pair {
    uint64_t key;
    uint64_t value;
};

/* Sorts by key, equal keys keep their order. Needs as much memory again; false where there is none. */
bool sort_pairs(struct sort_pair *pairs, size_t count) __attribute__((warn_unused_result));

/* The same for bare keys, in half the memory. */
bool sort_keys(uint64_t *keys, size_t count) __attribute__((warn_unused_result));

/* The same, on many threads and mostly in cache, with half as much memory again where keys are many;
 * BOWLINE_ERROR_MEMORY or BOWLINE_ERROR_INTERRUPTED, for which the caller finds the words. After a failure
 * the keys are no longer whole. */
enum bowline_status sort_keys_parallel(uint64_t *keys, size_t count,
                                       const struct parallel *parallel) BOWLINE_WARN_UNUSED;

/* Sorts [from, from + count) into `to`, which has the same room and does not overlap; spoils `from`. */
void sort_keys_into(uint64_t *from, uint64_t *to, size_t count);

/* Puts indices into the byte order of the texts they stand for: texts[order[i]], in the pool. Equal texts
 * keep their order. Linear in the bytes that tell texts apart. False where memory is short. */
bool sort_texts(const struct buffer *pool, const struct text_ref *texts, uint32_t *order, size_t count)
    __attribute__((warn_unused_result));

#endif
