/* Facts are written: resources, their fields, records as they stood, and rejects. */
#ifndef STORE_RECORD_STORE_H
#define STORE_RECORD_STORE_H

#include "records/record_table.h"
#include "store/rows.h"
#include "store/store.h"

/* Gives rows one after the other, false after the last. A row's texts must stay until it is called again. */
typedef bool record_source(void *context, struct record_row *row);
typedef bool reject_source(void *context, struct reject_row *row);

enum bowline_status record_store_write(struct store *store, record_source *next, void *context,
                                       struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status reject_store_write(struct store *store, reject_source *next, void *context,
                                       struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status resource_store_write(struct store *store, const struct resource_row *row,
                                         struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* All fields of the table. */
enum bowline_status field_store_write(struct store *store, const struct record_table *table,
                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
