/* The one door to the heap. */
#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define HUGE_LEAST                                                                                           \
    ((size_t)8 << 20) /* bytes of a request that is served by large pages where the system has them */
#define HUGE_PAGE ((size_t)2 << 20)

static memory_gate *gate_now;
static void *gate_context;

void memory_set_gate(memory_gate *gate, void *context)
{
    gate_now = gate;
    gate_context = context;
}

static bool is_open(size_t size)
{
    return !gate_now || gate_now(gate_context, size);
}

/* Tables that are addressed by hash would miss a small page at each look. A refusal does not matter. */
static void prefer_large_pages(void *at, size_t bytes)
{
    uintptr_t begin = ((uintptr_t)at + HUGE_PAGE - 1) & ~(HUGE_PAGE - 1);
    uintptr_t end = ((uintptr_t)at + bytes) & ~(HUGE_PAGE - 1);
    if (at && end > begin)
        (void)madvise((void *)begin, end - begin, MADV_HUGEPAGE);
}

void *memory_new(size_t count, size_t size)
{
    if (count == 0 || size == 0)
        count = size = 1;
    if (count > SIZE_MAX / size || !is_open(count * size))
        return NULL;
    void *at = calloc(count, size);
    if (count * size >= HUGE_LEAST)
        prefer_large_pages(at, count * size);
    return at;
}

void *memory_resize(void *old, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        return NULL;
    size_t bytes = count * size;
    if (bytes == 0)
        bytes = 1;
    if (!is_open(bytes))
        return NULL;
    return realloc(old, bytes);
}

void memory_free(void *at)
{
    free(at);
}

bool memory_reserve_bytes(void **items, size_t *capacity, size_t need, size_t most, size_t size)
{
    if (need <= *capacity)
        return true;
    if (need > most)
        return false;
    size_t wanted = *capacity + *capacity / 2 + 16;
    if (wanted < need)
        wanted = need;
    if (wanted > most)
        wanted = most;
    void *grown = memory_resize(*items, wanted, size);
    if (!grown)
        return false;
    *items = grown;
    *capacity = wanted;
    return true;
}
