/* Behaviour: how the records that use a value hang together when the value is taken away. */
#ifndef LINKS_BEHAVIOUR_H
#define LINKS_BEHAVIOUR_H

#include "links/holdings.h"

struct ownership_inputs {
    const struct link_inputs *in;
    const struct holdings *holdings;
    const uint32_t *place_of; /* [1 .. mentions]: one number for one place, 0 where none is known */
    millibits prior;
};

struct behaviour {
    uint32_t users;     /* mentions that have the value */
    uint32_t companied; /* users with at least one telling companion */
    /* The groups into which those fall when the value is taken away: with contacts of their own beside others
     * of the same time; and such as one operator may well have: contacts one after the other, those used but
     * once among others, and other texts. */
    uint32_t rivals, successors;
    uint32_t once;   /* single users whose own contacts stand nowhere else */
    uint32_t joins;  /* users that joined a group, at most a few */
    uint32_t others; /* distinct identifiers beside it */
    uint32_t places;
};

/* out: [1 .. holdings->values]. Time linear in the uses. */
enum bowline_status behaviour_observe(const struct ownership_inputs *inputs, const struct parallel *parallel,
                                      struct behaviour *out, struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
