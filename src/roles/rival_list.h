/* Rivals: three readings of one network, and what speaks for and against each, in plain sentences with
 * numbers. None is chosen; nothing here is inferred from what anybody looks like or where they come from
 * (docs/methods/roles.md). */
#ifndef ROLES_RIVAL_LIST_H
#define ROLES_RIVAL_LIST_H

#include "base/buffer.h"
#include "roles/network_facts.h"

enum rival {
    RIVAL_ORGANISED,   /* an organisation that exploits others */
    RIVAL_INDEPENDENT, /* independent workers who share a phone, a driver or a flat */
    RIVAL_ARTEFACT,    /* an artefact of the data */
    RIVAL_COUNT
};

struct rival_point {
    uint32_t network;
    uint8_t rival; /* enum rival */
    uint8_t is_for;
    struct text_ref text; /* in the pool */
};

struct rival_list {
    struct rival_point *points; /* by network, rival, what is for it first */
    size_t count, capacity;
    struct buffer pool;
};

const char *rival_title(enum rival rival);
const char *rival_note(enum rival rival); /* what no count can say */

/* facts: [1 .. networks]. Linear. */
enum bowline_status rival_list_build(const struct network_facts *facts, uint32_t networks,
                                     struct rival_list *out, struct bowline_error *err) BOWLINE_WARN_UNUSED;
void rival_list_release(struct rival_list *list);

#endif
