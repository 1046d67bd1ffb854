/* Computing a case again from its sources (docs/methods/verify.md). */
#ifndef BOWLINE_RERUN_H
#define BOWLINE_RERUN_H

#include <bowline/case.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Reads the sources and computes every conclusion into another case beside this one, which is removed again,
 * with the decisions and erasures of this one; compares all tables value by value. json: which stage differs,
 * where and why; "same" where none does. package_path: NULL: where it lay. Of options, threads and progress
 * are read. */
enum bowline_status bowline_rerun(const char *case_path, const char *package_path,
                                  const struct bowline_run_options *options, struct bowline_text *json,
                                  struct bowline_error *err) BOWLINE_WARN_UNUSED;

#ifdef __cplusplus
}
#endif
#endif
