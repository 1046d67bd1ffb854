/* What people looked at, for the log of the case: gathered while answers are given, which write nothing, and
 * noted as one entry now and then and at the end. */
#ifndef SERVER_CONSULTED_H
#define SERVER_CONSULTED_H

#include "case_door.h"

#define CONSULTED_BYTES 2000 /* of one entry; what comes after is counted alone */

struct consulted {
    pthread_mutex_t lock;
    char objects[CONSULTED_BYTES]; /* "network 1, entity 7, ads/A-1": each once */
    size_t length;
    uint64_t records; /* shown */
    bool is_any;
};

bool consulted_init(struct consulted *consulted);
void consulted_release(struct consulted *consulted);

/* kind: "network", "entity", ...; "" for a record, whose name is enough. */
void consulted_add(struct consulted *consulted, const char *kind, const char *name, uint64_t records);

/* Notes it and begins anew. Says in *err why it could not: then it is kept for the next time. */
enum bowline_status consulted_note(struct consulted *consulted, struct case_door *door, const char *who,
                                   const char *purpose, struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* One entry at once, alone with the case. */
enum bowline_status case_note(struct case_door *door, const struct bowline_log_note *note,
                              struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
