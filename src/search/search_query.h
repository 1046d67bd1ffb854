/* What is asked of the index of words, and the order of the answer (docs/methods/search.md). Words are split
 * at blanks. Each is a phrase of one word or, where signs divide it, of several that stand side by side; a
 * star at its end stands for any ending. A record answers where it holds them all. */
#ifndef SEARCH_SEARCH_QUERY_H
#define SEARCH_SEARCH_QUERY_H

#include "base/error.h"
#include "search/occurrences.h"

struct search_phrase {
    size_t first_word, words; /* of the query's words; one or more */
    bool is_prefix;           /* the last word may go on */
};

struct search_query {
    struct buffer pool;
    struct text_ref *words; /* folded, in the pool */
    size_t word_count, word_capacity;
    struct search_phrase *phrases; /* none: nothing answers */
    size_t phrase_count, phrase_capacity;
};

enum bowline_status search_query_parse(struct span text, struct search_query *out,
                                       struct bowline_error *err) BOWLINE_WARN_UNUSED;
void search_query_release(struct search_query *query);

/* A record that holds a phrase, and how often. */
struct search_match {
    uint32_t record;
    uint32_t count;
};

struct search_matches {
    struct search_match *items; /* by record */
    size_t count, capacity;
};

void search_matches_release(struct search_matches *matches);

/* Adds a phrase's occurrences in a segment whose first record is `first`. False where memory is short. */
bool search_matches_add(struct search_matches *matches, const struct occurrences *at, uint32_t first);

struct search_answer {
    uint32_t *records; /* the best first; equally good ones by record */
    size_t count;
    uint64_t total; /* all that answer */
};

/* Those in all phrases' matches, by BM25 without regard to length (Robertson and Zaragoza 2009, k1 = 1.2, b =
 * 0: a record is a row, and rows of one table differ little). records: of the case. */
enum bowline_status search_rank(const struct search_matches *phrases, size_t count, uint32_t records,
                                size_t limit, struct search_answer *out,
                                struct bowline_error *err) BOWLINE_WARN_UNUSED;
void search_answer_release(struct search_answer *answer);

#endif
