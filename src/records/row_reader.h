/* The piece that turns a parsed row into a record: each cell is checked by what its column holds, a bad cell
 * is rejected and left out, the row is kept. The same for a row from its source and for one that a case file
 * kept. */
#ifndef RECORDS_ROW_READER_H
#define RECORDS_ROW_READER_H

#include "base/error.h"
#include "records/record_table.h"

/* Where a row stood. */
struct row_place {
    uint64_t byte;
    uint32_t length;
    uint32_t line;
};

/* column: NULL for the whole row. The words live until the call returns. */
typedef void row_reject(void *context, const struct row_place *place, const char *column, const char *reason);

/* Whether the row with that id was erased: it is then left out without a word. */
typedef bool row_is_erased(void *context, struct span key);

struct row_reader;

/* For one resource of the table, whose fields stand in the order of the columns. */
enum bowline_status row_reader_new(struct record_table *table, resource_id resource, row_reject *reject,
                                   void *context, struct row_reader **out,
                                   struct bowline_error *err) BOWLINE_WARN_UNUSED;
/* Asked of each row that has an id of its own, with the context of the rejects. NULL: no row was erased. */
void row_reader_leave_out(struct row_reader *reader, row_is_erased *is_erased);
void row_reader_free(struct row_reader *reader); /* NULL allowed */

/* Adds the record, or rejects the row: *id is then 0. cells[i] belongs to the i-th field; count is that of
 * the fields or the row is rejected. */
enum bowline_status row_reader_add(struct row_reader *reader, const struct span *cells, size_t count,
                                   const struct row_place *place, record_id *id,
                                   struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
