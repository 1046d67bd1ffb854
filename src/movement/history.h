/* How a network changes: its groups in each half-year, and what became of those of the half-year before
 * (docs/methods/growth.md). */
#ifndef MOVEMENT_HISTORY_H
#define MOVEMENT_HISTORY_H

#include "records/mention_table.h"

enum phase_event {
    PHASE_BORN,    /* no group before is like it */
    PHASE_GOES_ON, /* as large as before */
    PHASE_GROWS,   /* the same group with more members */
    PHASE_SHRINKS, /* with fewer */
    PHASE_MERGES,  /* of two groups or more at least half are in it */
    PHASE_SPLITS   /* at least half of it, and of another one, come from one group */
};

/* Entities of a network that dealt with each other in a half-year. */
struct phase {
    uint32_t network;
    int32_t half_year; /* since year 0: year * 2, or one more from July */
    uint32_t entities; /* two or more */
    uint32_t joined;   /* of them, not in the group that it comes from */
    uint32_t left;     /* of that group, not in it any more */
    uint16_t like;     /* Jaccard index with that group, in thousandths */
    uint8_t event;     /* enum phase_event */
    uint8_t ends;      /* 1: nothing like it comes after, though the network is still there */
    record_id record;  /* the first that joins two of them */
};

struct phase_list {
    struct phase *rows; /* by network, half-year, first record */
    size_t count;
};

struct history_inputs {
    const struct record_table *records;
    const struct mention_table *mentions;
    const uint32_t *entity_of;         /* [mention] */
    const uint32_t *network_of_entity; /* [entity] */
    uint32_t entity_count;
};

#define PHASE_LIKE                                                                                           \
    300 /* thousandths: a group goes on where the Jaccard index is so much (Greene, Doyle and Cunningham     \
           2010 use 0.3) */

const char *phase_event_name(enum phase_event event); /* "born", "goes on", ...; static */

/* A record with time joins the entities of one network that have a part in it. Groups are what hangs together
 * so within a half-year: the network was made with more care, this only cuts it by time. Cost: sorting the
 * contacts. */
enum bowline_status phase_list_build(const struct history_inputs *inputs, struct phase_list *out,
                                     struct bowline_error *err) BOWLINE_WARN_UNUSED;
void phase_list_release(struct phase_list *list);

#endif
