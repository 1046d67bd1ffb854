/* Reading and writing side by side: a producer, a consumer and two batches between them. */
#include "pipeline/batches.h"

#include <pthread.h>

struct exchange {
    const struct batch_work *work;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    unsigned filled;            /* batches made so far */
    unsigned drained;           /* batches consumed so far */
    bool finished;              /* no more will be made */
    enum bowline_status status; /* of the consumer */
    struct bowline_error error;
};

static void *consume(void *argument)
{
    struct exchange *x = argument;
    pthread_mutex_lock(&x->lock);
    while (x->status == BOWLINE_OK) {
        while (x->filled == x->drained && !x->finished)
            pthread_cond_wait(&x->changed, &x->lock);
        if (x->filled == x->drained)
            break;
        void *batch = x->work->batches[x->drained % 2];
        pthread_mutex_unlock(&x->lock);
        struct bowline_error error = {0};
        enum bowline_status status = x->work->drain(x->work->context, batch, &error);
        pthread_mutex_lock(&x->lock);
        x->drained++;
        x->status = status;
        if (status != BOWLINE_OK)
            x->error = error;
        pthread_cond_signal(&x->changed);
    }
    pthread_mutex_unlock(&x->lock);
    return NULL;
}

/* Waits until a batch is free. False where the consumer has failed. */
static bool wait_for_batch(struct exchange *x)
{
    pthread_mutex_lock(&x->lock);
    while (x->filled - x->drained == 2 && x->status == BOWLINE_OK)
        pthread_cond_wait(&x->changed, &x->lock);
    bool go_on = x->status == BOWLINE_OK;
    pthread_mutex_unlock(&x->lock);
    return go_on;
}

static void hand_over(struct exchange *x, bool has_batch, bool is_last)
{
    pthread_mutex_lock(&x->lock);
    if (has_batch)
        x->filled++;
    x->finished = is_last;
    pthread_cond_signal(&x->changed);
    pthread_mutex_unlock(&x->lock);
}

static enum bowline_status produce(struct exchange *x, struct bowline_error *err)
{
    bool more = true;
    enum bowline_status status = BOWLINE_OK;
    for (unsigned turn = 0; more && wait_for_batch(x); turn++) {
        status = x->work->fill(x->work->context, x->work->batches[turn % 2], &more, err);
        hand_over(x, status == BOWLINE_OK, status != BOWLINE_OK || !more);
        if (status != BOWLINE_OK)
            return status;
    }
    return status;
}

static enum bowline_status run_alone(const struct batch_work *work, struct bowline_error *err)
{
    bool more = true;
    enum bowline_status status = BOWLINE_OK;
    while (more && status == BOWLINE_OK) {
        status = work->fill(work->context, work->batches[0], &more, err);
        if (status == BOWLINE_OK)
            status = work->drain(work->context, work->batches[0], err);
    }
    return status;
}

enum bowline_status batches_run(const struct batch_work *work, unsigned threads, struct bowline_error *err)
{
    struct exchange x = {.work = work, .status = BOWLINE_OK};
    pthread_t consumer;
    if (threads < 2)
        return run_alone(work, err);
    pthread_mutex_init(&x.lock, NULL);
    pthread_cond_init(&x.changed, NULL);
    enum bowline_status status;
    if (pthread_create(&consumer, NULL, consume, &x) != 0) {
        status = error_set(err, BOWLINE_ERROR_IO, "cannot start a second thread: try --threads 1");
    } else {
        status = produce(&x, err);
        pthread_join(consumer, NULL);
        if (x.status != BOWLINE_OK) {
            status = x.status;
            if (err)
                *err = x.error;
        }
    }
    pthread_cond_destroy(&x.changed);
    pthread_mutex_destroy(&x.lock);
    return status;
}
