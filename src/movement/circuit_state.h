/* What the search for circuits in one unit holds. Inside the room only. */
#ifndef MOVEMENT_CIRCUIT_STATE_H
#define MOVEMENT_CIRCUIT_STATE_H

#include "movement/circuit_search.h"
#include "movement/place_subset.h"

/* Neighbouring steps of a trace at one place of the subset at hand. */
struct stay {
    uint8_t place; /* of the subset */
    uint32_t sightings;
    record_id record;
    int64_t begin, last, end;
};

struct search {
    const struct trace_table *table;
    const struct circuit_options *options;
    const struct reach_table *reaches;
    struct unit_circuits *unit;
    size_t first_step, step_count;
    uint8_t *candidate; /* [step]: which candidate, or NOWHERE */
    place_id places[CANDIDATES];
    unsigned place_count;
    bool *is_in; /* [trace]: looked at */
    bool *is_member;
    struct stay *stays; /* of one trace */
    struct move *moves;
    size_t move_count;
    size_t astray;        /* visits to other places, of traces that keep mostly to the subset at hand */
    struct subset subset; /* the best so far */
    struct cycle cycle;
    struct fit_weights weights; /* of the subset tried last */
};

/* How many steps of a trace are at candidates, and at those of the subset. */
struct presence {
    size_t known, inside;
};

struct presence find_presence(const struct search *s, const struct subset_index *index, size_t trace);

/* The best cycle of the traces looked at, into s->subset and s->cycle. False where there is none. */
bool find_cycle(struct search *s);

/* Looks at the traces of one group, or of all where it is 0. */
void look_at_group(struct search *s, const uint8_t *group, uint8_t which);

/* Puts traces into groups from 1, one where several do not weigh more; returns how many. */
uint8_t choose_groups(struct search *s, uint8_t *group);

#endif
