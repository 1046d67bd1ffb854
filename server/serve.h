/* The server of the analyst's page: HTTP on this machine alone, for one case, until it is told to stop. */
#ifndef SERVER_SERVE_H
#define SERVER_SERVE_H

#include <bowline/error.h>

#include <stdbool.h>

struct serve_options {
    const char *case_path;
    unsigned port;           /* on 127.0.0.1; 0: any that is free. Not read where socket_path is given */
    const char *socket_path; /* a Unix socket instead; one that a dead server left is replaced. NULL: none */
    const char *who;         /* of what the log notes, and of decisions that name nobody; NULL allowed */
    const char *purpose;     /* as the log notes it; NULL allowed */
    /* Called with each link that opens the page once: at the start, and whenever one was used. From any
     * thread, one at a time. */
    void (*announce)(void *context, const char *link);
    void (*warn)(void *context, const char *message); /* what could not be noted in the log, and why */
    bool (*should_stop)(void *context);               /* asked ten times a second */
    void *context;
};

/* Returns when should_stop says so; a run that is on is then stopped at the next safe place. */
enum bowline_status serve_case(const struct serve_options *options,
                               struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
