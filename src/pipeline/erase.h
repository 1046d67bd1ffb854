/* Erasing records of a case. */
#ifndef PIPELINE_ERASE_H
#define PIPELINE_ERASE_H

#include <bowline/erase.h>

enum bowline_status erase_case(const char *case_path, const struct bowline_erasure *erasure,
                               const struct bowline_run_options *options, struct bowline_text *json,
                               struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
