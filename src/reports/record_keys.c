/* The names of all records in memory. */
#include "reports/record_keys.h"

#include "base/memory.h"

#define POOL_MOST ((size_t)1 << 40)

void record_keys_init(struct record_keys *keys)
{
    *keys = (struct record_keys){0};
    buffer_init(&keys->pool, POOL_MOST);
}

void record_keys_release(struct record_keys *keys)
{
    buffer_release(&keys->pool);
    memory_free(keys->ends);
    memory_free(keys->resources);
    record_keys_init(keys);
}

bool record_keys_add(struct record_keys *keys, uint32_t record, uint32_t resource, struct span key)
{
    size_t need = (size_t)record + 1;
    if (record <= keys->count)
        return true;
    if (!memory_reserve(&keys->ends, &keys->ends_capacity, need, UINT32_MAX) ||
        !memory_reserve(&keys->resources, &keys->resources_capacity, need, UINT32_MAX))
        return false;
    if (keys->count == 0)
        keys->ends[0] = 0;
    for (uint32_t r = keys->count + 1; r < record; r++) {
        keys->ends[r] = keys->pool.length;
        keys->resources[r] = 0;
    }
    buffer_append_span(&keys->pool, key);
    keys->ends[record] = keys->pool.length;
    keys->resources[record] = (uint16_t)resource;
    keys->count = record;
    return buffer_ok(&keys->pool);
}

struct span record_keys_get(const struct record_keys *keys, uint32_t record, uint32_t *resource)
{
    *resource = 0;
    if (record == 0 || record > keys->count)
        return (struct span){"", 0};
    *resource = keys->resources[record];
    return (struct span){keys->pool.data ? keys->pool.data + keys->ends[record - 1] : "",
                         (size_t)(keys->ends[record] - keys->ends[record - 1])};
}
