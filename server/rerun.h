/* A run of the stale stages behind the page: one at a time, with where it stands. */
#ifndef SERVER_RERUN_H
#define SERVER_RERUN_H

#include "case_door.h"

#include <jansson.h>

enum rerun_state { RERUN_NEVER, RERUN_ON, RERUN_DONE, RERUN_FAILED };

struct rerun {
    struct case_door *door;
    pthread_mutex_t lock; /* of what follows */
    pthread_t thread;
    bool has_thread; /* to be joined */
    bool must_stop;
    enum rerun_state state;
    unsigned number; /* of runs begun */
    struct bowline_progress progress;
    char stage[64];
    struct bowline_run_summary summary;
    struct bowline_error error;
};

bool rerun_init(struct rerun *rerun, struct case_door *door);
void rerun_stop(struct rerun *rerun); /* a run that is on, at the next safe place */
void rerun_release(struct rerun *rerun);

/* Begins a run. BOWLINE_ERROR_BUSY where one is on. */
enum bowline_status rerun_start(struct rerun *rerun, struct bowline_error *err) BOWLINE_WARN_UNUSED;

json_t *rerun_json(struct rerun *rerun);

#endif
