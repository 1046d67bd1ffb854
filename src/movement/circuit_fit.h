/* Which cycle of given places explains moves best: their order, and the days at each place. The model: who
 * goes round stays `dwell` in each place of the cycle before the next. Seen at two times `t` apart, by
 * chance, such a person has moved k places on with the chance max(0, 1 - |t / dwell - k|). Against it: each
 * move ends at a place as often as places are visited. docs/methods/circuits.md. */
#ifndef MOVEMENT_CIRCUIT_FIT_H
#define MOVEMENT_CIRCUIT_FIT_H

#include "base/bits.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define CIRCUIT_PLACES 10 /* of one cycle, at most: what can be read, and searched */
#define CIRCUIT_DWELLS 24 /* lengths of stay that are tried */

/* A move between two places of those at hand, 0-based, that differ. */
struct move {
    uint8_t from, to;
    uint16_t half_days; /* from the last sighting at one to the first at the other */
};

struct fit_options {
    unsigned stray_percent; /* moves that do not keep to the cycle: longer stays, detours, wrong records;
                               assumed */
    unsigned steps_most;    /* places passed between two sightings; more says nothing of the order; assumed */
};

/* How sure the model is that a move of some length went on by some places, of those that it may have gone. */
struct reach {
    uint8_t distance[2]; /* places on; REACH_NONE where the move is too long to say anything */
    uint8_t level[2];
};

#define REACH_NONE  255
#define REACH_STEPS 5 /* of options.steps_most, at most */
#define REACH_MOST  (REACH_STEPS * 60 + 1)

/* Reaches for each number of places, length of stay, and half days: made once, read by all. */
struct reach_table {
    struct fit_options options;
    struct reach of[CIRCUIT_PLACES + 1][CIRCUIT_DWELLS][REACH_MOST];
};

void reach_table_init(struct reach_table *table, const struct fit_options *options);

/* What each move weighs, in thousandths of a bit, by how sure the model is of its end. */
#define FIT_LEVELS 33
struct fit_weights {
    unsigned places;
    const struct reach_table *reaches;
    int32_t bits[CIRCUIT_PLACES][CIRCUIT_PLACES][FIT_LEVELS]; /* from, to, level */
};

/* visits: how often each place was visited, [places]; elsewhere: visits to other places, which are a chance
 * too, so that cycles of few and of many places compare. */
void fit_weights_init(struct fit_weights *w, const uint32_t *visits, unsigned places, uint32_t elsewhere,
                      const struct reach_table *reaches);

struct cycle {
    uint8_t order[CIRCUIT_PLACES];    /* the places as they follow each other; the first is place 0 */
    uint8_t position[CIRCUIT_PLACES]; /* of each place in it */
    uint8_t places;
    uint16_t half_days; /* at each place */
    int64_t bits;       /* thousandths, over all moves */
};

/* The best of all orders up to six places; above, the best that moving one place at a time leads to. Of equal
 * ones the first. near: half days about which lengths of stay are tried, 0 for all. Cost: dwells times moves,
 * and dwells times orders. */
void fit_cycle(const struct fit_weights *w, const struct move *moves, size_t count, unsigned near,
               struct cycle *out);

/* Of one move under a cycle; 0 where it is too long to say anything. */
int32_t fit_move(const struct fit_weights *w, const struct cycle *cycle, struct move move);

/* How many places on the move most likely went: 1 or more, as the cycle and the time say. */
unsigned fit_steps(const struct cycle *cycle, struct move move);

#endif
