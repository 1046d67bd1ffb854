/* Growth, bursts, next places, conflicts and meetings, as views read them. */
#ifndef STORE_READ_GROWTH_H
#define STORE_READ_GROWTH_H

#include "store/read_groups.h"

struct year_row {
    int64_t year, sightings, places, there, km;
    struct span most, centre; /* keys; centre "" where no place has coordinates */
};

struct burst_row {
    int64_t first_month, last_month; /* year * 12 + month - 1 */
    int64_t records, expected;
    millibits bits;
};

struct phase_row {
    int64_t half_year;                        /* year * 2, or one more from July */
    int64_t entities, joined, gone, likeness; /* likeness: thousandths */
    struct span event;
    bool ends;
    uint32_t record;
};

struct next_place_row {
    struct span from, to;
    int64_t moves, hours;
};

struct conflict_row {
    uint32_t entity, from, to; /* records */
    struct span kind;          /* twice, fast */
    int64_t pairs, km, seconds;
};

struct meeting_row {
    uint32_t a, b, a_network, b_network;
    int64_t times, expected; /* thousandths */
    millibits bits;
    struct span place;
    int64_t begin;
};

/* By year; the row of all time (year 0) first. */
void read_years(struct store *store, uint32_t network, struct cursor *out, struct bowline_error *err);
bool next_year(struct cursor *c, struct year_row *row);

/* By half-year, then number. */
void read_phases(struct store *store, uint32_t network, struct cursor *out, struct bowline_error *err);
bool next_phase(struct cursor *c, struct phase_row *row);

/* By month. */
void read_bursts(struct store *store, uint32_t network, struct cursor *out, struct bowline_error *err);
bool next_burst(struct cursor *c, struct burst_row *row);

/* Of a network, or of an entity outside networks: most moves first. */
void read_next_places(struct store *store, struct group group, unsigned limit, struct cursor *out,
                      struct bowline_error *err);
bool next_next_place(struct cursor *c, struct next_place_row *row);

/* Of an entity, or of those of a network: most pairs first. */
void read_conflicts(struct store *store, struct group group, unsigned limit, struct cursor *out,
                    struct bowline_error *err);
bool next_conflict(struct cursor *c, struct conflict_row *row);

/* Likewise: most bits first. */
void read_meetings(struct store *store, struct group group, unsigned limit, struct cursor *out,
                   struct bowline_error *err);
bool next_meeting(struct cursor *c, struct meeting_row *row);

#endif
