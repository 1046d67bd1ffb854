/* The full-text index over what records say. */
#ifndef STORE_SEARCH_STORE_H
#define STORE_SEARCH_STORE_H

#include "records/record_table.h"
#include "store/store.h"

struct search_writer;

enum bowline_status search_writer_new(struct store *store, struct search_writer **out,
                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;
void search_writer_free(struct search_writer *writer); /* NULL allowed */

/* Adds the words of the record's cells; those of protected parties are left out, so that no search lists
 * them. Records are added in order. */
enum bowline_status search_writer_add(struct search_writer *writer, const struct record_table *records,
                                      record_id record, struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
