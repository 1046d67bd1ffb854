/* The records of a case in memory, by column: what each row is, where its bytes stand, and those of its cells
 * that have a role. Record ids run from 1 in the order of resources and rows; 0 is none. Arrays have count +
 * 1 entries. */
#ifndef RECORDS_RECORD_TABLE_H
#define RECORDS_RECORD_TABLE_H

#include "base/buffer.h"
#include "base/calendar.h"
#include "base/error.h"
#include "records/roles.h"

typedef uint32_t record_id;
typedef uint16_t field_id;    /* 1 upwards over all resources; 0 is none */
typedef uint16_t resource_id; /* 1 upwards; 0 is none */

struct field {
    char *name;
    char *format; /* Frictionless `format` of a time, `decimalChar` of a number; NULL where not given */
    struct role role;
    resource_id resource;
    uint16_t column; /* 0-based position in the resource */
};

struct resource {
    char *name;
    enum record_kind kind;
    field_id first_field;
    uint16_t field_count;
};

struct cell {
    uint64_t at;     /* in the pool */
    uint32_t length; /* bytes; never 0: empty cells are left out */
    field_id field;
};

struct record {
    uint64_t byte;          /* offset of the row in its source (after decompression) */
    uint64_t first_cell;    /* cells of record r: cells[records[r].first_cell .. records[r + 1].first_cell) */
    int64_t begin, end;     /* seconds UTC, end exclusive; TIME_NONE where not given */
    uint32_t length;        /* of the row in its source, bytes */
    uint32_t line;          /* 1-based line where the row starts */
    struct text_ref key;    /* the row's own id, in the pool */
    record_id duplicate_of; /* the first record of the resource with the same cells (the id aside), or 0 */
    resource_id resource;
    uint8_t kind;         /* enum record_kind */
    uint8_t is_protected; /* a person whose category is possible-victim */
};

struct record_table {
    uint32_t count;
    struct record *records; /* [1 .. count], and [count + 1] whose first_cell closes the last */
    size_t records_capacity;
    struct cell *cells;
    size_t cell_count, cells_capacity;
    struct buffer pool;   /* UTF-8 */
    struct field *fields; /* [1 .. field_count] */
    uint16_t field_count;
    struct resource *resources; /* [1 .. resource_count] */
    uint16_t resource_count;
};

void record_table_init(struct record_table *table);
void record_table_release(struct record_table *table);

/* Adds a resource and its fields (names are copied). 0 on failure of memory or above 65,535. */
resource_id record_table_add_resource(struct record_table *table, const char *name, enum record_kind kind);
field_id record_table_add_field(struct record_table *table, resource_id resource, const char *name,
                                struct role role, const char *format);

/* Begins a record; cells that follow belong to it. The record's key, byte, length, line, times are copied
 * from `record` except key and first_cell, which the table sets. 0 on failure. */
record_id record_table_add(struct record_table *table, const struct record *record, struct span key);
bool record_table_add_cell(struct record_table *table, field_id field, struct span value);

struct span record_key(const struct record_table *table, record_id id);
struct span cell_value(const struct record_table *table, const struct cell *cell);
const struct field *cell_field(const struct record_table *table, const struct cell *cell);

static inline const struct cell *record_cells_begin(const struct record_table *t, record_id id)
{
    return t->cells + t->records[id].first_cell;
}

static inline const struct cell *record_cells_end(const struct record_table *t, record_id id)
{
    return t->cells + t->records[id + 1].first_cell;
}

/* The first value of that role in the record, or an empty span. */
struct span record_value(const struct record_table *table, record_id id, struct role role);

/* Invariants: order, bounds, kinds. NULL where all hold, else the reason (static). */
const char *record_table_check(const struct record_table *table);

#endif
