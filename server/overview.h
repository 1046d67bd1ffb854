/* The overview, kept until the case file changes: in a large case it takes a second to make, and it is what
 * everybody sees first. Made behind the page when it is not asked for. */
#ifndef SERVER_OVERVIEW_H
#define SERVER_OVERVIEW_H

#include "case_door.h"

#include <sys/stat.h>
#include <time.h>

#define OVERVIEW_ROWS 10

struct overview {
    pthread_mutex_t lock; /* held while it is made, so that it is made once */
    struct bowline_text json;
    struct timespec changed; /* the case file's, when it was made */
    off_t size;
};

bool overview_init(struct overview *overview);
void overview_release(struct overview *overview);

/* Makes it anew where the case file has changed. *copy: the caller's, for free(). */
enum bowline_status overview_get(struct overview *overview, struct case_door *door, char **copy,
                                 struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
