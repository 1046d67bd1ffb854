/* Traces: where one who travels was seen, in the order of time. In a network the records that show one
 * advertised person or guest are one trace; they serve to tell how the network moves people, are numbered
 * only, and never shown with a name (docs/protection.md). */
#ifndef MOVEMENT_TRACE_TABLE_H
#define MOVEMENT_TRACE_TABLE_H

#include "identifiers/identifier_table.h"
#include "movement/sighting_table.h"

struct trace_options {
    int32_t name_gap_days; /* two records with one advertised name within it show one person. Names of
                              advertisements are changed within months; assumed */
};

extern const struct trace_options trace_defaults;

/* Neighbouring sightings of a trace at one place. */
struct step {
    place_id place;
    record_id record;    /* the first sighting */
    int64_t begin, last; /* begin of the first and of the last sighting */
    int64_t end;         /* the latest end */
    uint32_t sightings;
};

struct trace {
    uint32_t unit;
    uint32_t step_count;
    size_t first_step;
};

struct trace_table {
    struct trace *traces; /* by unit, first sighting */
    size_t count;
    struct step *steps; /* trace after trace, each by begin */
    size_t step_count;
    size_t without_time; /* sightings at a place of a unit that have no time, and are in no trace */
};

/* Who moves together. Units are networks, [1 .. network_count], and above them entities outside networks. */
struct trace_inputs {
    const struct record_table *records;
    const struct sighting_table *sightings;
    const struct identifier_table *identifiers;
    const uint32_t *unit_of;   /* [record]: 0 is none */
    const uint32_t *entity_of; /* [record] */
    uint32_t network_count;
};

/* An entity outside networks is one trace. In a network, records that share a picture or a guest's document
 * are one trace; a record without such a mark joins the nearest in time with the same name, within the gap;
 * one that has neither goes with the like of its entity. Cost: sorting the sightings and their marks. */
enum bowline_status trace_table_build(const struct trace_inputs *inputs, const struct trace_options *options,
                                      struct trace_table *out, struct bowline_error *err) BOWLINE_WARN_UNUSED;
void trace_table_release(struct trace_table *table);

#endif
