/* The stage table as a JSON answer, with the state of each stage in a case. */
#ifndef PIPELINE_STAGE_LIST_H
#define PIPELINE_STAGE_LIST_H

#include "store/store.h"

#include <bowline/run.h>

/* store may be NULL: the table alone. Owner of json: the caller. */
enum bowline_status stage_list_json(struct store *store, struct bowline_text *json,
                                    struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
