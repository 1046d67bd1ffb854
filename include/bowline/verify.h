/* Whether a case is what it was when it was written (docs/methods/verify.md). */
#ifndef BOWLINE_VERIFY_H
#define BOWLINE_VERIFY_H

#include <bowline/case.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Looks at every page, table, index, the log and the sources. What is wrong is a finding in the answer, with
 * "faults" counting them; only a case that cannot be read at all is a failure. package_path: the data
 * package, for where the sources lie; NULL: where it lay. Cost: one reading of the file and of the sources.
 */
enum bowline_status bowline_verify(const char *case_path, const char *package_path, struct bowline_text *json,
                                   struct bowline_error *err) BOWLINE_WARN_UNUSED;

#ifdef __cplusplus
}
#endif
#endif
