/* The index of words: written, and asked. */
#ifndef STORE_SEARCH_STORE_H
#define STORE_SEARCH_STORE_H

#include "search/search_query.h"
#include "search/search_table.h"
#include "store/store.h"

enum bowline_status search_store_write(struct store *store, const struct search_table *table,
                                       struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* The best records that hold all words (search_query.h). Reads of each segment only the blocks of these
 * words.
 */
enum bowline_status search_store_find(struct store *store, struct span words, size_t limit,
                                      struct search_answer *out,
                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
