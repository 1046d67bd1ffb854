/* A run: brings every stage of a case up to date. */
#ifndef PIPELINE_RUN_H
#define PIPELINE_RUN_H

#include <bowline/run.h>

enum bowline_status run_case(const char *package_path, const char *case_path,
                             const struct bowline_run_options *options, struct bowline_run_summary *summary,
                             struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* The same in a case that is open for writing, and stays so. */
struct store;
enum bowline_status run_in_case(const char *package_path, struct store *store,
                                const struct bowline_run_options *options,
                                struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Brings all stages but the first up to date: from the records as the case holds them, without their sources.
 * Ends an erasure that is open. command: for the log, static. */
enum bowline_status run_conclusions(const char *case_path, const struct bowline_run_options *options,
                                    const char *command, struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Brings all stages but the first up to date: from the records as the case holds them, without their sources.
 * Ends an erasure that is open. command: for the log, static. */
enum bowline_status run_conclusions(const char *case_path, const struct bowline_run_options *options,
                                    const char *command, struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
