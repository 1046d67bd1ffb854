/* The path between two records whose weakest link is strongest (Hu 1961: it lies in the maximum spanning
 * tree), and among those one with the fewest links. Near-linear. */
#ifndef REPORTS_WIDEST_PATH_H
#define REPORTS_WIDEST_PATH_H

#include "base/bits.h"
#include "base/error.h"

#include <stddef.h>

struct path_edge {
    uint32_t from, to; /* records */
    uint32_t link;
    millibits bits;
};

/* edges: the strongest first. Writes the links from the first record to the second into path, which has room
 * for `count`; *length is 0 where there is no path. */
enum bowline_status widest_path(const struct path_edge *edges, size_t count, const uint32_t records[2],
                                uint32_t *path, size_t *length,
                                struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
