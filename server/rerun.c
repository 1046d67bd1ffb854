/* A run behind the page. */
#include "rerun.h"

#include "exchange.h"

#include <stdio.h>
#include <string.h>

bool rerun_init(struct rerun *rerun, struct case_door *door)
{
    memset(rerun, 0, sizeof *rerun);
    rerun->door = door;
    return pthread_mutex_init(&rerun->lock, NULL) == 0;
}

static void join_last(struct rerun *rerun)
{
    if (rerun->has_thread)
        pthread_join(rerun->thread, NULL);
    rerun->has_thread = false;
}

void rerun_stop(struct rerun *rerun)
{
    pthread_mutex_lock(&rerun->lock);
    rerun->must_stop = true;
    pthread_mutex_unlock(&rerun->lock);
    join_last(rerun);
}

void rerun_release(struct rerun *rerun)
{
    rerun_stop(rerun);
    pthread_mutex_destroy(&rerun->lock);
}

static bool note_progress(void *context, const struct bowline_progress *progress)
{
    struct rerun *rerun = context;
    pthread_mutex_lock(&rerun->lock);
    rerun->progress = *progress;
    snprintf(rerun->stage, sizeof rerun->stage, "%s", progress->stage);
    bool goes_on = !rerun->must_stop;
    pthread_mutex_unlock(&rerun->lock);
    return goes_on;
}

static enum bowline_status run_package(struct rerun *rerun, struct bowline_run_summary *summary,
                                       struct bowline_error *err)
{
    struct bowline_text package = {NULL, 0};
    struct bowline_run_options options = bowline_run_defaults;
    options.progress = note_progress;
    options.progress_context = rerun;
    enum bowline_status status = bowline_case_package(rerun->door->path, &package, err);
    if (status == BOWLINE_OK && package.length == 0)
        status = exchange_fail(err, BOWLINE_ERROR_NOT_FOUND,
                               "the case does not say which data package it was made from: run \"bowline "
                               "run PACKAGE -o CASE\" once");
    if (status == BOWLINE_OK)
        status = bowline_run(package.data, rerun->door->path, &options, summary, err);
    bowline_text_free(&package);
    return status;
}

static void *run_behind(void *context)
{
    struct rerun *rerun = context;
    struct bowline_run_summary summary = {0};
    struct bowline_error error = {0};
    case_door_close(rerun->door);
    enum bowline_status status = run_package(rerun, &summary, &error);
    case_door_open(rerun->door, true);
    pthread_mutex_lock(&rerun->lock);
    rerun->state = status == BOWLINE_OK ? RERUN_DONE : RERUN_FAILED;
    rerun->summary = summary;
    rerun->error = error;
    pthread_mutex_unlock(&rerun->lock);
    return NULL;
}

enum bowline_status rerun_start(struct rerun *rerun, struct bowline_error *err)
{
    if (!case_door_claim(rerun->door))
        return exchange_fail(err, BOWLINE_ERROR_BUSY, "the case is being brought up to date");
    join_last(rerun);
    pthread_mutex_lock(&rerun->lock);
    rerun->state = RERUN_ON;
    rerun->number++;
    rerun->stage[0] = '\0';
    rerun->progress = (struct bowline_progress){.stage = ""};
    pthread_mutex_unlock(&rerun->lock);
    if (pthread_create(&rerun->thread, NULL, run_behind, rerun) == 0) {
        rerun->has_thread = true;
        return BOWLINE_OK;
    }
    pthread_mutex_lock(&rerun->lock);
    rerun->state = RERUN_NEVER;
    pthread_mutex_unlock(&rerun->lock);
    case_door_unclaim(rerun->door);
    return exchange_fail(err, BOWLINE_ERROR_MEMORY, "the system gives no thread for a run");
}

static const char *state_word(enum rerun_state state)
{
    static const char *const words[] = {"idle", "running", "done", "failed"};
    return words[state];
}

json_t *rerun_json(struct rerun *rerun)
{
    pthread_mutex_lock(&rerun->lock);
    json_t *out =
        json_pack("{s:s, s:I}", "state", state_word(rerun->state), "number", (json_int_t)rerun->number);
    json_t *more = NULL;
    if (rerun->state == RERUN_ON)
        more = json_pack("{s:s, s:I, s:I, s:I, s:I}", "stage", rerun->stage, "stage_number",
                         (json_int_t)rerun->progress.stage_number, "stage_count",
                         (json_int_t)rerun->progress.stage_count, "done", (json_int_t)rerun->progress.done,
                         "total", (json_int_t)rerun->progress.total);
    else if (rerun->state == RERUN_DONE)
        more = json_pack("{s:I, s:I}", "stages_run", (json_int_t)rerun->summary.stages_run, "stages_fresh",
                         (json_int_t)rerun->summary.stages_fresh);
    else if (rerun->state == RERUN_FAILED)
        more = json_pack("{s:s}", "message", rerun->error.message);
    pthread_mutex_unlock(&rerun->lock);
    if (out && more)
        json_object_update(out, more);
    json_decref(more);
    return out;
}
