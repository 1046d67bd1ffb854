/* Stable radix sort of (key, value) pairs. */
#include "base/sort.h"

#include "base/memory.h"

#include <string.h>

static void count_bytes(const struct sort_pair *pairs, size_t count, size_t counts[8][256])
{
    memset(counts, 0, sizeof counts[0][0] * 8 * 256);
    for (size_t i = 0; i < count; i++)
        for (unsigned b = 0; b < 8; b++)
            counts[b][pairs[i].key >> 8 * b & 255]++;
}

static void scatter(const struct sort_pair *from, struct sort_pair *to, size_t count, const size_t *sizes,
                    unsigned byte)
{
    size_t next[256];
    size_t sum = 0;
    for (unsigned v = 0; v < 256; v++) {
        next[v] = sum;
        sum += sizes[v];
    }
    for (size_t i = 0; i < count; i++)
        to[next[from[i].key >> 8 * byte & 255]++] = from[i];
}

#define PAIRS_FEW 48 /* are quicker to insert than to count */

static void insert_pairs(struct sort_pair *pairs, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        struct sort_pair now = pairs[i];
        size_t at = i;
        for (; at > 0 && pairs[at - 1].key > now.key; at--)
            pairs[at] = pairs[at - 1];
        pairs[at] = now;
    }
}

bool sort_pairs(struct sort_pair *pairs, size_t count)
{
    if (count <= PAIRS_FEW) {
        insert_pairs(pairs, count);
        return true;
    }
    size_t counts[8][256];
    struct sort_pair *spare = memory_resize(NULL, count, sizeof *spare);
    if (!spare)
        return false;
    count_bytes(pairs, count, counts);
    struct sort_pair *from = pairs;
    struct sort_pair *to = spare;
    for (unsigned b = 0; b < 8; b++) {
        if (counts[b][from[0].key >> 8 * b & 255] == count)
            continue;
        scatter(from, to, count, counts[b], b);
        struct sort_pair *swap = from;
        from = to;
        to = swap;
    }
    if (from != pairs)
        memcpy(pairs, from, count * sizeof *pairs);
    memory_free(spare);
    return true;
}

static void count_key_bytes(const uint64_t *keys, size_t count, size_t counts[8][256])
{
    memset(counts, 0, (size_t)8 * 256 * sizeof counts[0][0]);
    for (size_t i = 0; i < count; i++)
        for (unsigned b = 0; b < 8; b++)
            counts[b][keys[i] >> 8 * b & 255]++;
}

static void scatter_keys(const uint64_t *from, uint64_t *to, size_t count, const size_t *sizes, unsigned byte)
{
    size_t next[256];
    size_t sum = 0;
    for (unsigned v = 0; v < 256; v++) {
        next[v] = sum;
        sum += sizes[v];
    }
    for (size_t i = 0; i < count; i++)
        to[next[from[i] >> 8 * byte & 255]++] = from[i];
}

/* Sorts between two places of equal room; returns the one where the keys are in the end. */
static uint64_t *sort_between(uint64_t *from, uint64_t *to, size_t count)
{
    size_t counts[8][256];
    count_key_bytes(from, count, counts);
    for (unsigned b = 0; b < 8; b++) {
        if (counts[b][from[0] >> 8 * b & 255] == count)
            continue;
        scatter_keys(from, to, count, counts[b], b);
        uint64_t *swap = from;
        from = to;
        to = swap;
    }
    return from;
}

bool sort_keys(uint64_t *keys, size_t count)
{
    if (count < 2)
        return true;
    uint64_t *spare = memory_resize(NULL, count, sizeof *spare);
    if (!spare)
        return false;
    if (sort_between(keys, spare, count) != keys)
        memcpy(keys, spare, count * sizeof *keys);
    memory_free(spare);
    return true;
}

#define KEYS_FEW 32 /* are quicker to insert than to count */

void sort_keys_into(uint64_t *from, uint64_t *to, size_t count)
{
    if (count > KEYS_FEW) {
        if (sort_between(from, to, count) != to)
            memcpy(to, from, count * sizeof *to);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        size_t at = i;
        for (; at > 0 && to[at - 1] > from[i]; at--)
            to[at] = to[at - 1];
        to[at] = from[i];
    }
}

/* Runs this short are quicker to insert than to count. */
#define TEXT_RUN_FEW 32

struct text_sort {
    const struct buffer *pool;
    const struct text_ref *texts;
    struct sort_pair *pairs;
};

/* Eight bytes from `depth` on, the first the most weighty, zeros beyond the end. */
static uint64_t text_key(const struct text_sort *sort, uint32_t index, size_t depth)
{
    struct span s = buffer_span(sort->pool, sort->texts[index]);
    uint64_t key = 0;
    for (size_t i = 0; i < 8; i++)
        key = key << 8 | (depth + i < s.length ? (unsigned char)s.at[depth + i] : 0);
    return key;
}

static void insert_texts(const struct text_sort *sort, uint32_t *order, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        uint32_t now = order[i];
        struct span s = buffer_span(sort->pool, sort->texts[now]);
        size_t at = i;
        for (; at > 0 && span_compare(s, buffer_span(sort->pool, sort->texts[order[at - 1]])) < 0; at--)
            order[at] = order[at - 1];
        order[at] = now;
    }
}

/* Sorts by eight bytes, then each run of equal ones by the next eight. The longest text ends the descent. */
static bool sort_texts_from(const struct text_sort *sort, uint32_t *order, size_t count, size_t depth)
{
    if (count <= TEXT_RUN_FEW) {
        insert_texts(sort, order, count);
        return true;
    }
    bool is_deeper = false;
    for (size_t i = 0; i < count; i++) {
        sort->pairs[i] = (struct sort_pair){text_key(sort, order[i], depth), order[i]};
        is_deeper = is_deeper || sort->texts[order[i]].length > depth + 8;
    }
    if (!sort_pairs(sort->pairs, count))
        return false;
    for (size_t i = 0; i < count; i++)
        order[i] = (uint32_t)sort->pairs[i].value;
    for (size_t begin = 0, end = 0; begin < count; begin = end) {
        uint64_t key = text_key(sort, order[begin], depth);
        while (end < count && text_key(sort, order[end], depth) == key)
            end++;
        if (end - begin > 1 && is_deeper && !sort_texts_from(sort, order + begin, end - begin, depth + 8))
            return false;
        if (end - begin > 1 && !is_deeper)
            insert_texts(sort, order + begin, end - begin);
    }
    return true;
}

bool sort_texts(const struct buffer *pool, const struct text_ref *texts, uint32_t *order, size_t count)
{
    struct text_sort sort = {pool, texts, memory_resize(NULL, count, sizeof *sort.pairs)};
    bool is_done = sort.pairs && sort_texts_from(&sort, order, count, 0);
    memory_free(sort.pairs);
    return is_done;
}
