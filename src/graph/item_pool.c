/* Short lists of weighted things in one pool. */
#include "graph/item_pool.h"

#include "base/memory.h"

#include <string.h>

void item_pool_reset(struct item_pool *pool)
{
    pool->count = 0;
    memset(pool->free, 0, sizeof pool->free);
}

void item_pool_release(struct item_pool *pool)
{
    memory_free(pool->items);
    *pool = (struct item_pool){0};
}

static uint8_t class_for(size_t count)
{
    uint8_t class = 0;
    while ((size_t)1 << class < count)
        class ++;
    return class;
}

static bool take_room(struct item_pool *pool, uint8_t class, uint32_t *at)
{
    if (pool->free[class]) {
        *at = pool->free[class] - 1;
        pool->free[class] = pool->items[*at].key;
        return true;
    }
    size_t room = (size_t)1 << class;
    if (!memory_reserve(&pool->items, &pool->capacity, pool->count + room, UINT32_MAX - 1))
        return false;
    *at = (uint32_t)pool->count;
    pool->count += room;
    return true;
}

void item_pool_drop(struct item_pool *pool, struct item_list *list)
{
    if (list->count) {
        pool->items[list->at].key = pool->free[list->class];
        pool->free[list->class] = list->at + 1;
    }
    *list = (struct item_list){0};
}

static bool comes_before(struct item a, struct item b)
{
    return a.weight != b.weight ? a.weight > b.weight : a.key < b.key;
}

/* Takes a lighter item of the same key out. False where a heavier one stands. */
static bool make_way(struct item *items, size_t *count, struct item new)
{
    for (size_t i = 0; i < *count; i++) {
        if (items[i].key != new.key)
            continue;
        if (items[i].weight >= new.weight)
            return false;
        memmove(items + i, items + i + 1, (--*count - i) * sizeof *items);
        return true;
    }
    return true;
}

/* Merges one thing into a sorted array of ITEMS_MOST. */
static void insert(struct item *items, size_t *count, struct item new)
{
    if (!make_way(items, count, new))
        return;
    size_t at = 0;
    while (at < *count && comes_before(items[at], new))
        at++;
    if (at == ITEMS_MOST)
        return;
    size_t kept = *count < ITEMS_MOST ? *count : ITEMS_MOST - 1;
    memmove(items + at + 1, items + at, (kept - at) * sizeof *items);
    items[at] = new;
    *count = kept + 1;
}

bool item_pool_add(struct item_pool *pool, struct item_list *list, const struct item *items, size_t count)
{
    struct item merged[ITEMS_MOST];
    size_t have = list->count;
    if (have)
        memcpy(merged, pool->items + list->at, have * sizeof *merged);
    for (size_t i = 0; i < count; i++)
        insert(merged, &have, items[i]);
    if (!have)
        return true;
    if (!list->count || have > (size_t)1 << list->class) {
        item_pool_drop(pool, list);
        list->class = class_for(have);
        if (!take_room(pool, list->class, &list->at))
            return false;
    }
    list->count = (uint8_t)have;
    memcpy(pool->items + list->at, merged, have * sizeof *merged);
    return true;
}

bool item_pool_join(struct item_pool *pool, struct item_list *list, struct item_list *from)
{
    struct item moved[ITEMS_MOST];
    size_t count = from->count;
    if (count)
        memcpy(moved, pool->items + from->at, count * sizeof *moved);
    item_pool_drop(pool, from);
    return item_pool_add(pool, list, moved, count);
}

int64_t item_pool_sum(const struct item_pool *pool, const struct item_list *list)
{
    int64_t sum = 0;
    for (size_t i = 0; i < list->count; i++)
        sum += pool->items[list->at + i].weight;
    return sum;
}
