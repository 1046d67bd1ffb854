/* Facts: resources, their fields, records as they stood, and rejects. */
#ifndef STORE_RECORD_STORE_H
#define STORE_RECORD_STORE_H

#include "records/record_table.h"
#include "store/store.h"

/* A resource as it was read; the words are those of the schema. */
struct resource_row {
    const char *name, *kind, *path, *format, *encoding, *compression, *delimiter, *sha256;
    uint64_t bytes, records, rejected;
};

/* A record as it is stored. */
struct record_row {
    record_id record;
    resource_id resource;
    uint32_t line, length;
    record_id duplicate_of;
    uint64_t byte;
    struct span key;
    struct span source; /* the row as UTF-8 */
};

struct reject_row {
    resource_id resource;
    uint32_t line;
    uint64_t byte;
    struct span column; /* empty for a whole row */
    struct span reason;
};

/* Writes of one transaction; all statements are kept open until record_writer_free. */
struct record_writer;

enum bowline_status record_writer_new(struct store *store, struct record_writer **out,
                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;
void record_writer_free(struct record_writer *writer); /* NULL allowed */
enum bowline_status record_writer_add(struct record_writer *writer, const struct record_row *row,
                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status record_writer_reject(struct record_writer *writer, const struct reject_row *row,
                                         struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status record_writer_resource(struct record_writer *writer, resource_id id,
                                           const struct resource_row *row,
                                           struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status record_writer_fields(struct record_writer *writer, const struct record_table *table,
                                         struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Reads resources in order; the row's words live until visit returns. */
enum bowline_status record_store_each_resource(struct store *store,
                                               enum bowline_status (*visit)(void *context, resource_id id,
                                                                            const struct resource_row *row,
                                                                            struct bowline_error *err),
                                               void *context, struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Adds the stored fields of a resource to the table, in order. */
enum bowline_status record_store_add_fields(struct store *store, struct record_table *table,
                                            resource_id resource,
                                            struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Reads the records of a resource in order. */
enum bowline_status record_store_each(struct store *store, resource_id resource,
                                      enum bowline_status (*visit)(void *context,
                                                                   const struct record_row *row,
                                                                   struct bowline_error *err),
                                      void *context, struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
