/* Making a case: describe tables, then run the stages over them. */
#ifndef BOWLINE_RUN_H
#define BOWLINE_RUN_H

#include <bowline/error.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* UTF-8 that the library made. Owner: the caller, who gives it back with bowline_text_free. */
struct bowline_text {
    char *data; /* zero-terminated */
    size_t length;
};

void bowline_text_free(struct bowline_text *text);

/* Where a run stands. total is 0 where it is not known. unit: "bytes", "records", "texts", ...; "" where
 * done and total only stand for a share. */
struct bowline_progress {
    const char *stage;
    const char *unit;
    unsigned stage_number; /* 1-based */
    unsigned stage_count;
    uint64_t done;
    uint64_t total;
};

/* Called from one thread, at most some ten times a second and at each stage's end (done == total). Return
 * false to stop: the run ends with BOWLINE_ERROR_INTERRUPTED, and what was committed stays. */
typedef bool bowline_progress_function(void *context, const struct bowline_progress *progress);

struct bowline_run_options {
    unsigned threads;      /* 0: as many as the machine has */
    uint64_t most_rejects; /* rows and cells rejected above which the run fails; UINT64_MAX: no limit */
    bowline_progress_function *progress; /* NULL: none */
    void *progress_context;
    const char *who;     /* for the log; NULL where nobody is named */
    const char *purpose; /* likewise */
};

struct bowline_run_summary {
    uint64_t records;
    uint64_t rejected; /* rows and cells */
    uint64_t identifiers;
    uint64_t templates;
    uint64_t links;
    uint64_t entities;
    uint64_t networks;
    uint64_t decisions;      /* of people, that stand (<bowline/decide.h>) */
    uint64_t decisions_lost; /* of these, about records or values that are not in the case any more */
    uint64_t bytes;          /* of the sources on disk */
    bool sealed;             /* false: whoever has the case file can read it */
    unsigned stages_run;
    unsigned stages_fresh; /* left alone: nothing they read has changed */
};

/* no limit on rejects, all threads, no progress. */
extern const struct bowline_run_options bowline_run_defaults;

/* Sniffs tables and writes a data package that describes them, with a guessed kind and roles for a person to
 * correct. paths: files as the user names them; written relative to output's folder where they are below it.
 * An output that exists is an error. json: what was recognised, for showing; may be NULL. */
enum bowline_status bowline_package_init(const char *const *paths, size_t count, const char *output,
                                         struct bowline_text *json,
                                         struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Reads the tables that the data package describes and brings every stage of the case file up to date. A case
 * file that is not there is made; one that is there is continued, and stages whose inputs are unchanged are
 * left alone. */
enum bowline_status bowline_run(const char *package_path, const char *case_path,
                                const struct bowline_run_options *options,
                                struct bowline_run_summary *summary,
                                struct bowline_error *err) BOWLINE_WARN_UNUSED;

#ifdef __cplusplus
}
#endif
#endif
