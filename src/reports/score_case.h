/* A case measured against known answers. */
#ifndef REPORTS_SCORE_CASE_H
#define REPORTS_SCORE_CASE_H

#include "reports/reader.h"

#include <bowline/run.h>

/* truth_path: CSV with the columns resource, id, entity, network, in any order; gzip and zstd allowed. */
enum bowline_status score_case(struct reader *reader, const char *truth_path, struct bowline_text *json,
                               struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
