/* The one door to the heap. A hook can make the n-th request fail, so that a test can walk every failure
 * path. */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

/* Decides whether a request of `size` bytes may go ahead. Called from any thread. */
typedef bool memory_gate(void *context, size_t size);

/* NULL removes the gate. Set it only while no other thread runs. */
void memory_set_gate(memory_gate *gate, void *context);

void *memory_new(size_t count, size_t size); /* zeroed; NULL on failure or overflow; count 0 gives 1 */
void *memory_resize(void *old, size_t count, size_t size); /* old stays valid on failure */
void memory_free(void *at);                                /* NULL allowed */

/* Makes room for `need` items in *items, growing by half at least. *items and *capacity change only on
 * success. `most` is the declared maximum in items; a need above it fails. Returns false on failure. */
#define memory_reserve(items, capacity, need, most)                                                          \
    memory_reserve_bytes((void **)(items), (capacity), (need), (most), sizeof **(items))
bool memory_reserve_bytes(void **items, size_t *capacity, size_t need, size_t most, size_t size);

#endif
