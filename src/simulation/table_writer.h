/* A file that grows row by row: CSV cells (RFC 4180), flushed in large pieces. */
#ifndef SIMULATION_TABLE_WRITER_H
#define SIMULATION_TABLE_WRITER_H

#include "base/buffer.h"
#include "base/error.h"

struct table_writer {
    struct buffer bytes;
    const char *name; /* static */
    int file;         /* -1: none */
};

/* Makes folder/name, which must not be there yet. */
enum bowline_status table_open(struct table_writer *table, int folder, const char *name,
                               struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Writes what is left; whatever happened, the file is closed and the memory given back. */
enum bowline_status table_close(struct table_writer *table, struct bowline_error *err) BOWLINE_WARN_UNUSED;
void table_abandon(struct table_writer *table);

/* Cells; the row ends with cells_end, which flushes now and then. */
void cell_span(struct table_writer *table, struct span value);
void cell_text(struct table_writer *table, const char *value);
void cell_number(struct table_writer *table, uint64_t number);
void cell_key(struct table_writer *table, const char *prefix, uint64_t number);
void cell_date(struct table_writer *table, int64_t day); /* since 1970-01-01 */
enum bowline_status cells_end(struct table_writer *table, struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* What has been appended to table->bytes directly is flushed where it is much. */
enum bowline_status table_flush(struct table_writer *table, size_t above,
                                struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
