/* Occurrences of what is asked, in one segment. */
#include "search/occurrences.h"

#include "base/memory.h"
#include "base/sort.h"

static const size_t most_occurrences = (size_t)1 << 31;

void occurrences_release(struct occurrences *list)
{
    memory_free(list->items);
    *list = (struct occurrences){0};
}

static bool take_all(struct occurrences *list, struct span bytes)
{
    struct postings_state state = {0};
    occurrence at;
    while (postings_take(&bytes, &state, &at)) {
        if (!memory_reserve(&list->items, &list->capacity, list->count + 1, most_occurrences))
            return false;
        list->items[list->count++] = at;
    }
    return true;
}

static bool begins_with(struct span word, struct span beginning)
{
    return word.length >= beginning.length && memcmp(word.at, beginning.at, beginning.length) == 0;
}

bool occurrences_gather(struct occurrences *list, struct span block, struct span word, bool is_prefix,
                        bool *more)
{
    struct postings_reader reader;
    bool is_done = true;
    postings_init(&reader, block);
    *more = true;
    while (is_done && *more && postings_next(&reader)) {
        struct span entry = buffer_all(&reader.word);
        if (is_prefix ? begins_with(entry, word) : span_equal(entry, word))
            is_done = take_all(list, reader.bytes);
        else if (span_compare(entry, word) > 0)
            *more = false;
    }
    is_done = is_done && buffer_ok(&reader.word);
    postings_release(&reader);
    return is_done;
}

bool occurrences_sort(struct occurrences *list)
{
    return sort_keys(list->items, list->count);
}

void occurrences_follow(struct occurrences *list, const struct occurrences *next, uint32_t distance)
{
    size_t kept = 0;
    size_t n = 0;
    for (size_t i = 0; i < list->count; i++) {
        occurrence wanted = list->items[i] + distance;
        while (n < next->count && next->items[n] < wanted)
            n++;
        if (n < next->count && next->items[n] == wanted)
            list->items[kept++] = list->items[i];
    }
    list->count = kept;
}
