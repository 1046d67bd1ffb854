/* Describing tables that nobody has described: `bowline init`. */
#ifndef PIPELINE_PACKAGE_INIT_H
#define PIPELINE_PACKAGE_INIT_H

#include <bowline/run.h>

enum bowline_status package_init_files(const char *const *paths, size_t count, const char *output,
                                       struct bowline_text *json,
                                       struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
