/* What the server holds, for the functions that answer. */
#ifndef SERVER_SERVER_H
#define SERVER_SERVER_H

#include "case_door.h"
#include "consulted.h"
#include "exports.h"
#include "guard.h"
#include "overview.h"
#include "rerun.h"
#include "serve.h"

struct server {
    const struct serve_options *options;
    struct MHD_Daemon *daemon;
    unsigned port;
    struct guard guard;
    struct case_door door;
    struct rerun rerun;
    struct exports exports;
    struct consulted consulted;
    struct overview overview;
    pthread_mutex_t slow; /* held by the one slow answer that is on */
};

/* Says which link opens the page next. */
void server_announce(struct server *server);

#endif
