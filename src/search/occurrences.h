/* Occurrences of what is asked, in one segment. Inside the room `search` and for who reads the blocks. */
#ifndef SEARCH_OCCURRENCES_H
#define SEARCH_OCCURRENCES_H

#include "search/postings.h"

struct occurrences {
    occurrence *items; /* ascending once they are sorted */
    size_t count, capacity;
};

void occurrences_release(struct occurrences *list); /* may be used again */

/* Adds those of the block's words that are `word`, or that begin with it. *more: the next block may hold
 * further ones. False where memory is short. */
bool occurrences_gather(struct occurrences *list, struct span block, struct span word, bool is_prefix,
                        bool *more);

/* After the last block, where several words were gathered. False where memory is short. */
bool occurrences_sort(struct occurrences *list);

/* Keeps those of the first word of a phrase whose `distance`-th following word is one of next. Linear in
 * both. */
void occurrences_follow(struct occurrences *list, const struct occurrences *next, uint32_t distance);

#endif
