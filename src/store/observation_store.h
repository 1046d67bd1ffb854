/* Conclusions: what reports state, which are one source, and the records that they speak of. */
#ifndef STORE_OBSERVATION_STORE_H
#define STORE_OBSERVATION_STORE_H

#include "observations/observation_table.h"
#include "store/store.h"

enum bowline_status observation_store_write(struct store *store, const struct observation_table *table,
                                            struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Joins reports to records by identifiers, and by places and days; at most REPORT_JOINS of each for a report.
 * *joined: how many. Reads what identify and movement wrote. */
#define REPORT_JOINS 50
enum bowline_status report_join_write(struct store *store, const struct observation_table *table,
                                      int64_t *joined, struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
