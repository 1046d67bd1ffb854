/* Failures as values. A function that can fail returns enum bowline_status and takes a struct bowline_error
 * last; the caller owns that struct and may pass NULL. Bad data is not a failure: it goes to the reject table
 * and is counted. */
#ifndef BOWLINE_ERROR_H
#define BOWLINE_ERROR_H

#ifdef __cplusplus
extern "C" {
#endif

#define BOWLINE_WARN_UNUSED __attribute__((warn_unused_result))

enum bowline_status {
    BOWLINE_OK = 0,
    BOWLINE_ERROR_MEMORY,     /* an allocation failed */
    BOWLINE_ERROR_ARGUMENT,   /* the caller asked for what cannot be: an unknown role, an id that is not there
                               */
    BOWLINE_ERROR_NOT_FOUND,  /* a file, record, entity or network is missing */
    BOWLINE_ERROR_PERMISSION, /* the system refused to open, read or write */
    BOWLINE_ERROR_INPUT,      /* an input file is not what it says it is: corrupt gzip, invalid JSON */
    BOWLINE_ERROR_CASE,       /* not a case file, or a damaged one */
    BOWLINE_ERROR_VERSION,    /* a case file from a newer Bowline */
    BOWLINE_ERROR_BUSY,       /* the case file is open elsewhere */
    BOWLINE_ERROR_SPACE,      /* the disk is full, or a declared maximum is reached */
    BOWLINE_ERROR_IO,         /* any other failure of the system */
    BOWLINE_ERROR_INTERRUPTED, /* the caller's progress function asked to stop */
    BOWLINE_ERROR_REJECTS,     /* more rows were rejected than the options allow */
    BOWLINE_ERROR_KEY,         /* a sealed case, and no key or the wrong one */
};

/* message: one line in UTF-8 that says what failed, where, and what to do; no trailing newline. */
struct bowline_error {
    enum bowline_status status;
    char message[1000];
};

/* A short word for a status ("memory", "busy"), for logs and JSON. Never NULL; static. */
const char *bowline_status_name(enum bowline_status status);

#ifdef __cplusplus
}
#endif
#endif
