/* A struct parallel that runs on real threads, for tests that results do not hang on their number. */
#ifndef SUPPORT_EAGER_PARALLEL_H
#define SUPPORT_EAGER_PARALLEL_H

#include "base/parallel.h"

#include <pthread.h>
#include <stdatomic.h>

#define EAGER_MOST 8

struct eager_loop {
    parallel_body *body;
    void *context;
    size_t count, grain;
    atomic_size_t next;
    atomic_uint worker;
};

static inline void *eager_work(void *at)
{
    struct eager_loop *l = at;
    unsigned worker = atomic_fetch_add(&l->worker, 1);
    for (size_t begin; (begin = atomic_fetch_add(&l->next, l->grain)) < l->count;)
        l->body(l->context, begin, l->count - begin < l->grain ? l->count : begin + l->grain, worker);
    return NULL;
}

static inline bool eager_run(const struct parallel *self, size_t count, size_t grain, parallel_body *body,
                             void *context)
{
    struct eager_loop l = {
        .body = body, .context = context, .count = count, .grain = grain > 16 ? 16 : grain};
    pthread_t threads[EAGER_MOST];
    unsigned started = 0;
    while (started < self->workers && pthread_create(&threads[started], NULL, eager_work, &l) == 0)
        started++;
    for (unsigned i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
    return started > 0;
}

static inline struct parallel eager_parallel(unsigned workers)
{
    return (struct parallel){.workers = workers, .loop = eager_run};
}

#endif
