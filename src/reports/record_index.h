/* The records of a case by resource and id, in memory. About 45 bytes a record. */
#ifndef REPORTS_RECORD_INDEX_H
#define REPORTS_RECORD_INDEX_H

#include "base/buffer.h"
#include "reports/reader.h"

struct record_index {
    struct buffer pool;
    struct record_entry {
        struct text_ref key;
        uint32_t resource; /* 0: there is no such record */
    } * entries;           /* [1 .. records] */
    uint32_t *slots;       /* records by hash of resource and key */
    size_t slot_count;     /* a power of two */
    uint32_t records;      /* the largest record id */
};

void record_index_init(struct record_index *index);
void record_index_release(struct record_index *index);
enum bowline_status record_index_load(struct record_index *index, struct store *store,
                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* 0 where there is none. near: a record, such as the last that was found: it and the next are looked at
 * first, as lists of records mostly have the order of the case. */
uint32_t record_index_find(const struct record_index *index, uint32_t resource, struct span key,
                           uint32_t near);

#endif
