/* The index of words: which records hold a word, and where in each (docs/methods/search.md). Records are cut
 * into segments that are made each by itself, so that many threads can make them and memory stays bounded. */
#ifndef SEARCH_SEARCH_TABLE_H
#define SEARCH_SEARCH_TABLE_H

#include "base/parallel.h"
#include "records/record_table.h"

/* Records of a segment: its tables of words stay in the processor's cache, and a word that is in all of them
 * takes a tenth of a megabyte. */
#define SEARCH_SEGMENT 32768u

/* Some words and where they stand, as one piece of bytes (postings.h). */
struct search_block {
    struct text_ref last_word; /* the greatest of the block, in byte order */
    struct text_ref postings;
};

/* Of the records segment * SEARCH_SEGMENT + 1 and up. */
struct search_segment {
    struct buffer bytes; /* that its blocks point to */
    struct search_block *blocks;
    size_t count, capacity;
    bool is_short; /* of memory, while it was made */
};

struct search_table {
    struct search_segment *segments; /* [0 .. count) */
    size_t count;
};

/* Indexes the ids and cells of all records but those of protected parties, and but numbers that nobody looks
 * for. Linear; about 60 ns a word. */
enum bowline_status search_table_build(const struct record_table *records, const struct parallel *parallel,
                                       struct search_table *out,
                                       struct bowline_error *err) BOWLINE_WARN_UNUSED;
void search_table_release(struct search_table *table);

/* Whether the cells of a field are indexed. */
bool search_field_counts(const struct field *field);

#endif
