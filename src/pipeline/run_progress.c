/* Progress of a run. */
#include "pipeline/run_progress.h"

#include <time.h>

/* A person sees no more than ten changes a second. */
static const int64_t least_milliseconds = 100;

/* Loops are told as parts of this many. */
static const uint64_t loop_parts = 1000;

static int64_t milliseconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void run_progress_init(struct run_progress *p, bowline_progress_function *function, void *context)
{
    *p = (struct run_progress){.function = function, .context = context};
    p->now.stage_count = STAGE_COUNT;
}

static bool tell(struct run_progress *p)
{
    p->last_told = milliseconds_now();
    if (p->function && !p->function(p->context, &p->now))
        p->stopped = true;
    return !p->stopped;
}

void run_progress_begin(struct run_progress *p, unsigned stage)
{
    p->now.stage = stages[stage].name;
    p->now.unit = stages[stage].unit;
    p->now.stage_number = stage + 1;
    p->now.done = p->now.total = 0;
    p->loops = stages[stage].loops;
    p->loop = 0;
    p->last_done = 0;
    tell(p);
}

void run_progress_end(struct run_progress *p, uint64_t items)
{
    p->now.done = p->now.total = items ? items : 1;
    p->now.unit = items ? stages[p->now.stage_number - 1].unit : "";
    tell(p);
}

bool run_progress_alive(void *progress)
{
    struct run_progress *p = progress;
    if (p->stopped || milliseconds_now() - p->last_told < least_milliseconds)
        return !p->stopped;
    return tell(p);
}

bool run_progress_tick(void *progress, uint64_t done, uint64_t total)
{
    struct run_progress *p = progress;
    p->now.done = done < total ? done : total - (total > 0);
    p->now.total = total;
    return run_progress_alive(p);
}

bool run_progress_loop_tick(void *progress, uint64_t done, uint64_t total)
{
    struct run_progress *p = progress;
    if (done < p->last_done && p->loop + 1 < p->loops)
        p->loop++;
    p->last_done = done;
    p->now.unit = ""; /* a loop counts batches or parts, not what the stage is about */
    if (p->loops <= 1)
        return run_progress_tick(p, done, total);
    uint64_t part = total ? loop_parts * done / total : 0;
    return run_progress_tick(p, p->loop * loop_parts + part, p->loops * loop_parts);
}
