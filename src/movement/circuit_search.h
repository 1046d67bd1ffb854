/* The search for circuits in one unit: which places, which traces, how surprising. Inside the room only. */
#ifndef MOVEMENT_CIRCUIT_SEARCH_H
#define MOVEMENT_CIRCUIT_SEARCH_H

#include "movement/circuit_table.h"

#define CIRCUITS_OF_UNIT 4 /* of one unit, at most: networks of several rings are rare; assumed */

struct unit_circuits {
    const struct trace *traces; /* of one unit */
    size_t trace_count;
    struct found_circuit *circuits; /* NULL where there is none */
    unsigned count;
    struct circuit_stop *stops;
    size_t stop_count, stop_capacity;
    bool is_tested;
};

/* reaches: of the options. False on failure of memory. */
bool circuit_search(const struct trace_table *table, const struct circuit_options *options,
                    const struct reach_table *reaches, struct unit_circuits *unit);

/* log2 of one in how many times a Gumbel variable with the mean and variance of the draws is `most` or more;
 * draws and most in thousandths of a bit. 0 where all draws are equal. */
millibits gumbel_surprise(const int64_t *draws, unsigned count, int64_t most);

#endif
