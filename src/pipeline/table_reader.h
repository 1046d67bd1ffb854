/* One table of a data package, from its file to records: decompressed, decoded, cut into rows, checked. What
 * is kept and what is rejected goes into batches for the store. */
#ifndef PIPELINE_TABLE_READER_H
#define PIPELINE_TABLE_READER_H

#include "pipeline/package_file.h"
#include "pipeline/read_batch.h"
#include "pipeline/source.h"
#include "store/erase_store.h"

struct table_reader;

/* Adds the resource and its fields to the table. threads: 2 or more let another one hash the file. */
enum bowline_status table_reader_new(const struct package_file *file, size_t resource,
                                     struct record_table *table, unsigned threads, struct table_reader **out,
                                     struct bowline_error *err) BOWLINE_WARN_UNUSED;
/* Rows that were erased are left out; before the first row is read. Kept by the caller as long as the reader.
 */
void table_reader_leave_out(struct table_reader *reader, const struct erasures *erasures);
void table_reader_free(struct table_reader *reader); /* NULL allowed */

/* Fills a batch that was reset; *more is false at the end. */
enum bowline_status table_reader_fill(struct table_reader *reader, struct read_batch *batch, bool *more,
                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;

uint64_t table_reader_bytes(const struct table_reader *reader);  /* read on disk so far */
uint64_t table_reader_erased(const struct table_reader *reader); /* rows left out */
uint64_t table_reader_rejects(const struct table_reader *reader);

/* What the store says of the resource; valid at the end. The words live as long as the reader. */
struct resource_row table_reader_resource(struct table_reader *reader);

/* What only those know who have the file (source.h); valid at the end. */
const char *table_reader_secret(const struct table_reader *reader);

#endif
