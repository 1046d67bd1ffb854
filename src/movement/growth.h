/* Growth: where the centre of a network is, year by year, and when it burst into activity
 * (docs/methods/growth.md). */
#ifndef MOVEMENT_GROWTH_H
#define MOVEMENT_GROWTH_H

#include "base/bits.h"
#include "movement/sighting_table.h"

/* One year of a network, or all of its time where year is 0. */
struct network_year {
    uint32_t network;
    int32_t year;
    uint32_t sightings; /* with a place and a time */
    uint32_t places;
    place_id most;  /* where most of them are; the smaller id of equal ones */
    uint32_t there; /* of them */
    place_id
        centre;  /* from which all are nearest, by the sum of great circles; 0 where no place is located */
    uint32_t km; /* from there to a sighting, on average */
};

/* A stretch of months in which a network was more than usually active, against all records of the case. */
struct burst {
    uint32_t network;
    int32_t first_month, last_month; /* since year 0: year * 12 + month - 1 */
    uint32_t records;
    uint32_t expected; /* at the rate of all its time */
    millibits bits;    /* what the higher rate saves over these months (Kleinberg 2002) */
};

struct growth_table {
    struct network_year *years; /* by network, year: 0 first */
    size_t year_count;
    struct burst *bursts; /* by network, month */
    size_t burst_count;
};

struct growth_options {
    unsigned centres;    /* places that may be the centre, those with most sightings */
    unsigned burst_rate; /* times the usual rate (s of Kleinberg 2002, where 2 is used) */
    unsigned burst_cost; /* of beginning a burst, in log2 of the months (gamma there, 1) */
};

extern const struct growth_options growth_defaults;

/* network_of: [record], 0 is none. Cost: sorting the sightings; for each network and year the pairs of a
 * candidate and a place. */
enum bowline_status growth_table_build(const struct sighting_table *sightings, const uint32_t *network_of,
                                       const struct growth_options *options, struct growth_table *out,
                                       struct bowline_error *err) BOWLINE_WARN_UNUSED;
void growth_table_release(struct growth_table *table);

#endif
