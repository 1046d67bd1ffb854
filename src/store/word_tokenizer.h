/* Words of the search index of a sealed case: those of FTS5's unicode61, each as a keyed hash, and those of
 * one record in the order of their hashes, so that the file tells which records share a word and never which
 * word, nor in what order words stood. */
#ifndef STORE_WORD_TOKENIZER_H
#define STORE_WORD_TOKENIZER_H

#include "base/buffer.h"
#include "store/store.h"

/* Its name in the schema. */
#define WORD_TOKENIZER "bowline_sealed"

/* Once for each database. */
enum bowline_status word_tokenizer_register(struct store *store,
                                            struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Appends a query for FTS5: every word of the text, as the index holds them. *found: how many. */
enum bowline_status word_tokenizer_query(struct store *store, struct span text, struct buffer *query,
                                         size_t *found, struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
