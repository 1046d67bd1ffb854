/* A link's evidence as a waterfall: each piece a bar that starts where the sum before it ended. */
#ifndef CLI_WATERFALL_H
#define CLI_WATERFALL_H

#include "screen.h"

#include <jansson.h>

void waterfall_print(struct screen *screen, const json_t *link, unsigned indent);

/* One bar of width cells from one sum to another on a scale from low to high; a line marks zero. */
struct waterfall_scale {
    double low;
    double high;
    unsigned width;
    bool unicode;
};
void waterfall_bar(struct builder *out, const struct waterfall_scale *scale, double from, double to);

#endif
