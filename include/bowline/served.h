/* What a page that people look through asks of a case: answers of bounded size, and a handle that cannot
 * write. Answers are JSON (docs/json.md). */
#ifndef BOWLINE_SERVED_H
#define BOWLINE_SERVED_H

#include <bowline/case.h>

#ifdef __cplusplus
extern "C" {
#endif

/* As bowline_case_open, but locked: the file is opened for reading alone, and every statement is checked
 * against a list of what may be done. A case that a killed run left unfinished must have been opened by
 * bowline_case_open before, which mends it. */
enum bowline_status bowline_case_open_guarded(const char *path, struct bowline_case **out,
                                              struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* As bowline_case_summary with so many networks and entities: 1 to 50. */
enum bowline_status bowline_case_overview(struct bowline_case *handle, unsigned rows,
                                          struct bowline_text *json,
                                          struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Networks from number first (1-based, most bits first) on. limit: 1 to 500. */
enum bowline_status bowline_case_networks(struct bowline_case *handle, uint32_t first, unsigned limit,
                                          struct bowline_text *json,
                                          struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* A network for drawing: at most 60 nodes with where they stand, the ties between them, places with
 * coordinates, records by month and kind. The same case gives the same drawing. */
enum bowline_status bowline_case_chart(struct bowline_case *handle, uint32_t network,
                                       struct bowline_text *json,
                                       struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* What else is tied to a value: entities, records and values beside it, and how it behaves. value: as it is
 * shown, with its type before it or not ("phone +32470123456"). A protected party's is not found. */
enum bowline_status bowline_case_identifier(struct bowline_case *handle, const char *value,
                                            struct bowline_text *json,
                                            struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Links that a person should look at first: likely to be wrong, and moving many records if they are. limit: 1
 * to 200. */
enum bowline_status bowline_case_review(struct bowline_case *handle, unsigned limit,
                                        struct bowline_text *json,
                                        struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* The data package that the case was made from, as a path for bowline_run; empty where the case does not say.
 * case_path: where the case lies, which the stored path is relative to. */
enum bowline_status bowline_case_package(const char *case_path, struct bowline_text *path,
                                         struct bowline_error *err) BOWLINE_WARN_UNUSED;

#ifdef __cplusplus
}
#endif
#endif
