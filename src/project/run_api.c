/* Public functions that make a case. */
#include "pipeline/package_init.h"
#include "pipeline/run.h"

#include <stdint.h>

const struct bowline_run_options bowline_run_defaults = {.most_rejects = UINT64_MAX};

enum bowline_status bowline_run(const char *package_path, const char *case_path,
                                const struct bowline_run_options *options,
                                struct bowline_run_summary *summary, struct bowline_error *err)
{
    return run_case(package_path, case_path, options ? options : &bowline_run_defaults, summary, err);
}

enum bowline_status bowline_package_init(const char *const *paths, size_t count, const char *output,
                                         struct bowline_text *json, struct bowline_error *err)
{
    return package_init_files(paths, count, output, json, err);
}
