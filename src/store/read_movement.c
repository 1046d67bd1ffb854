/* Circuits and premises, as views, exports and scores read them. */
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
                "SELECT c.circuit, c.place, p.key, p.lat, p.lon, p.lat IS NULL FROM circuit_place AS c"
                " JOIN place AS p ON p.place = c.place WHERE ?1 IN (0, c.circuit)"
                " ORDER BY c.circuit, c.position",
                err);
    cursor_bind(out, 1, circuit);
}

bool next_circuit_place(struct cursor *c, struct circuit_place_row *row)
{
    if (!cursor_next(c))
        return false;
    bool is_nowhere = cursor_int(c, 5) != 0;
    *row = (struct circuit_place_row){.circuit = cursor_id(c, 0),
                                      .place = cursor_id(c, 1),
                                      .key = cursor_span(c, 2),
                                      .lat = is_nowhere ? (double)NAN : cursor_real(c, 3),
                                      .lon = is_nowhere ? (double)NAN : cursor_real(c, 4)};
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

#define PREMISES_COLUMNS                                                                                     \
    "SELECT n.network, n.premises, p.record, p.name, p.address, coalesce(l.key, ''), p.kind, n.stays,"       \
    " n.nights, n.bookers, n.payers, n.guests, n.ads, p.stays, n.booked, n.paid, n.owned, n.time_begin,"     \
    " n.time_end FROM network_premises AS n JOIN premises AS p ON p.premises = n.premises"                   \
    " LEFT JOIN place AS l ON l.place = p.place"

void read_network_premises(struct store *store, uint32_t network, unsigned limit, struct cursor *out,
                           struct bowline_error *err)
{
    cursor_open(out, store,
                network ? PREMISES_COLUMNS
                    " WHERE n.network = ?2 ORDER BY n.stays DESC, n.ads DESC, n.premises LIMIT ?1"
                        : PREMISES_COLUMNS " ORDER BY n.network, n.premises LIMIT ?1",
                err);
    cursor_bind(out, 1, limit);
    if (network)
        cursor_bind(out, 2, network);
}

bool next_network_premises(struct cursor *c, struct premises_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct premises_row){.network = cursor_id(c, 0),
                                 .premises = cursor_id(c, 1),
                                 .record = cursor_id(c, 2),
                                 .name = cursor_span(c, 3),
                                 .address = cursor_span(c, 4),
                                 .place = cursor_span(c, 5),
                                 .kind = cursor_span(c, 6),
                                 .stays = cursor_int(c, 7),
                                 .nights = cursor_int(c, 8),
                                 .bookers = cursor_int(c, 9),
                                 .payers = cursor_int(c, 10),
                                 .guests = cursor_int(c, 11),
                                 .ads = cursor_int(c, 12),
                                 .all_stays = cursor_int(c, 13),
                                 .is_booked = cursor_int(c, 14) != 0,
                                 .is_paid = cursor_int(c, 15) != 0,
                                 .is_owned = cursor_int(c, 16) != 0,
                                 .begin = cursor_time(c, 17),
                                 .end = cursor_time(c, 18)};
    return true;
}

void read_premises_uses(struct store *store, uint32_t network, uint32_t premises, struct cursor *out,
                        struct bowline_error *err)
{
    cursor_open(out, store,
                network
                    ? "SELECT network, premises, record, booked, paid, owned, advertised FROM premises_use"
                      " WHERE network = ?1 AND premises = ?2 ORDER BY record"
                    : "SELECT network, premises, record, booked, paid, owned, advertised FROM premises_use"
                      " ORDER BY network, premises, record",
                err);
    if (network) {
        cursor_bind(out, 1, network);
        cursor_bind(out, 2, premises);
    }
}

bool next_premises_use(struct cursor *c, struct premises_use_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct premises_use_row){cursor_id(c, 0),       cursor_id(c, 1),       cursor_id(c, 2),
                                     cursor_int(c, 3) != 0, cursor_int(c, 4) != 0, cursor_int(c, 5) != 0,
                                     cursor_int(c, 6) != 0};
    return true;
}

void read_all_visits(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(
        out, store,
        "SELECT v.entity, e.network, p.key, v.time_begin, v.time_end, v.sightings, v.km FROM visit AS v"
        " JOIN entity AS e ON e.entity = v.entity JOIN place AS p ON p.place = v.place"
        " ORDER BY v.entity, v.time_begin, v.place",
        err);
}

bool next_visit_line(struct cursor *c, struct visit_line *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct visit_line){cursor_id(c, 0),  cursor_id(c, 1),  cursor_span(c, 2), cursor_int(c, 3),
                               cursor_int(c, 4), cursor_int(c, 5), cursor_int(c, 6)};
    return true;
}

void read_network_places(struct store *store, uint32_t network, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT a.network, s.place, p.key, p.lat, p.lon, p.lat IS NULL, count(*) AS records"
                " FROM assignment AS a JOIN sighting AS s ON s.record = a.record AND s.place > 0"
                " JOIN place AS p ON p.place = s.place WHERE a.network > 0 AND ?1 IN (0, a.network)"
                " GROUP BY a.network, s.place ORDER BY a.network, records DESC, s.place",
                err);
    cursor_bind(out, 1, network);
}

bool next_network_place(struct cursor *c, struct network_place_row *row)
{
    if (!cursor_next(c))
        return false;
    bool is_nowhere = cursor_int(c, 5) != 0;
    *row = (struct network_place_row){.network = cursor_id(c, 0),
                                      .place = cursor_id(c, 1),
                                      .key = cursor_span(c, 2),
                                      .lat = is_nowhere ? (double)NAN : cursor_real(c, 3),
                                      .lon = is_nowhere ? (double)NAN : cursor_real(c, 4),
                                      .records = cursor_int(c, 6)};
    return true;
}
