/* What a person looks up from a view. */
#include "store/read_views.h"

#include "store/statement.h"

#define NAMED_COLUMNS                                                                                        \
    "SELECT i.identifier, i.type, i.value, i.protected, i.records, o.records, o.others, o.places,"           \
    " o.exclusive, o.bits FROM "
#define NAMED_REST                                                                                           \
    " LEFT JOIN ownership AS o ON o.kind = 'identifier' AND o.value = i.identifier"                          \
    " WHERE i.value = ?2 AND i.protected = 0 AND (?1 = '' OR i.type = ?1)"                                   \
    " ORDER BY i.records DESC, i.identifier LIMIT ?3"

void read_identifiers_named(struct store *store, struct span type, struct span value, unsigned limit,
                            struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                store->keys ? NAMED_COLUMNS
                    "identifier_token AS k CROSS JOIN identifier AS i ON i.identifier = k.identifier"
                    " AND k.token = token('identifier.value', ?2)" NAMED_REST
                            : NAMED_COLUMNS "identifier AS i" NAMED_REST,
                err);
    cursor_bind_text(out, 1, type);
    cursor_bind_text(out, 2, value);
    cursor_bind(out, 3, limit);
}

void read_identifier_records(struct store *store, uint32_t identifier, unsigned limit, struct cursor *out,
                             struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT u.record, m.entity, u.party FROM (SELECT DISTINCT record, party FROM identifier_use"
                " WHERE identifier = ?1 ORDER BY record LIMIT ?2) AS u"
                " LEFT JOIN entity_member AS m ON m.record = u.record AND m.party = u.party"
                " ORDER BY u.record, u.party",
                err);
    cursor_bind(out, 1, identifier);
    cursor_bind(out, 2, limit);
}

#define USES                                                                                                 \
    "(SELECT DISTINCT record, party FROM identifier_use WHERE identifier = ?1 ORDER BY record LIMIT ?2) AS " \
    "u"

void read_identifiers_beside(struct store *store, uint32_t identifier, unsigned within, unsigned limit,
                             struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT i.identifier, i.type, i.value, i.protected, g.n, o.records, o.others, o.places,"
                " o.exclusive, o.bits FROM (SELECT k.identifier AS identifier, count(DISTINCT k.record) AS n"
                " FROM " USES " CROSS JOIN identifier_use AS k"
                " ON k.record = u.record AND k.party = u.party WHERE k.identifier <> ?1"
                " GROUP BY k.identifier) AS g JOIN identifier AS i ON i.identifier = g.identifier"
                " LEFT JOIN ownership AS o ON o.kind = 'identifier' AND o.value = g.identifier"
                " ORDER BY g.n DESC, i.identifier LIMIT ?3",
                err);
    cursor_bind(out, 1, identifier);
    cursor_bind(out, 2, within);
    cursor_bind(out, 3, limit);
}

void read_identifier_entities(struct store *store, uint32_t identifier, unsigned within, unsigned limit,
                              struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT e.entity, e.network, g.n, e.records FROM (SELECT m.entity AS entity,"
                " count(DISTINCT u.record) AS n FROM " USES
                " CROSS JOIN entity_member AS m ON m.record = u.record AND m.party = u.party"
                " GROUP BY m.entity) AS g JOIN entity AS e ON e.entity = g.entity"
                " ORDER BY g.n DESC, e.entity LIMIT ?3",
                err);
    cursor_bind(out, 1, identifier);
    cursor_bind(out, 2, within);
    cursor_bind(out, 3, limit);
}

bool next_group_use(struct cursor *c, struct group_use_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct group_use_row){.entity = cursor_id(c, 0),
                                  .network = cursor_id(c, 1),
                                  .records = cursor_int(c, 2),
                                  .all = cursor_int(c, 3)};
    return true;
}

/* The index link_unsure holds links within six bits, odds of 64 to 1: beyond these a person rarely differs.
 */
void read_unsure_links(struct store *store, millibits most, unsigned limit, struct cursor *out,
                       struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT l.link, l.from_record, l.to_record, l.from_party, l.to_party, l.bits, l.probability,"
                " m.entity, n.entity, a.network, b.network, e.records, f.records"
                " FROM (SELECT link FROM link WHERE bits BETWEEN -6000 AND 6000"
                " AND abs(bits) <= ?1 ORDER BY abs(bits), link LIMIT ?2) AS k"
                " CROSS JOIN link AS l ON l.link = k.link"
                " LEFT JOIN entity_member AS m ON m.record = l.from_record AND m.party = l.from_party"
                " LEFT JOIN entity_member AS n ON n.record = l.to_record AND n.party = l.to_party"
                " LEFT JOIN entity AS e ON e.entity = m.entity LEFT JOIN entity AS f ON f.entity = n.entity"
                " LEFT JOIN assignment AS a ON a.record = l.from_record"
                " LEFT JOIN assignment AS b ON b.record = l.to_record",
                err);
    cursor_bind(out, 1, most);
    cursor_bind(out, 2, limit);
}

bool next_unsure(struct cursor *c, struct unsure_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct unsure_row){.link = {.link = cursor_id(c, 0),
                                        .from_record = cursor_id(c, 1),
                                        .to_record = cursor_id(c, 2),
                                        .from_party = cursor_span(c, 3),
                                        .to_party = cursor_span(c, 4),
                                        .bits = (millibits)cursor_int(c, 5),
                                        .probability = cursor_real(c, 6)},
                               .entity = {cursor_id(c, 7), cursor_id(c, 8)},
                               .network = {cursor_id(c, 9), cursor_id(c, 10)},
                               .records = {cursor_int(c, 11), cursor_int(c, 12)}};
    for (unsigned side = 0; side < 2; side++)
        if (row->records[side] == 0)
            row->records[side] = 1;
    return true;
}

#define OF_GROUP(what, from, join)                                                                           \
    {                                                                                                        \
        what " FROM (SELECT record FROM entity_record WHERE entity = ?1) AS a" from join,                    \
            what " FROM (SELECT record FROM assignment WHERE network = ?1 AND network > 0) AS a" from join   \
    }
#define SIGHTINGS " CROSS JOIN sighting AS s ON s.record = a.record"

void read_located_places(struct store *store, struct group group, unsigned limit, struct cursor *out,
                         struct bowline_error *err)
{
    static const char *const sql[] =
        OF_GROUP("SELECT p.key, p.lat, p.lon, count(*) AS n", SIGHTINGS,
                 " CROSS JOIN place AS p ON p.place = s.place WHERE s.place > 0 AND p.lat IS NOT NULL"
                 " GROUP BY p.place ORDER BY n DESC, p.key LIMIT ?2");
    cursor_open(out, store, sql[group.scope], err);
    cursor_bind(out, 1, group.id);
    cursor_bind(out, 2, limit);
}

bool next_located(struct cursor *c, struct located_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct located_row){.place = cursor_span(c, 0),
                                .lat = cursor_real(c, 1),
                                .lon = cursor_real(c, 2),
                                .records = cursor_int(c, 3)};
    return true;
}

void read_kind_months(struct store *store, struct group group, unsigned limit, struct cursor *out,
                      struct bowline_error *err)
{
    static const char *const sql[] =
        OF_GROUP("SELECT q.kind, strftime('%Y-%m', s.time_begin, 'unixepoch') AS month, count(*)", SIGHTINGS,
                 " CROSS JOIN record AS r ON r.record = a.record CROSS JOIN resource AS q"
                 " ON q.resource = r.resource WHERE s.time_begin IS NOT NULL AND month IS NOT NULL"
                 " GROUP BY month, q.kind ORDER BY month, q.kind LIMIT ?2");
    cursor_open(out, store, sql[group.scope], err);
    cursor_bind(out, 1, group.id);
    cursor_bind(out, 2, limit);
}

void read_networks_from(struct store *store, uint32_t first, unsigned limit, struct cursor *out,
                        struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT network, entities, records, bits FROM network WHERE network >= ?1 ORDER BY network"
                " LIMIT ?2",
                err);
    cursor_bind(out, 1, first);
    cursor_bind(out, 2, limit);
}
