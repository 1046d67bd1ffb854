/* A pool of pthreads that share a loop's ranges; the calling thread takes its part as worker 0. */
#include "pipeline/pool.h"

#include "base/memory.h"

#include <pthread.h>
#include <stdatomic.h>

struct helper {
    struct pool *pool;
    pthread_t thread;
    unsigned worker;
};

struct pool {
    struct parallel parallel;
    struct helper *helpers; /* workers 1 and up */
    unsigned started;
    pool_tick *tick;
    void *tick_context;

    pthread_mutex_t lock;
    pthread_cond_t work; /* a loop began, or the pool ends */
    pthread_cond_t idle; /* the last helper left the loop */
    unsigned loop_number;
    unsigned busy;
    bool ending;

    parallel_body *body;
    void *context;
    size_t count, grain;
    atomic_size_t next;
    atomic_bool stopped;
};

/* Takes ranges until none is left; worker 0 reports between them. */
static void take_ranges(struct pool *pool, unsigned worker)
{
    while (!atomic_load_explicit(&pool->stopped, memory_order_relaxed)) {
        size_t begin = atomic_fetch_add_explicit(&pool->next, pool->grain, memory_order_relaxed);
        if (begin >= pool->count)
            return;
        size_t end = pool->count - begin < pool->grain ? pool->count : begin + pool->grain;
        pool->body(pool->context, begin, end, worker);
        if (worker == 0 && pool->tick && !pool->tick(pool->tick_context, end, pool->count))
            atomic_store_explicit(&pool->stopped, true, memory_order_relaxed);
    }
}

static void *helper_main(void *argument)
{
    struct helper *self = argument;
    struct pool *pool = self->pool;
    unsigned seen = 0;
    pthread_mutex_lock(&pool->lock);
    for (;;) {
        while (!pool->ending && pool->loop_number == seen)
            pthread_cond_wait(&pool->work, &pool->lock);
        if (pool->ending)
            break;
        seen = pool->loop_number;
        pthread_mutex_unlock(&pool->lock);
        take_ranges(pool, self->worker);
        pthread_mutex_lock(&pool->lock);
        if (--pool->busy == 0)
            pthread_cond_signal(&pool->idle);
    }
    pthread_mutex_unlock(&pool->lock);
    return NULL;
}

static bool loop_in_pool(const struct parallel *self, size_t count, size_t grain, parallel_body *body,
                         void *context)
{
    struct pool *pool = self->state;
    pthread_mutex_lock(&pool->lock);
    pool->body = body;
    pool->context = context;
    pool->count = count;
    pool->grain = grain ? grain : 1;
    atomic_store(&pool->next, 0);
    atomic_store(&pool->stopped, false);
    pool->busy = pool->started;
    pool->loop_number++;
    pthread_cond_broadcast(&pool->work);
    pthread_mutex_unlock(&pool->lock);

    take_ranges(pool, 0);

    pthread_mutex_lock(&pool->lock);
    while (pool->busy)
        pthread_cond_wait(&pool->idle, &pool->lock);
    pthread_mutex_unlock(&pool->lock);
    return !atomic_load(&pool->stopped);
}

static bool start_helpers(struct pool *pool, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        struct helper *helper = &pool->helpers[i];
        *helper = (struct helper){.pool = pool, .worker = i + 1};
        if (pthread_create(&helper->thread, NULL, helper_main, helper) != 0)
            return false;
        pool->started++;
    }
    return true;
}

enum bowline_status pool_new(unsigned threads, pool_tick *tick, void *context, struct pool **out,
                             struct bowline_error *err)
{
    struct pool *pool = memory_new(1, sizeof *pool);
    if (!pool)
        return error_memory(err);
    pool->helpers = memory_new(threads, sizeof *pool->helpers);
    if (!pool->helpers) {
        memory_free(pool);
        return error_memory(err);
    }
    pool->tick = tick;
    pool->tick_context = context;
    pool->parallel = (struct parallel){.workers = threads, .loop = loop_in_pool, .state = pool};
    pthread_mutex_init(&pool->lock, NULL);
    pthread_cond_init(&pool->work, NULL);
    pthread_cond_init(&pool->idle, NULL);
    if (!start_helpers(pool, threads - 1)) {
        pool_free(pool);
        return error_set(err, BOWLINE_ERROR_IO, "cannot start %u threads: try --threads 1", threads);
    }
    *out = pool;
    return BOWLINE_OK;
}

void pool_free(struct pool *pool)
{
    if (!pool)
        return;
    pthread_mutex_lock(&pool->lock);
    pool->ending = true;
    pthread_cond_broadcast(&pool->work);
    pthread_mutex_unlock(&pool->lock);
    for (unsigned i = 0; i < pool->started; i++)
        pthread_join(pool->helpers[i].thread, NULL);
    pthread_cond_destroy(&pool->idle);
    pthread_cond_destroy(&pool->work);
    pthread_mutex_destroy(&pool->lock);
    memory_free(pool->helpers);
    memory_free(pool);
}

const struct parallel *pool_parallel(const struct pool *pool)
{
    return &pool->parallel;
}
