/* The serial twin of the thread pool. */
#include "base/parallel.h"

static bool loop_serially(const struct parallel *self, size_t count, size_t grain, parallel_body *body,
                          void *context)
{
    (void)self;
    for (size_t begin = 0; begin < count; begin += grain)
        body(context, begin, count - begin < grain ? count : begin + grain, 0);
    return true;
}

const struct parallel parallel_serial = {.workers = 1, .loop = loop_serially};
