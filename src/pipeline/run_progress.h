/* Progress of a run: what the user's function is told, and whether the run may go on. */
#ifndef PIPELINE_RUN_PROGRESS_H
#define PIPELINE_RUN_PROGRESS_H

#include "pipeline/stages.h"

#include <stdint.h>

struct run_progress {
    bowline_progress_function *function; /* NULL: nobody listens */
    void *context;
    struct bowline_progress now;
    unsigned loops, loop; /* of the stage: how many are expected, and which one runs */
    uint64_t last_done;
    int64_t last_told; /* milliseconds of a clock that only goes forward */
    bool stopped;
};

void run_progress_init(struct run_progress *p, bowline_progress_function *function, void *context);
void run_progress_begin(struct run_progress *p, unsigned stage);
void run_progress_end(struct run_progress *p, uint64_t items); /* of the stage's unit */

/* From the stage itself; false: stop. */
bool run_progress_tick(void *progress, uint64_t done, uint64_t total);

/* From the pool, whose loops each run from 0 to their own total. */
bool run_progress_loop_tick(void *progress, uint64_t done, uint64_t total);

/* From the store: nothing is known but that time passes. */
bool run_progress_alive(void *progress);

#endif
