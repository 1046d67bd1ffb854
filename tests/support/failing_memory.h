/* Makes the n-th request for memory fail, so that a test can walk every failure path:
 *
 *     for (unsigned long n = 1;; n++) {
 *         struct failing_memory memory;
 *         failing_memory_begin(&memory, n);
 *         enum bowline_status status = call_under_test();
 *         if (!failing_memory_end(&memory))
 *             break;                                          (request n never came: all paths were walked)
 *         assert_int_equal(status, BOWLINE_ERROR_MEMORY);
 *     }
 */
#ifndef SUPPORT_FAILING_MEMORY_H
#define SUPPORT_FAILING_MEMORY_H

#include "base/memory.h"

#include <stdatomic.h>

struct failing_memory {
    atomic_ulong seen; /* requests since begin; they may come from any thread */
    unsigned long fails;
};

static inline bool failing_memory_gate(void *context, size_t size)
{
    struct failing_memory *memory = context;
    (void)size;
    return atomic_fetch_add(&memory->seen, 1) + 1 != memory->fails;
}

/* Request n from now on fails, those before and after go ahead. 0: none fails, they are only counted. */
static inline void failing_memory_begin(struct failing_memory *memory, unsigned long n)
{
    atomic_init(&memory->seen, 0);
    memory->fails = n;
    memory_set_gate(failing_memory_gate, memory);
}

/* Opens the gate again. Returns whether request n came, and so failed. */
static inline bool failing_memory_end(struct failing_memory *memory)
{
    memory_set_gate(NULL, NULL);
    return memory->fails != 0 && atomic_load(&memory->seen) >= memory->fails;
}

#endif
