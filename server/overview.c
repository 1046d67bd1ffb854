/* The overview, kept. */
#include "overview.h"

#include "exchange.h"

#include <stdlib.h>
#include <string.h>

bool overview_init(struct overview *overview)
{
    memset(overview, 0, sizeof *overview);
    return pthread_mutex_init(&overview->lock, NULL) == 0;
}

void overview_release(struct overview *overview)
{
    bowline_text_free(&overview->json);
    pthread_mutex_destroy(&overview->lock);
}

static bool is_fresh(const struct overview *overview, const struct stat *info)
{
    return overview->json.data && info->st_size == overview->size &&
           info->st_mtim.tv_sec == overview->changed.tv_sec &&
           info->st_mtim.tv_nsec == overview->changed.tv_nsec;
}

static enum bowline_status make(struct overview *overview, struct case_door *door, struct bowline_error *err)
{
    struct case_visit visit;
    struct stat info = {0};
    struct bowline_text json = {NULL, 0};
    if (stat(door->path, &info) == 0 && is_fresh(overview, &info))
        return BOWLINE_OK;
    enum bowline_status status = case_door_begin(door, &visit, err);
    if (status != BOWLINE_OK)
        return status;
    status = bowline_case_overview(visit.handle, OVERVIEW_ROWS, &json, err);
    case_door_end(door, &visit);
    if (status != BOWLINE_OK)
        return status;
    bowline_text_free(&overview->json);
    overview->json = json;
    overview->changed = info.st_mtim;
    overview->size = info.st_size;
    return BOWLINE_OK;
}

enum bowline_status overview_get(struct overview *overview, struct case_door *door, char **copy,
                                 struct bowline_error *err)
{
    pthread_mutex_lock(&overview->lock);
    enum bowline_status status = make(overview, door, err);
    *copy = status == BOWLINE_OK ? strdup(overview->json.data) : NULL;
    pthread_mutex_unlock(&overview->lock);
    if (status == BOWLINE_OK && !*copy)
        status = exchange_fail(err, BOWLINE_ERROR_MEMORY, "out of memory");
    return status;
}
