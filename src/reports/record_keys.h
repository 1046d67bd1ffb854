/* The names of all records in memory, so that an export needs no look-up a row. About 25 bytes a record. */
#ifndef REPORTS_RECORD_KEYS_H
#define REPORTS_RECORD_KEYS_H

#include "base/buffer.h"
#include "reports/reader.h"

struct record_keys {
    struct buffer pool;
    uint64_t *ends; /* [0 .. count]: the key of record r is pool[ends[r - 1] .. ends[r]) */
    uint16_t *resources;
    size_t ends_capacity, resources_capacity;
    uint32_t count;
};

void record_keys_init(struct record_keys *keys);
void record_keys_release(struct record_keys *keys);

/* Adds the next record: ids come in order, and those that are left out have no name. */
bool record_keys_add(struct record_keys *keys, uint32_t record, uint32_t resource, struct span key);

/* "" and 0 for a record that is not there. */
struct span record_keys_get(const struct record_keys *keys, uint32_t record, uint32_t *resource);

#endif
