/* Memory that lives as long as a stage or a batch: take many pieces, give all back at once. Not for threads
 * to share. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *blocks; /* the newest first */
    size_t taken;               /* bytes in use, for the peak that the bench prints */
};

void arena_init(struct arena *arena);
void arena_release(struct arena *arena);
void arena_reset(struct arena *arena); /* keeps one block */

/* 16-byte aligned and zeroed; NULL on failure. */
void *arena_take(struct arena *arena, size_t count, size_t size);

#endif
