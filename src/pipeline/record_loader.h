/* Records from the case file: each row is parsed again from its text, so that reading and loading are one
 * path. */
#ifndef PIPELINE_RECORD_LOADER_H
#define PIPELINE_RECORD_LOADER_H

#include "records/record_table.h"
#include "store/store.h"

enum bowline_status record_loader_load(struct store *store, struct record_table *out,
                                       struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
