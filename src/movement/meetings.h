/* What the visits of entities say beside where they were: next places as frequencies of the past, two places
 * at once and travel that is not possible, and entities that arrive together (docs/methods/movement.md). */
#ifndef MOVEMENT_MEETINGS_H
#define MOVEMENT_MEETINGS_H

#include "base/bits.h"
#include "movement/trace_table.h"
#include "movement/visit_table.h"

/* Moves from one place to another of the traces of a unit. */
struct route_row {
    uint32_t unit;
    place_id from, to;
    uint32_t moves;
    uint32_t half_days; /* median, from the last sighting there to the first here */
};

struct route_list {
    struct route_row *rows; /* by unit, from, to */
    size_t count;
};

/* Cost: sorting the moves. */
enum bowline_status route_list_build(const struct trace_table *traces, struct route_list *out,
                                     struct bowline_error *err) BOWLINE_WARN_UNUSED;
void route_list_release(struct route_list *list);

enum conflict_kind {
    CONFLICT_TWICE, /* two places at once */
    CONFLICT_FAST   /* from one to the other faster than anybody travels */
};

/* Sightings of one entity that one person cannot have made. It says that an entity is several people, or that
 * records were wrongly put together. */
struct conflict {
    uint32_t entity;
    uint8_t kind; /* enum conflict_kind */
    uint32_t count;
    record_id from, to; /* the first such pair */
    uint32_t km;
    int64_t seconds; /* that there was for it; below 0: they overlap by so much */
};

struct conflict_options {
    double kmh_most; /* as the crow flies, from door to door: a fast train or car does not do more; assumed */
    double hours_free; /* for clocks, and time zones that are not given; assumed */
    double km_least;   /* nearer places are one for this: a coordinate is a town's middle; assumed */
};

extern const struct conflict_options conflict_defaults;

struct conflict_list {
    struct conflict *rows; /* by entity, kind */
    size_t count;
};

/* A sighting of a day or less may be at any time in it; a longer one leaves out its first and last day. Each
 * sighting is held against the one before it in time, and the one before that ends last. Places without
 * coordinates are left out. Cost: sorting the sightings. */
enum bowline_status conflict_list_build(const struct sighting_table *sightings, const uint32_t *entity_of,
                                        const struct conflict_options *options, struct conflict_list *out,
                                        struct bowline_error *err) BOWLINE_WARN_UNUSED;
void conflict_list_release(struct conflict_list *list);

/* Two entities that came to the same places in the same weeks. */
struct meeting {
    uint32_t a, b; /* entities, a < b */
    uint32_t times;
    uint32_t expected; /* thousandths: as often as chance has it, as popular as place and week are */
    millibits bits;    /* of surprise, less log2 of the pairs that met at all; 0 upwards */
    place_id place;    /* where first */
    int64_t begin;     /* and when */
};

struct meeting_options {
    unsigned days;       /* in which two arrivals are together: a week */
    unsigned crowd_most; /* entities arriving at a place in a week; above it says nothing and costs much */
    unsigned times_least;
    millibits bits_least; /* ten bits: of a thousand pairs one by chance */
};

extern const struct meeting_options meeting_defaults;

struct meeting_list {
    struct meeting *rows; /* by a, b */
    size_t count;
    size_t pairs; /* that met at all */
};

/* Expected: for each arrival of a, and each of b in that week, the share of the arrivals of others in that
 * week that came to a's place; surprise: a Poisson tail. Cost: the pairs of each place and week. */
enum bowline_status meeting_list_build(const struct visit_table *visits,
                                       const struct meeting_options *options, struct meeting_list *out,
                                       struct bowline_error *err) BOWLINE_WARN_UNUSED;
void meeting_list_release(struct meeting_list *list);

#endif
