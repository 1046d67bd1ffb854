/* Circuits and premises, as views, exports and scores read them. */
#ifndef STORE_READ_MOVEMENT_H
#define STORE_READ_MOVEMENT_H

#include "store/read_groups.h"

struct circuit_row {
    uint32_t circuit, network, entity;
    int64_t travellers, moves, kept, rounds, hours;
    int64_t begin, end;
    millibits bits, surprise;
};

struct circuit_place_row {
    uint32_t circuit, place;
    struct span key;
    double lat, lon; /* NAN where nobody says where it is */
};

struct circuit_stop_row {
    uint32_t circuit, traveller, position, record;
    int64_t begin, end, sightings, steps;
    bool is_kept;
};

struct premises_row {
    uint32_t network, premises, record; /* record: of the premises themselves, or 0 */
    struct span name, address, place, kind;
    int64_t stays, nights, bookers, payers, guests, ads, all_stays;
    bool is_booked, is_paid, is_owned;
    int64_t begin, end; /* TIME_NONE where only ownership says so */
};

struct premises_use_row {
    uint32_t network, premises, record;
    bool is_booked, is_paid, is_owned, is_advertised;
};

struct visit_line {
    uint32_t entity, network;
    struct span place;
    int64_t begin, end, sightings, km;
};

struct network_place_row {
    uint32_t network, place;
    struct span key;
    double lat, lon; /* NAN where nobody says where it is */
    int64_t records;
};

/* By entity, begin. */
void read_all_visits(struct store *store, struct cursor *out, struct bowline_error *err);
bool next_visit_line(struct cursor *c, struct visit_line *row);

/* Where the records of a network are; 0: of each. By network; most records first. */
void read_network_places(struct store *store, uint32_t network, struct cursor *out,
                         struct bowline_error *err);
bool next_network_place(struct cursor *c, struct network_place_row *row);

/* Of a group, or all where its id is 0: by id. */
void read_circuits(struct store *store, struct group group, struct cursor *out, struct bowline_error *err);
bool next_circuit(struct cursor *c, struct circuit_row *row);

/* circuit 0: all; by circuit, position. */
void read_circuit_places(struct store *store, uint32_t circuit, struct cursor *out,
                         struct bowline_error *err);
bool next_circuit_place(struct cursor *c, struct circuit_place_row *row);

/* Likewise; by circuit, traveller, time. */
void read_circuit_stops(struct store *store, uint32_t circuit, struct cursor *out, struct bowline_error *err);
bool next_circuit_stop(struct cursor *c, struct circuit_stop_row *row);

/* network 0: all, by network, premises; else that network's by stays, most first. */
void read_network_premises(struct store *store, uint32_t network, unsigned limit, struct cursor *out,
                           struct bowline_error *err);
bool next_network_premises(struct cursor *c, struct premises_row *row);

/* The records by which a network uses premises, or all where network is 0: by network, premises, record. */
void read_premises_uses(struct store *store, uint32_t network, uint32_t premises, struct cursor *out,
                        struct bowline_error *err);
bool next_premises_use(struct cursor *c, struct premises_use_row *row);

#endif
