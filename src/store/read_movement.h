/* Circuits, as views, exports and scores read them. */
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

#endif
