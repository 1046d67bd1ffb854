/* The log of a case: what was done with it, when, by whom and why, as an append-only Merkle tree (RFC 6962)
 * with signed heads (docs/methods/log.md). bowline_run and bowline_decide write their own entries; a program
 * that shows or gives away what a case holds notes that with bowline_case_note. */
#ifndef BOWLINE_LOG_H
#define BOWLINE_LOG_H

#include <bowline/case.h>

#ifdef __cplusplus
extern "C" {
#endif

#define BOWLINE_ALL_RECORDS UINT64_MAX

struct bowline_log_note {
    const char *verb;       /* "consultation" or "disclosure" */
    const char *command;    /* a word for what was done: "show", "report" */
    const char *object;     /* what it was about, by ids: "network 1", "ads/A-1"; NULL: the case */
    bool object_is_secret;  /* the object holds other words than ids: it is committed to, and not kept */
    const char *parameters; /* options: "limit=20"; NULL: none */
    const char *who;        /* NULL where nobody is named */
    const char *purpose;    /* NULL where none is given */
    uint64_t records;       /* that were shown; BOWLINE_ALL_RECORDS: those of the case */
};

/* Appends an entry. Waits five seconds for another writer. A case that cannot be written can still be read:
 * then this fails with BOWLINE_ERROR_PERMISSION or BOWLINE_ERROR_BUSY, and it is the program's to say so. */
enum bowline_status bowline_case_note(struct bowline_case *handle, const struct bowline_log_note *note,
                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* What a pseudonym of a protected party stands for, in which cells. pseudonym: P- and four digits or more.
 * Asks for who and why, and notes both before it answers: a case that cannot be written reveals nothing. */
enum bowline_status bowline_case_reveal(struct bowline_case *handle, const char *pseudonym, const char *who,
                                        const char *purpose, struct bowline_text *json,
                                        struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* All entries, and the head. */
enum bowline_status bowline_case_log(struct bowline_case *handle, struct bowline_text *json,
                                     struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* The head alone. */
enum bowline_status bowline_case_log_head(struct bowline_case *handle, struct bowline_text *json,
                                          struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* That entry `entry` is in the log as it stands: the leaf's text and the hashes up to the signed root. */
enum bowline_status bowline_case_log_proof(struct bowline_case *handle, uint64_t entry,
                                           struct bowline_text *json,
                                           struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* That the log of `size` entries begins with the log of `earlier` entries, unchanged. */
enum bowline_status bowline_case_log_growth(struct bowline_case *handle, uint64_t earlier, uint64_t size,
                                            struct bowline_text *json,
                                            struct bowline_error *err) BOWLINE_WARN_UNUSED;

#ifdef __cplusplus
}
#endif
#endif
