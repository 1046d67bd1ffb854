/* The pool of threads: with batches.c and hash_behind.c the only place that knows them. */
#ifndef PIPELINE_POOL_H
#define PIPELINE_POOL_H

#include "base/error.h"
#include "base/parallel.h"

#include <stdint.h>

struct pool;

/* Called on the thread that runs the loop, between ranges; false stops the loop. */
typedef bool pool_tick(void *context, uint64_t done, uint64_t total);

/* threads: 1 or more, the caller's own counted. tick may be NULL. */
enum bowline_status pool_new(unsigned threads, pool_tick *tick, void *context, struct pool **out,
                             struct bowline_error *err) BOWLINE_WARN_UNUSED;
void pool_free(struct pool *pool); /* NULL allowed */

/* Valid as long as the pool. Loops do not nest. */
const struct parallel *pool_parallel(const struct pool *pool);

#endif
