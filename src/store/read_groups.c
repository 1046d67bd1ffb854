/* Entities and networks, and what is known of each. */
#include "store/read_groups.h"

void read_networks(struct store *store, uint32_t network, unsigned limit, struct cursor *out,
                   struct bowline_error *err)
{
    cursor_open(out, store,
                network ? "SELECT network, entities, records, bits FROM network WHERE network = ?2 LIMIT ?1"
                        : "SELECT network, entities, records, bits FROM network ORDER BY network LIMIT ?1",
                err);
    cursor_bind(out, 1, limit);
    if (network)
        cursor_bind(out, 2, network);
}

bool next_network(struct cursor *c, struct network_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct network_row){
        .network = cursor_id(c, 0),
        .entities = cursor_int(c, 1),
        .records = cursor_int(c, 2),
        .bits = (millibits)cursor_int(c, 3),
    };
    return true;
}

void read_entity(struct store *store, uint32_t entity, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store, "SELECT entity, network, records FROM entity WHERE entity = ?1", err);
    cursor_bind(out, 1, entity);
}

void read_largest_entities(struct store *store, unsigned limit, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT entity, network, records FROM entity ORDER BY records DESC, entity LIMIT ?1", err);
    cursor_bind(out, 1, limit);
}

void read_network_entities(struct store *store, uint32_t network, unsigned limit, struct cursor *out,
                           struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT entity, network, records FROM entity WHERE network = ?1"
                " ORDER BY records DESC, entity LIMIT ?2",
                err);
    cursor_bind(out, 1, network);
    cursor_bind(out, 2, limit);
}

bool next_entity(struct cursor *c, struct entity_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct entity_row){
        .entity = cursor_id(c, 0),
        .network = cursor_id(c, 1),
        .records = cursor_int(c, 2),
    };
    return true;
}

/* Opens the query of the group's scope and binds its id as ?1. */
static void open_scoped(struct cursor *out, struct store *store, struct group group, const char *const sql[2],
                        struct bowline_error *err)
{
    cursor_open(out, store, sql[group.scope], err);
    cursor_bind(out, 1, group.id);
}

/* The records of either scope. */
#define OF_ENTITY  "(SELECT record FROM entity_record WHERE entity = ?1) AS a"
#define OF_NETWORK "(SELECT record FROM assignment WHERE network = ?1 AND network > 0) AS a"

#define EXTENT(group)                                                                                        \
    "SELECT min(s.time_begin), max(max(s.time_end, s.time_begin)) FROM " group                               \
    " CROSS JOIN sighting AS s ON s.record = a.record"

enum bowline_status read_extent(struct store *store, struct group group, struct extent *out,
                                struct bowline_error *err)
{
    static const char *const sql[] = {EXTENT(OF_ENTITY), EXTENT(OF_NETWORK)};
    struct cursor c;
    *out = (struct extent){TIME_NONE, TIME_NONE};
    open_scoped(&c, store, group, sql, err);
    if (cursor_next(&c))
        *out = (struct extent){cursor_time(&c, 0), cursor_time(&c, 1)};
    return cursor_close(&c);
}

enum bowline_status read_member_total(struct store *store, uint32_t entity, int64_t *out,
                                      struct bowline_error *err)
{
    struct cursor c;
    *out = 0;
    cursor_open(&c, store, "SELECT count(DISTINCT record) FROM entity_party WHERE entity = ?1", err);
    cursor_bind(&c, 1, entity);
    if (cursor_next(&c))
        *out = cursor_int(&c, 0);
    return cursor_close(&c);
}

enum bowline_status read_common_entity(struct store *store, uint32_t a, uint32_t b, uint32_t *out,
                                       struct bowline_error *err)
{
    struct cursor c;
    *out = 0;
    cursor_open(&c, store,
                "SELECT min(m.entity) FROM entity_member AS m CROSS JOIN entity_member AS n"
                " ON n.record = ?2 AND n.entity = m.entity WHERE m.record = ?1 AND m.entity > 0",
                err);
    cursor_bind(&c, 1, a);
    cursor_bind(&c, 2, b);
    if (cursor_next(&c))
        *out = cursor_id(&c, 0);
    return cursor_close(&c);
}

#define PLACES(group)                                                                                        \
    "SELECT p.key, g.n FROM (SELECT s.place AS place, count(*) AS n FROM " group                             \
    " CROSS JOIN sighting AS s ON s.record = a.record WHERE s.place > 0"
#define PLACES_END                                                                                           \
    " GROUP BY s.place) AS g JOIN place AS p ON p.place = g.place ORDER BY g.n DESC, p.key LIMIT ?2"

void read_places(struct store *store, struct group group, unsigned limit, struct cursor *out,
                 struct bowline_error *err)
{
    static const char *const sql[] = {PLACES(OF_ENTITY) PLACES_END, PLACES(OF_NETWORK) PLACES_END};
    open_scoped(out, store, group, sql, err);
    cursor_bind(out, 2, limit);
}

bool next_place(struct cursor *c, struct place_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct place_row){.place = cursor_span(c, 0), .records = cursor_int(c, 1)};
    return true;
}

#define KINDS(group)                                                                                         \
    "SELECT q.kind, count(*) AS n FROM " group " CROSS JOIN record AS r ON r.record = a.record"              \
    " CROSS JOIN resource AS q ON q.resource = r.resource"
#define KINDS_END " GROUP BY q.kind ORDER BY n DESC, q.kind"

void read_kinds(struct store *store, struct group group, struct cursor *out, struct bowline_error *err)
{
    static const char *const sql[] = {KINDS(OF_ENTITY) KINDS_END, KINDS(OF_NETWORK) KINDS_END};
    open_scoped(out, store, group, sql, err);
}

bool next_kind(struct cursor *c, struct kind_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct kind_row){.kind = cursor_span(c, 0), .records = cursor_int(c, 1)};
    return true;
}

#define TEMPLATES(group)                                                                                     \
    "SELECT t.template, g.n, t.bits, t.text FROM (SELECT m.template AS template, count(*) AS n"              \
    " FROM " group " CROSS JOIN template_member AS m ON m.record = a.record"
#define TEMPLATES_END                                                                                        \
    " GROUP BY m.template) AS g JOIN template AS t ON t.template = g.template"                               \
    " ORDER BY g.n DESC, t.template LIMIT ?2"

void read_templates(struct store *store, struct group group, unsigned limit, struct cursor *out,
                    struct bowline_error *err)
{
    static const char *const sql[] = {TEMPLATES(OF_ENTITY) TEMPLATES_END,
                                      TEMPLATES(OF_NETWORK) TEMPLATES_END};
    open_scoped(out, store, group, sql, err);
    cursor_bind(out, 2, limit);
}

void read_template(struct store *store, uint32_t template_id, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store, "SELECT template, records, bits, text FROM template WHERE template = ?1", err);
    cursor_bind(out, 1, template_id);
}

bool next_template(struct cursor *c, struct template_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct template_row){
        .template_id = cursor_id(c, 0),
        .records = cursor_int(c, 1),
        .bits = (millibits)cursor_int(c, 2),
        .text = cursor_span(c, 3),
    };
    return true;
}

void read_identifiers(struct store *store, uint32_t entity, unsigned limit, struct cursor *out,
                      struct bowline_error *err)
{
    cursor_open(
        out, store,
        "SELECT i.identifier, i.type, i.value, i.protected, g.n, o.records, o.others, o.places,"
        " o.exclusive, o.bits FROM (SELECT u.identifier AS identifier, count(DISTINCT u.record) AS n"
        " FROM entity_party AS m CROSS JOIN identifier_use AS u"
        " ON u.record = m.record AND u.party = m.party WHERE m.entity = ?1 GROUP BY u.identifier) AS g"
        " JOIN identifier AS i ON i.identifier = g.identifier"
        " LEFT JOIN ownership AS o ON o.kind = 'identifier' AND o.value = g.identifier"
        " ORDER BY g.n DESC, i.identifier LIMIT ?2",
        err);
    cursor_bind(out, 1, entity);
    cursor_bind(out, 2, limit);
}

bool next_identifier(struct cursor *c, struct identifier_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct identifier_row){
        .identifier = cursor_id(c, 0),
        .type = cursor_span(c, 1),
        .value = cursor_value(c, 2),
        .is_protected = cursor_int(c, 3) != 0,
        .records = cursor_int(c, 4),
        .ownership = {.is_known = cursor_int(c, 5) > 0,
                      .records = cursor_int(c, 5),
                      .others = cursor_int(c, 6),
                      .places = cursor_int(c, 7),
                      .exclusive = cursor_real(c, 8),
                      .bits = (millibits)cursor_int(c, 9)},
    };
    return true;
}

#define MONTHS(group)                                                                                        \
    "SELECT p.key, strftime('%Y-%m', s.time_begin, 'unixepoch') AS month, count(*) FROM " group              \
    " CROSS JOIN sighting AS s ON s.record = a.record CROSS JOIN place AS p ON p.place = s.place"            \
    " WHERE s.time_begin IS NOT NULL AND month IS NOT NULL"
#define MONTHS_END " GROUP BY p.key, month ORDER BY p.key, month LIMIT ?2"

void read_months(struct store *store, struct group group, unsigned limit, struct cursor *out,
                 struct bowline_error *err)
{
    static const char *const sql[] = {MONTHS(OF_ENTITY) MONTHS_END, MONTHS(OF_NETWORK) MONTHS_END};
    open_scoped(out, store, group, sql, err);
    cursor_bind(out, 2, limit);
}

bool next_month(struct cursor *c, struct month_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct month_row){
        .place = cursor_span(c, 0), .month = cursor_span(c, 1), .records = cursor_int(c, 2)};
    return true;
}

void read_visits(struct store *store, uint32_t entity, unsigned limit, struct cursor *out,
                 struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT p.key, v.time_begin, v.time_end, v.sightings, v.km FROM visit AS v"
                " LEFT JOIN place AS p ON p.place = v.place WHERE v.entity = ?1"
                " ORDER BY v.time_begin, v.place LIMIT ?2",
                err);
    cursor_bind(out, 1, entity);
    cursor_bind(out, 2, limit);
}

bool next_visit(struct cursor *c, struct visit_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct visit_row){
        .place = cursor_span(c, 0),
        .begin = cursor_time(c, 1),
        .end = cursor_time(c, 2),
        .sightings = cursor_int(c, 3),
        .km = cursor_int(c, 4),
    };
    return true;
}

#define FLOWS                                                                                                \
    "SELECT f.account, i.value, f.currency, i.protected, f.payments_in, f.payments_out, f.payers, f.payees," \
    " f.cents_in, f.cents_out, f.cents_passed, f.dwell, coalesce(a.kind, ''), coalesce(a.reason, '') FROM "  \
    "(SELECT DISTINCT "                                                                                      \
    "u.identifier AS account FROM "
#define FLOWS_END                                                                                            \
    " CROSS JOIN identifier_use AS u ON u.record = m.record AND u.party = m.party) AS g"                     \
    " CROSS JOIN flow AS f ON f.account = g.account JOIN identifier AS i ON i.identifier = f.account"        \
    " LEFT JOIN account_kind AS a ON a.rowid = f.rowid"                                                      \
    " ORDER BY f.cents_in + f.cents_out DESC, f.account, f.currency LIMIT ?2"

void read_flows(struct store *store, struct group group, unsigned limit, struct cursor *out,
                struct bowline_error *err)
{
    static const char *const sql[] = {
        FLOWS "(SELECT record, party FROM entity_party WHERE entity = ?1) AS m" FLOWS_END,
        FLOWS "(SELECT k.record AS record, k.party AS party FROM entity AS e CROSS JOIN entity_party AS k"
              " ON k.entity = e.entity WHERE e.network = ?1) AS m" FLOWS_END};
    open_scoped(out, store, group, sql, err);
    cursor_bind(out, 2, limit);
}

bool next_flow(struct cursor *c, struct flow_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct flow_row){
        .account = cursor_id(c, 0),
        .value = cursor_value(c, 1),
        .currency = cursor_span(c, 2),
        .is_protected = cursor_int(c, 3) != 0,
        .payments_in = cursor_int(c, 4),
        .payments_out = cursor_int(c, 5),
        .payers = cursor_int(c, 6),
        .payees = cursor_int(c, 7),
        .cents_in = cursor_int(c, 8),
        .cents_out = cursor_int(c, 9),
        .cents_passed = cursor_int(c, 10),
        .dwell = cursor_time(c, 11),
        .kind = cursor_span(c, 12),
        .reason = cursor_span(c, 13),
    };
    return true;
}
