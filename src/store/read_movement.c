/* Circuits, as views, exports and scores read them. */
#include "store/read_movement.h"

#include <math.h>

#define CIRCUIT_COLUMNS                                                                                      \
    "SELECT circuit, network, entity, travellers, moves, kept, rounds, hours, time_begin, time_end, bits,"   \
    " surprise FROM circuit"

void read_circuits(struct store *store, struct group group, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                group.id == 0                  ? CIRCUIT_COLUMNS " ORDER BY circuit"
                : group.scope == SCOPE_NETWORK ? CIRCUIT_COLUMNS " WHERE network = ?1 ORDER BY circuit"
                                               : CIRCUIT_COLUMNS " WHERE entity = ?1 ORDER BY circuit",
                err);
    if (group.id)
        cursor_bind(out, 1, group.id);
}

bool next_circuit(struct cursor *c, struct circuit_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct circuit_row){.circuit = cursor_id(c, 0),
                                .network = cursor_id(c, 1),
                                .entity = cursor_id(c, 2),
                                .travellers = cursor_int(c, 3),
                                .moves = cursor_int(c, 4),
                                .kept = cursor_int(c, 5),
                                .rounds = cursor_int(c, 6),
                                .hours = cursor_int(c, 7),
                                .begin = cursor_int(c, 8),
                                .end = cursor_int(c, 9),
                                .bits = (millibits)cursor_int(c, 10),
                                .surprise = (millibits)cursor_int(c, 11)};
    return true;
}

void read_circuit_places(struct store *store, uint32_t circuit, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT c.circuit, c.place, p.key, p.lat, p.lon FROM circuit_place AS c"
                " JOIN place AS p ON p.place = c.place WHERE ?1 IN (0, c.circuit)"
                " ORDER BY c.circuit, c.position",
                err);
    cursor_bind(out, 1, circuit);
}

bool next_circuit_place(struct cursor *c, struct circuit_place_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct circuit_place_row){cursor_id(c, 0), cursor_id(c, 1), cursor_span(c, 2), cursor_real(c, 3),
                                      cursor_real(c, 4)};
    return true;
}

void read_circuit_stops(struct store *store, uint32_t circuit, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                circuit
                    ? "SELECT circuit, traveller, position, record, time_begin, time_end, sightings, steps,"
                      " kept FROM circuit_stop WHERE circuit = ?1 ORDER BY stop"
                    : "SELECT circuit, traveller, position, record, time_begin, time_end, sightings, steps,"
                      " kept FROM circuit_stop ORDER BY circuit, stop",
                err);
    if (circuit)
        cursor_bind(out, 1, circuit);
}

bool next_circuit_stop(struct cursor *c, struct circuit_stop_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct circuit_stop_row){.circuit = cursor_id(c, 0),
                                     .traveller = cursor_id(c, 1),
                                     .position = cursor_id(c, 2),
                                     .record = cursor_id(c, 3),
                                     .begin = cursor_int(c, 4),
                                     .end = cursor_int(c, 5),
                                     .sightings = cursor_int(c, 6),
                                     .steps = cursor_int(c, 7),
                                     .is_kept = cursor_int(c, 8) != 0};
    return true;
}
