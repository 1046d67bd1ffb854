/* Reading and writing side by side: one thread makes batches while another consumes them in order. Two
 * batches exist, so memory stays bounded whatever the input's size. */
#ifndef PIPELINE_BATCHES_H
#define PIPELINE_BATCHES_H

#include "base/error.h"

#include <stdbool.h>

struct batch_work {
    void *context;
    void *batches[2]; /* handed in turn to fill and drain */
    /* Fills a batch on the calling thread; *more is false where this was the last. */
    enum bowline_status (*fill)(void *context, void *batch, bool *more, struct bowline_error *err);
    /* Consumes a batch, on another thread where there is one. */
    enum bowline_status (*drain)(void *context, void *batch, struct bowline_error *err);
};

/* Until the last batch is drained or one side fails. threads 1: no second thread. The first failure in the
 * order of batches is returned. */
enum bowline_status batches_run(const struct batch_work *work, unsigned threads,
                                struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
