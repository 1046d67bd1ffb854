/* Whether a case is what it was, and its sources are still as they were read. */
#ifndef PIPELINE_VERIFY_H
#define PIPELINE_VERIFY_H

#include <bowline/verify.h>

enum bowline_status verify_case(const char *case_path, const char *package_path, struct bowline_text *json,
                                struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
