/* The log as JSON (docs/json.md). */
#ifndef REPORTS_JSON_LOG_H
#define REPORTS_JSON_LOG_H

#include "reports/view.h"

enum bowline_status json_log(struct reader *reader, struct bowline_text *json,
                             struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status json_log_head(struct reader *reader, struct bowline_text *json,
                                  struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status json_log_proof(struct reader *reader, uint64_t entry, struct bowline_text *json,
                                   struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status json_log_growth(struct reader *reader, uint64_t earlier, uint64_t size,
                                    struct bowline_text *json, struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* The last head, or null where the log is empty. Owner: the caller. */
json_t *log_head_view(struct view *v);

#endif
