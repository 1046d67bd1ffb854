/* Loops that others may run on many threads. Analysis rooms know no threads: they are handed a struct
 * parallel and give it a body. A body writes only to places that belong to its range, so that the result is
 * the same for any number of workers. */
#ifndef BASE_PARALLEL_H
#define BASE_PARALLEL_H

#include <stdbool.h>
#include <stddef.h>

/* Handles items [begin, end). worker < parallel->workers names a scratch area that no other running body
 * uses. */
typedef void parallel_body(void *context, size_t begin, size_t end, unsigned worker);

struct parallel {
    unsigned workers; /* 1 or more */
    /* Runs body over [0, count) in ranges of at most grain items and returns when all are done. Ranges may
     * run in any order. Returns false where the user asked to stop; some ranges may then not have run. */
    bool (*loop)(const struct parallel *self, size_t count, size_t grain, parallel_body *body, void *context);
    void *state; /* the implementation's own */
};

/* One after the other on the calling thread; never stops early. */
extern const struct parallel parallel_serial;

static inline bool parallel_loop(const struct parallel *p, size_t count, size_t grain, parallel_body *body,
                                 void *context)
{
    return p->loop(p, count, grain, body, context);
}

#endif
