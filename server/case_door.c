/* The one door to the case file. */
#include "case_door.h"

#include "exchange.h"

#include <errno.h>
#include <string.h>
#include <time.h>

static const struct timespec soon = {0, 1000000};

enum bowline_status case_door_init(struct case_door *door, const char *path, struct bowline_error *err)
{
    struct bowline_case *handle = NULL;
    memset(door, 0, sizeof *door);
    door->path = path;
    enum bowline_status status = bowline_case_open(path, &handle, err);
    if (status != BOWLINE_OK)
        return status;
    bowline_case_close(handle);
    if (pthread_rwlock_init(&door->use, NULL) != 0 || pthread_mutex_init(&door->lock, NULL) != 0)
        return exchange_fail(err, BOWLINE_ERROR_MEMORY, "the system gives no locks");
    return BOWLINE_OK;
}

static void close_idle(struct case_door *door)
{
    while (door->idle_count)
        bowline_case_close(door->idle[--door->idle_count]);
}

void case_door_release(struct case_door *door)
{
    close_idle(door);
    pthread_rwlock_destroy(&door->use);
    pthread_mutex_destroy(&door->lock);
}

bool case_door_is_claimed(struct case_door *door)
{
    pthread_mutex_lock(&door->lock);
    bool is_claimed = door->is_claimed;
    pthread_mutex_unlock(&door->lock);
    return is_claimed;
}

/* Waits for a decision, which is short; not for a run. */
static bool enter(struct case_door *door)
{
    while (!case_door_is_claimed(door)) {
        int code = pthread_rwlock_tryrdlock(&door->use);
        if (code != EBUSY)
            return code == 0;
        nanosleep(&soon, NULL);
    }
    return false;
}

enum bowline_status case_door_begin(struct case_door *door, struct case_visit *visit,
                                    struct bowline_error *err)
{
    *visit = (struct case_visit){NULL, 0};
    if (!enter(door))
        return exchange_fail(err, BOWLINE_ERROR_BUSY, "the case is being brought up to date");
    pthread_mutex_lock(&door->lock);
    visit->generation = door->generation;
    if (door->idle_count)
        visit->handle = door->idle[--door->idle_count];
    pthread_mutex_unlock(&door->lock);
    enum bowline_status status = BOWLINE_OK;
    if (!visit->handle)
        status = bowline_case_open_guarded(door->path, &visit->handle, err);
    if (status != BOWLINE_OK)
        pthread_rwlock_unlock(&door->use);
    return status;
}

void case_door_end(struct case_door *door, struct case_visit *visit)
{
    pthread_mutex_lock(&door->lock);
    if (visit->generation == door->generation && door->idle_count < HANDLES_MOST) {
        door->idle[door->idle_count++] = visit->handle;
        visit->handle = NULL;
    }
    pthread_mutex_unlock(&door->lock);
    bowline_case_close(visit->handle);
    pthread_rwlock_unlock(&door->use);
}

void case_door_close(struct case_door *door)
{
    pthread_rwlock_wrlock(&door->use);
}

void case_door_open(struct case_door *door, bool was_claimed)
{
    pthread_mutex_lock(&door->lock);
    door->generation++;
    close_idle(door);
    pthread_mutex_unlock(&door->lock);
    pthread_rwlock_unlock(&door->use);
    if (was_claimed)
        case_door_unclaim(door);
}

bool case_door_claim(struct case_door *door)
{
    pthread_mutex_lock(&door->lock);
    bool ok = !door->is_claimed;
    door->is_claimed = true;
    pthread_mutex_unlock(&door->lock);
    return ok;
}

void case_door_unclaim(struct case_door *door)
{
    pthread_mutex_lock(&door->lock);
    door->is_claimed = false;
    pthread_mutex_unlock(&door->lock);
}
