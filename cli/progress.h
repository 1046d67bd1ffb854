/* How far a run is: on a terminal one line that is drawn again and again and cleared at the end, elsewhere a
 * line for each finished stage. Goes to standard error. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "builder.h"

#include <bowline/run.h>

struct progress {
    int file;
    bool quiet;
    bool terminal;
    bool unicode;
    bool color;
    bool drawn;           /* something stands on the line */
    bool open;            /* a stage has begun and was not told as finished */
    unsigned stage_count; /* stages told */
    double stage_start;   /* seconds of a steady clock */
    double last_seen;
    double last_drawn;
    unsigned stage_number;
    char stage[64];
    char unit[32];
    uint64_t done;
};

void progress_init(struct progress *progress, bool quiet);

/* A bowline_progress_function; context: struct progress. False once a signal was caught. */
bool progress_show(void *context, const struct bowline_progress *now);

/* Tells the last stage and clears the line. Safe to call twice. */
void progress_end(struct progress *progress);

/* The texts alone, for progress_show and for tests. seconds: since the stage began. */
void progress_bar(struct builder *out, const struct bowline_progress *now, double seconds, unsigned width,
                  bool unicode);
void progress_stage_line(struct builder *out, const char *stage, const char *unit, uint64_t done,
                         double seconds);

#endif
