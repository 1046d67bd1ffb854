/* Short lists of weighted things in one pool of memory, each thing at most once and at its heaviest. A join
 * of two lists keeps the heaviest ITEMS_MOST of their union, so that the outcome depends neither on the order
 * of joins nor on how often a thing came. */
#ifndef GRAPH_ITEM_POOL_H
#define GRAPH_ITEM_POOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ITEMS_MOST 16 /* things of one list; what is dropped weighs no more than each that is kept */

struct item {
    uint32_t key;
    int32_t weight;
};

struct item_list {
    uint32_t at;   /* in the pool */
    uint8_t count; /* items, by weight downwards, then key */
    uint8_t class; /* room for 2^class items; 0 items: none */
};

struct item_pool {
    struct item *items;
    size_t count, capacity;
    uint32_t free[5]; /* [class]: first free place + 1, linked through `key` */
};

void item_pool_reset(struct item_pool *pool); /* keeps memory; all lists are void */
void item_pool_release(struct item_pool *pool);

/* Adds things to a list that item_pool gave or that is zero. False: no memory. */
bool item_pool_add(struct item_pool *pool, struct item_list *list, const struct item *items, size_t count);

/* Adds the things of `from`, whose room is given back; it is then empty. */
bool item_pool_join(struct item_pool *pool, struct item_list *list, struct item_list *from);
void item_pool_drop(struct item_pool *pool, struct item_list *list);
int64_t item_pool_sum(const struct item_pool *pool, const struct item_list *list);

#endif
