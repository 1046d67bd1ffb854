/* Strings become dense 32-bit ids, 1 upwards in order of first sight; 0 is none. */
#ifndef BASE_INTERN_H
#define BASE_INTERN_H

#include "base/buffer.h"

struct intern {
    struct buffer pool;
    struct text_ref *refs; /* refs[id]; refs[0] is empty */
    size_t refs_capacity;
    uint32_t count; /* the largest id */
    uint32_t *slots;
    uint64_t *hashes; /* of each id */
    size_t hashes_capacity;
    uint32_t slot_count; /* a power of two */
};

void intern_init(struct intern *set);
void intern_release(struct intern *set);

/* The id of s, a new one where it is unknown. 0 on failure of memory. */
uint32_t intern_put(struct intern *set, struct span s);

/* The id of s, or 0. */
uint32_t intern_find(const struct intern *set, struct span s);

/* Valid until the next intern_put. */
struct span intern_get(const struct intern *set, uint32_t id);

#endif
