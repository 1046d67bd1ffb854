/* The one door to the case file: many answers read at once, each with a handle of its own; a decision or a
 * run is alone with it. */
#ifndef SERVER_CASE_DOOR_H
#define SERVER_CASE_DOOR_H

#include <bowline/bowline.h>
#include <pthread.h>

#define HANDLES_MOST 8

struct case_door {
    const char *path;
    pthread_rwlock_t use; /* read: an answer; write: a decision or a run */
    pthread_mutex_t lock; /* of what follows */
    struct bowline_case *idle[HANDLES_MOST];
    size_t idle_count;
    unsigned generation; /* of the conclusions: handles of an older one are closed */
    bool is_claimed;     /* a run is on, and may take long */
};

/* Mends what a killed run left, and sees that the case can be read. */
enum bowline_status case_door_init(struct case_door *door, const char *path,
                                   struct bowline_error *err) BOWLINE_WARN_UNUSED;
void case_door_release(struct case_door *door);

struct case_visit {
    struct bowline_case *handle;
    unsigned generation;
};

/* BOWLINE_ERROR_BUSY while a run is on. Each begin that succeeds has its end. */
enum bowline_status case_door_begin(struct case_door *door, struct case_visit *visit,
                                    struct bowline_error *err) BOWLINE_WARN_UNUSED;
void case_door_end(struct case_door *door, struct case_visit *visit);

/* Alone with the case, once the answers that are on have ended. By the thread that opens again. */
void case_door_close(struct case_door *door);
void case_door_open(struct case_door *door, bool was_claimed);

/* For what takes long: answers are refused from the claim on. False where there is a claim already. */
bool case_door_claim(struct case_door *door);
void case_door_unclaim(struct case_door *door);
bool case_door_is_claimed(struct case_door *door);

#endif
