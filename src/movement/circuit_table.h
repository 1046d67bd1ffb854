/* Circuits: cycles of places that those whom a network moves, or an entity itself, go round again and again,
 * against what the same visits in any other order would show (docs/methods/circuits.md). */
#ifndef MOVEMENT_CIRCUIT_TABLE_H
#define MOVEMENT_CIRCUIT_TABLE_H

#include "base/parallel.h"
#include "movement/circuit_fit.h"
#include "movement/trace_table.h"

struct circuit_options {
    struct fit_options fit;
    unsigned candidates;  /* places of a unit that are looked at, those most visited */
    unsigned moves_least; /* below, nothing can be told: six moves of three places have few orders; assumed */
    unsigned permutations;    /* of the null; a Gumbel tail is fitted to them */
    millibits surprise_least; /* below, a cycle is not looked at further: one in 32 by chance; assumed */
    unsigned rounds_least;    /* twice round is a circuit, once a journey; stated */
    unsigned false_permille;  /* of the circuits listed that may be chance (Benjamini and Hochberg 1995) */
};

extern const struct circuit_options circuit_defaults;

struct found_circuit {
    uint32_t unit;
    uint8_t place_count;
    uint16_t half_days;              /* at each place, about */
    place_id places[CIRCUIT_PLACES]; /* as they follow each other, from the one with the smallest id */
    uint32_t travellers;             /* traces that keep to it */
    uint32_t moves;                  /* seen, of those */
    uint32_t kept;                   /* of them, to a place that the cycle and the time call for */
    uint32_t rounds;                 /* of the one who went most */
    int64_t begin, end;
    millibits bits;     /* of the moves, for the cycle against visits in no order */
    millibits surprise; /* log2 of how rarely the same visits in another order fit any cycle as well */
    size_t first_stop, stop_count;
};

/* Somebody at a place of the circuit. */
struct circuit_stop {
    uint32_t traveller; /* 1 upwards in the circuit, by first sighting: a number, nobody's name */
    uint8_t position;   /* in the circuit's places, from 0 */
    uint8_t is_kept;    /* the move to it kept to the cycle; the first of a traveller is so */
    uint32_t steps;     /* places passed since the stop before, as the time says; 0 for the first */
    uint32_t sightings;
    record_id record; /* the first sighting */
    int64_t begin, end;
};

struct circuit_table {
    struct found_circuit *circuits; /* by unit, then as found */
    size_t count;
    struct circuit_stop *stops; /* circuit after circuit, by traveller, begin */
    size_t stop_count;
    size_t tested; /* units with moves enough */
};

/* Null: for each trace, its visits to the places at hand in any order, at the same times; the same search.
 * surprise: of the Gumbel distribution with the mean and variance of that null, less log2 of how many sets of
 * as many places there are. Random numbers have a fixed seed. Cost: a search for each unit and permutation.
 */
enum bowline_status circuit_table_build(const struct trace_table *traces,
                                        const struct circuit_options *options,
                                        const struct parallel *parallel, struct circuit_table *out,
                                        struct bowline_error *err) BOWLINE_WARN_UNUSED;
void circuit_table_release(struct circuit_table *table);

#endif
