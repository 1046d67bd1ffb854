/* The public functions that prove what a case is. */
#include "pipeline/verify.h"

enum bowline_status bowline_verify(const char *case_path, const char *package_path, struct bowline_text *json,
                                   struct bowline_error *err)
{
    return verify_case(case_path, package_path, json, err);
}
