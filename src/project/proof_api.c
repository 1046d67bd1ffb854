/* The public functions that prove what a case is. */
#include "pipeline/erase.h"
#include "pipeline/rerun.h"
#include "pipeline/verify.h"
#include "project/case_handle.h"
#include "store/erase_store.h"

enum bowline_status bowline_verify(const char *case_path, const char *package_path, struct bowline_text *json,
                                   struct bowline_error *err)
{
    return verify_case(case_path, package_path, json, err);
}

enum bowline_status bowline_erase(const char *case_path, const struct bowline_erasure *erasure,
                                  const struct bowline_run_options *options, struct bowline_text *json,
                                  struct bowline_error *err)
{
    return erase_case(case_path, erasure, options ? options : &bowline_run_defaults, json, err);
}

enum bowline_status bowline_case_is_erasing(struct bowline_case *handle, bool *out, struct bowline_error *err)
{
    return erasure_is_open(handle->reader.store, out, err);
}

enum bowline_status bowline_rerun(const char *case_path, const char *package_path,
                                  const struct bowline_run_options *options, struct bowline_text *json,
                                  struct bowline_error *err)
{
    return rerun_case(case_path, package_path, options ? options : &bowline_run_defaults, json, err);
}
