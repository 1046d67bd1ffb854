/* A case measured against known answers. */
#ifndef REPORTS_SCORE_CASE_H
#define REPORTS_SCORE_CASE_H

#include "reports/reader.h"

#include <bowline/run.h>

/* truth_path: CSV with the columns resource, id, entity, network, in any order; gzip and zstd allowed. The
 * files of docs/methods/scoring.md that stand beside it are read too. */
enum bowline_status score_case(struct reader *reader, const char *truth_path, struct bowline_text *json,
                               struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* The same, and the answer as one self-contained HTML file. A file that exists is replaced. */
enum bowline_status score_page(struct reader *reader, const char *truth_path, const char *path,
                               struct bowline_text *json, struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
