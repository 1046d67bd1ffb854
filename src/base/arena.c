/* Memory that lives as long as a stage or a batch. */
#include "base/arena.h"

#include "base/memory.h"

#include <stdint.h>
#include <string.h>

/* Large enough that the heap is asked rarely, small enough to waste little in each of many arenas. */
static const size_t block_bytes = (size_t)1 << 18;

struct arena_block {
    struct arena_block *next;
    size_t used;
    size_t size;
    _Alignas(16) char bytes[];
};

void arena_init(struct arena *arena)
{
    *arena = (struct arena){0};
}

static void blocks_free(struct arena_block *block)
{
    while (block) {
        struct arena_block *next = block->next;
        memory_free(block);
        block = next;
    }
}

void arena_release(struct arena *arena)
{
    blocks_free(arena->blocks);
    arena_init(arena);
}

void arena_reset(struct arena *arena)
{
    struct arena_block *kept = arena->blocks;
    if (!kept)
        return;
    blocks_free(kept->next);
    kept->next = NULL;
    kept->used = 0;
    arena->taken = 0;
}

static struct arena_block *block_new(size_t size)
{
    struct arena_block *block = memory_resize(NULL, 1, sizeof *block + size);
    if (block)
        *block = (struct arena_block){.size = size};
    return block;
}

void *arena_take(struct arena *arena, size_t count, size_t size)
{
    if (size && count > (SIZE_MAX - block_bytes) / size)
        return NULL;
    size_t bytes = (count * size + 15) & ~(size_t)15;
    struct arena_block *block = arena->blocks;
    if (!block || block->size - block->used < bytes) {
        block = block_new(bytes > block_bytes ? bytes : block_bytes);
        if (!block)
            return NULL;
        block->next = arena->blocks;
        arena->blocks = block;
    }
    void *piece = block->bytes + block->used;
    block->used += bytes;
    arena->taken += bytes;
    return memset(piece, 0, bytes);
}
