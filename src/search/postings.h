/* The bytes of the index: where words stand. A block holds some tens of words in byte order; of each the
 * bytes that it does not share with the word before, and its occurrences as differences
 * (docs/methods/search.md). Records are counted from the first of their segment. Inside the room `search`,
 * and for fuzzing. */
#ifndef SEARCH_POSTINGS_H
#define SEARCH_POSTINGS_H

#include "base/buffer.h"

/* Where a word stands: record << 32 | position. Records and positions count from 0. */
typedef uint64_t occurrence;

#define OCCURRENCE(record, position) ((occurrence)(record) << 32 | (position))

/* Appends a word with its occurrences, which ascend strictly. before: the word before it in the block, "" for
 * the first. */
void postings_append(struct buffer *block, struct span before, struct span word, const occurrence *at,
                     size_t count);

/* Reads a block from its beginning. */
struct postings_reader {
    struct span rest;
    struct buffer word; /* of the entry */
    struct span bytes;  /* its occurrences */
};

void postings_init(struct postings_reader *reader, struct span block);
void postings_release(struct postings_reader *reader);

/* The next entry. False at the end, or where the bytes are damaged, or where memory is short. */
bool postings_next(struct postings_reader *reader);

/* Takes the next occurrence of an entry from its bytes. *state begins as zeros. False at the end. */
struct postings_state {
    uint32_t record, position;
    uint32_t left; /* occurrences left in the record */
};
bool postings_take(struct span *bytes, struct postings_state *state, occurrence *out);

#endif
