/* Erasing: a record and all that was computed from it are gone from the case file, and stay gone when their
 * source is read again (docs/methods/erasure.md). The source itself is not touched. */
#ifndef BOWLINE_ERASE_H
#define BOWLINE_ERASE_H

#include <bowline/case.h>

#ifdef __cplusplus
extern "C" {
#endif

struct bowline_erasure {
    const char *record;     /* "resource/id"; NULL where older_than is given */
    const char *older_than; /* a date: records that ended before it; those without a time stay */
    const char
        *because; /* the reason, for the log; not empty. Both NULL: ends an erasure that was cut short */
    const char *who;
};

/* Erases, computes what is concluded from the rest, and writes the file anew. A failure after the records are
 * gone says so, and the same call ends what is left to do. Of options, threads and progress are read. json:
 * what went. */
enum bowline_status bowline_erase(const char *case_path, const struct bowline_erasure *erasure,
                                  const struct bowline_run_options *options, struct bowline_text *json,
                                  struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Whether an erasure was cut short. */
enum bowline_status bowline_case_is_erasing(struct bowline_case *handle, bool *out,
                                            struct bowline_error *err) BOWLINE_WARN_UNUSED;

#ifdef __cplusplus
}
#endif
#endif
