/* A case computed again and compared. */
#ifndef PIPELINE_RERUN_H
#define PIPELINE_RERUN_H

#include <bowline/rerun.h>

enum bowline_status rerun_case(const char *case_path, const char *package_path,
                               const struct bowline_run_options *options, struct bowline_text *json,
                               struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
