/* Conclusions: growth, phases, bursts, next places, conflicts and meetings. */
#ifndef STORE_GROWTH_STORE_H
#define STORE_GROWTH_STORE_H

#include "movement/growth.h"
#include "movement/history.h"
#include "movement/meetings.h"
#include "store/store.h"

/* What is known of movement beside circuits and premises. */
struct movement_facts {
    struct growth_table growth;
    struct phase_list phases;
    struct route_list routes;
    struct conflict_list conflicts;
    struct meeting_list meetings;
};

/* networks: how many there are; units above are entities outside networks. */
enum bowline_status growth_store_write(struct store *store, const struct movement_facts *facts,
                                       uint32_t networks, struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
