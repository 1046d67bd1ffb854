/* Rows of facts, as they are written and as they are read. Texts belong to whoever gives the row; those that
 * were read end with a zero byte and stay until the next row. */
#ifndef STORE_ROWS_H
#define STORE_ROWS_H

#include "base/span.h"

/* A table that was read; the words are those of the schema. */
struct resource_row {
    uint32_t resource;
    struct span name, kind, path, format, encoding, compression, delimiter, sha256;
    int64_t bytes, records, rejected;
};

struct field_row {
    uint32_t field, resource, position;
    struct span name, party, type, format;
};

struct record_row {
    uint32_t record, resource;
    struct span key;
    int64_t line, byte, length;
    uint32_t duplicate_of;
    struct span source; /* the row as UTF-8 */
    /* What was concluded, where it was asked for; not written with the record. */
    uint32_t entity, network; /* 0: none */
    int64_t begin, end;       /* TIME_NONE where no sighting gives it */
    struct span place;        /* "" where none */
    bool is_place_unsure;     /* several places have that name; the key is as written */
};

struct reject_row {
    uint32_t resource;
    int64_t line, byte;
    struct span column; /* empty for a whole row */
    struct span reason;
};

#endif
