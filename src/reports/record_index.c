/* The records of a case by resource and id: open addressing over a pool of keys. */
#include "reports/record_index.h"

#include "base/hash.h"
#include "base/memory.h"
#include "store/read_scores.h"

#define POOL_MOST ((size_t)1 << 40)

void record_index_init(struct record_index *index)
{
    *index = (struct record_index){.records = 0};
    buffer_init(&index->pool, POOL_MOST);
}

void record_index_release(struct record_index *index)
{
    buffer_release(&index->pool);
    memory_free(index->entries);
    memory_free(index->slots);
    record_index_init(index);
}

static bool take_tables(struct record_index *index)
{
    index->slot_count = 64;
    while (index->slot_count < (size_t)index->records * 2)
        index->slot_count *= 2;
    index->slots = memory_new(index->slot_count, sizeof *index->slots);
    index->entries = memory_new((size_t)index->records + 1, sizeof *index->entries);
    return index->slots && index->entries;
}

static size_t first_slot(const struct record_index *index, uint32_t resource, struct span key)
{
    return hash_bytes(key.at, key.length, resource) & (index->slot_count - 1);
}

static bool add(struct record_index *index, const struct key_line *row)
{
    size_t slot = first_slot(index, row->resource, row->key);
    while (index->slots[slot])
        slot = (slot + 1) & (index->slot_count - 1);
    index->slots[slot] = row->record;
    index->entries[row->record] = (struct record_entry){buffer_keep(&index->pool, row->key), row->resource};
    return buffer_ok(&index->pool);
}

enum bowline_status record_index_load(struct record_index *index, struct store *store,
                                      struct bowline_error *err)
{
    struct cursor c;
    struct key_line row;
    bool is_kept = true;
    enum bowline_status status = read_last_record(store, &index->records, err);
    if (status != BOWLINE_OK)
        return status;
    if (!take_tables(index))
        return error_memory(err);
    read_keys(store, &c, err);
    while (is_kept && next_key(&c, &row))
        if (row.record != 0 && row.record <= index->records)
            is_kept = add(index, &row);
    status = cursor_close(&c);
    return is_kept ? status : error_memory(err);
}

static bool is_record(const struct record_index *index, uint32_t record, uint32_t resource, struct span key)
{
    const struct record_entry *entry = &index->entries[record];
    return entry->resource == resource && span_equal(buffer_span(&index->pool, entry->key), key);
}

uint32_t record_index_find(const struct record_index *index, uint32_t resource, struct span key,
                           uint32_t near)
{
    for (uint32_t i = 0; i < 2 && near + i <= index->records; i++)
        if (near + i > 0 && is_record(index, near + i, resource, key))
            return near + i;
    for (size_t slot = first_slot(index, resource, key); index->slots[slot];
         slot = (slot + 1) & (index->slot_count - 1))
        if (is_record(index, index->slots[slot], resource, key))
            return index->slots[slot];
    return 0;
}
