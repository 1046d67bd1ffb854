/* The routes, as one table: what the server answers, to whom, and how much it takes. Dispatch, checks, the
 * OpenAPI file's test and the hostile tests read its rows. */
#ifndef SERVER_ROUTES_H
#define SERVER_ROUTES_H

#include "exchange.h"

enum access {
    ACCESS_OPEN,    /* the page itself, which holds nothing of the case */
    ACCESS_SESSION, /* whoever has exchanged a token for a session */
};

struct route {
    const char *method;
    const char *path;    /* "{number}" stands for a whole number from 1 */
    const char *purpose; /* a clause, as the OpenAPI file has it */
    enum access access;
    unsigned body_most;  /* bytes of a body; 0: none is read */
    unsigned rows_usual; /* of a list, where the request does not say; 0: no list */
    unsigned rows_most;
    bool is_slow;         /* one at a time */
    const char *consults; /* what the log notes that people looked at: "network", "" for a record's name
                             alone; NULL: nothing */
    enum bowline_status (*answer)(struct exchange *x, struct bowline_error *err);
};

extern const struct route routes[];
extern const size_t route_count;

/* The row that fits, and the number in its path. NULL where there is none; *allowed then holds the methods of
 * rows whose path alone fits, "" for none. */
const struct route *route_find(const char *method, const char *path, uint32_t *number, char allowed[32]);

#endif
