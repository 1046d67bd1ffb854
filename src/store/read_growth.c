/* Growth, bursts, next places, conflicts and meetings, as views read them. */
#include "store/read_growth.h"

void read_years(struct store *store, uint32_t network, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT y.year, y.sightings, y.places, y.there, y.km, p.key, coalesce(c.key, '')"
                " FROM network_year AS y JOIN place AS p ON p.place = y.most"
                " LEFT JOIN place AS c ON c.place = y.centre WHERE y.network = ?1 ORDER BY y.year",
                err);
    cursor_bind(out, 1, network);
}

bool next_year(struct cursor *c, struct year_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct year_row){.year = cursor_int(c, 0),
                             .sightings = cursor_int(c, 1),
                             .places = cursor_int(c, 2),
                             .there = cursor_int(c, 3),
                             .km = cursor_int(c, 4),
                             .most = cursor_span(c, 5),
                             .centre = cursor_span(c, 6)};
    return true;
}

void read_bursts(struct store *store, uint32_t network, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT month_begin, month_end, records, expected, bits FROM burst WHERE network = ?1"
                " ORDER BY month_begin",
                err);
    cursor_bind(out, 1, network);
}

bool next_burst(struct cursor *c, struct burst_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct burst_row){cursor_int(c, 0), cursor_int(c, 1), cursor_int(c, 2), cursor_int(c, 3),
                              (millibits)cursor_int(c, 4)};
    return true;
}

void read_phases(struct store *store, uint32_t network, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT half_year, entities, joined, gone, likeness, event, ends, record FROM phase"
                " WHERE network = ?1 ORDER BY half_year, number",
                err);
    cursor_bind(out, 1, network);
}

bool next_phase(struct cursor *c, struct phase_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct phase_row){.half_year = cursor_int(c, 0),
                              .entities = cursor_int(c, 1),
                              .joined = cursor_int(c, 2),
                              .gone = cursor_int(c, 3),
                              .likeness = cursor_int(c, 4),
                              .event = cursor_span(c, 5),
                              .ends = cursor_int(c, 6) != 0,
                              .record = cursor_id(c, 7)};
    return true;
}

static void bind_group(struct cursor *out, struct group group, unsigned limit)
{
    cursor_bind(out, 1, group.id);
    cursor_bind(out, 2, limit);
}

void read_next_places(struct store *store, struct group group, unsigned limit, struct cursor *out,
                      struct bowline_error *err)
{
    cursor_open(
        out, store,
        group.scope == SCOPE_NETWORK
            ? "SELECT a.key, b.key, r.moves, r.hours FROM route AS r JOIN place AS a ON a.place ="
              " r.place_from JOIN place AS b ON b.place = r.place_to WHERE r.network = ?1 AND r.entity = 0"
              " ORDER BY r.moves DESC, r.place_from, r.place_to LIMIT ?2"
            : "SELECT a.key, b.key, r.moves, r.hours FROM route AS r JOIN place AS a ON a.place ="
              " r.place_from JOIN place AS b ON b.place = r.place_to WHERE r.network = 0 AND r.entity = ?1"
              " ORDER BY r.moves DESC, r.place_from, r.place_to LIMIT ?2",
        err);
    bind_group(out, group, limit);
}

bool next_next_place(struct cursor *c, struct next_place_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct next_place_row){cursor_span(c, 0), cursor_span(c, 1), cursor_int(c, 2), cursor_int(c, 3)};
    return true;
}

#define CONFLICT_COLUMNS                                                                                     \
    "SELECT c.entity, c.kind, c.pairs, c.from_record, c.to_record, c.km, c.seconds FROM conflict AS c"

void read_conflicts(struct store *store, struct group group, unsigned limit, struct cursor *out,
                    struct bowline_error *err)
{
    cursor_open(out, store,
                group.scope == SCOPE_NETWORK
                    ? CONFLICT_COLUMNS " JOIN entity AS e ON e.entity = c.entity WHERE e.network = ?1"
                                       " ORDER BY c.pairs DESC, c.entity, c.kind LIMIT ?2"
                    : CONFLICT_COLUMNS " WHERE c.entity = ?1 ORDER BY c.pairs DESC, c.kind LIMIT ?2",
                err);
    bind_group(out, group, limit);
}

bool next_conflict(struct cursor *c, struct conflict_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct conflict_row){.entity = cursor_id(c, 0),
                                 .kind = cursor_span(c, 1),
                                 .pairs = cursor_int(c, 2),
                                 .from = cursor_id(c, 3),
                                 .to = cursor_id(c, 4),
                                 .km = cursor_int(c, 5),
                                 .seconds = cursor_int(c, 6)};
    return true;
}

#define MEETING_COLUMNS                                                                                      \
    "SELECT m.a, m.b, x.network, y.network, m.times, m.expected, m.bits, p.key, m.time_begin FROM meeting "  \
    "AS m"                                                                                                   \
    " JOIN entity AS x ON x.entity = m.a JOIN entity AS y ON y.entity = m.b JOIN place AS p ON p.place = "   \
    "m.place"

void read_meetings(struct store *store, struct group group, unsigned limit, struct cursor *out,
                   struct bowline_error *err)
{
    cursor_open(out, store,
                group.scope == SCOPE_NETWORK ? MEETING_COLUMNS
                    " WHERE x.network = ?1 OR y.network = ?1 ORDER BY m.bits DESC, m.a, m.b LIMIT ?2"
                                             : MEETING_COLUMNS
                    " WHERE m.a = ?1 OR m.b = ?1 ORDER BY m.bits DESC, m.a, m.b LIMIT ?2",
                err);
    bind_group(out, group, limit);
}

bool next_meeting(struct cursor *c, struct meeting_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct meeting_row){.a = cursor_id(c, 0),
                                .b = cursor_id(c, 1),
                                .a_network = cursor_id(c, 2),
                                .b_network = cursor_id(c, 3),
                                .times = cursor_int(c, 4),
                                .expected = cursor_int(c, 5),
                                .bits = (millibits)cursor_int(c, 6),
                                .place = cursor_span(c, 7),
                                .begin = cursor_int(c, 8)};
    return true;
}
