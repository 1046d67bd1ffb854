/* Ties before they are joined: events that bring two nodes together, and what each is worth. A node is named
 * by the first mention of its entity, or by the mention that stands alone. */
#ifndef ENTITIES_TIE_LIST_H
#define ENTITIES_TIE_LIST_H

#include "entities/network_table.h"

struct tie_event {
    uint32_t a, b; /* nodes, a < b */
    record_id record;
    uint32_t thing; /* what is shared, so that it counts once between two groups; 0 where the bits come from
                       counting, see tie_list_weigh */
    millibits bits; /* of the thing */
    uint8_t kind;
    bool there; /* of an event: a began it */
};

struct tie_list {
    struct tie_event *events;
    size_t count, capacity;
};

struct tie_inputs {
    const struct link_inputs *in;
    const struct link_table *links;
    const struct entity_table *entities;
    const uint32_t *node_of;   /* [mention] */
    const uint64_t *node_keys; /* [node]: the least key of its mentions; does not hang on the order of rows */
};

void tie_list_release(struct tie_list *list);

/* Nothing where a is b, or where both stand alone and are of one record: a record alone ties nothing. */
bool tie_list_add(const struct tie_inputs *in, struct tie_list *list, struct tie_event event);

bool ties_from_events(const struct tie_inputs *in, struct tie_list *out); /* payments, calls, bookings */
bool ties_from_shared(const struct tie_inputs *in,
                      struct tie_list *out); /* houses, persons, weak identifiers */

/* Events of one pair and kind become one tie. out is filled by (a, b, kind). */
bool tie_list_weigh(const struct tie_inputs *in, struct tie_list *list, struct network_table *out);

#endif
