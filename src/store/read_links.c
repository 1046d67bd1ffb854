/* Links, the summands of each, and ties. */
#include "store/read_links.h"

#define LINK_COLUMNS                                                                                         \
    "SELECT l.link, l.from_record, l.to_record, l.from_party, l.to_party, l.bits, l.probability FROM "
#define STRONGEST " ORDER BY l.bits DESC, l.link LIMIT "

void read_record_links(struct store *store, uint32_t record, unsigned limit, struct cursor *out,
                       struct bowline_error *err)
{
    cursor_open(out, store,
                LINK_COLUMNS
                "link_end AS d CROSS JOIN link AS l ON l.link = d.link WHERE d.record = ?1" STRONGEST "?2",
                err);
    cursor_bind(out, 1, record);
    cursor_bind(out, 2, limit);
}

void read_entity_links(struct store *store, uint32_t entity, unsigned limit, struct cursor *out,
                       struct bowline_error *err)
{
    cursor_open(out, store,
                LINK_COLUMNS "entity_party AS m CROSS JOIN link_end AS d ON d.record = m.record"
                             " CROSS JOIN link AS l ON l.link = d.link AND l.from_record = m.record"
                             " AND l.from_party = m.party CROSS JOIN entity_party AS n"
                             " ON n.entity = ?1 AND n.record = l.to_record AND n.party = l.to_party"
                             " WHERE m.entity = ?1" STRONGEST "?2",
                err);
    cursor_bind(out, 1, entity);
    cursor_bind(out, 2, limit);
}

void read_links_between(struct store *store, uint32_t a, uint32_t b, struct cursor *out,
                        struct bowline_error *err)
{
    cursor_open(out, store,
                LINK_COLUMNS
                "link_end AS d CROSS JOIN link AS l ON l.link = d.link AND l.from_record = min(?1, ?2)"
                " AND l.to_record = max(?1, ?2) WHERE d.record = max(?1, ?2)" STRONGEST "16",
                err);
    cursor_bind(out, 1, a);
    cursor_bind(out, 2, b);
}

void read_link(struct store *store, uint32_t link, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store, LINK_COLUMNS "link AS l WHERE l.link = ?1", err);
    cursor_bind(out, 1, link);
}

bool next_link(struct cursor *c, struct link_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct link_row){
        .link = cursor_id(c, 0),
        .from_record = cursor_id(c, 1),
        .to_record = cursor_id(c, 2),
        .from_party = cursor_span(c, 3),
        .to_party = cursor_span(c, 4),
        .bits = (millibits)cursor_int(c, 5),
        .probability = cursor_real(c, 6),
    };
    return true;
}

void read_evidence(struct store *store, uint32_t link, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT e.kind, e.level, e.value, e.bits, i.type, i.value, i.protected, o.records, o.others,"
                " o.places, o.exclusive, o.bits FROM link AS l CROSS JOIN summands(l.evidence) AS e"
                " LEFT JOIN identifier AS i ON e.kind = 'identifier' AND i.identifier = e.value"
                " LEFT JOIN ownership AS o ON o.kind = e.kind AND o.value = e.value WHERE l.link = ?1",
                err);
    cursor_bind(out, 1, link);
}

bool next_evidence(struct cursor *c, struct evidence_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct evidence_row){
        .kind = cursor_span(c, 0),
        .level = cursor_span(c, 1),
        .value = cursor_id(c, 2),
        .bits = (millibits)cursor_int(c, 3),
        .type = cursor_span(c, 4),
        .text = cursor_value(c, 5),
        .is_protected = cursor_int(c, 6) != 0,
        .ownership = {.is_known = cursor_int(c, 7) > 0,
                      .records = cursor_int(c, 7),
                      .others = cursor_int(c, 8),
                      .places = cursor_int(c, 9),
                      .exclusive = cursor_real(c, 10),
                      .bits = (millibits)cursor_int(c, 11)},
    };
    return true;
}

void read_calibration(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(
        out, store,
        "SELECT type, bin, pairs, agree, claimed, coalesce(actual, -1) FROM calibration ORDER BY type, bin",
        err);
}

bool next_calibration(struct cursor *c, struct calibration_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct calibration_row){
        .type = cursor_span(c, 0),
        .bin = cursor_id(c, 1),
        .pairs = cursor_int(c, 2),
        .agree = cursor_int(c, 3),
        .claimed = cursor_real(c, 4),
        .actual = cursor_real(c, 5),
    };
    return true;
}

#define TIE_COLUMNS                                                                                          \
    "SELECT t.from_record, t.to_record, t.from_entity, t.to_entity, t.kind, t.records, t.example, t.bits,"   \
    " t.network FROM "
#define TIE_ORDER " ORDER BY t.bits DESC, t.from_record, t.to_record, t.kind LIMIT "

void read_network_ties(struct store *store, uint32_t network, unsigned limit, struct cursor *out,
                       struct bowline_error *err)
{
    cursor_open(out, store, TIE_COLUMNS "tie AS t WHERE t.network = ?1 AND t.network > 0" TIE_ORDER "?2",
                err);
    cursor_bind(out, 1, network);
    cursor_bind(out, 2, limit);
}

void read_weak_ties(struct store *store, uint32_t network, unsigned limit, struct cursor *out,
                    struct bowline_error *err)
{
    cursor_open(out, store,
                TIE_COLUMNS "(SELECT t.rowid AS id FROM entity AS e CROSS JOIN tie AS t ON t.from_entity = "
                            "e.entity AND t.from_entity > 0"
                            " WHERE e.network = ?1 AND t.network = 0"
                            " UNION SELECT t.rowid FROM entity AS e CROSS JOIN tie AS t ON t.to_entity = "
                            "e.entity AND t.to_entity > 0"
                            " WHERE e.network = ?1 AND t.network = 0) AS w"
                            " CROSS JOIN tie AS t ON t.rowid = w.id" TIE_ORDER "?2",
                err);
    cursor_bind(out, 1, network);
    cursor_bind(out, 2, limit);
}

static const char between_entities[] = TIE_COLUMNS
    "(SELECT rowid AS id FROM tie WHERE from_entity = ?1 AND to_entity = ?2 AND from_entity > 0 UNION"
    " SELECT rowid FROM tie WHERE from_entity = ?2 AND to_entity = ?1 AND from_entity > 0) AS w"
    " CROSS JOIN tie AS t ON t.rowid = w.id" TIE_ORDER "?3";

/* One side stands alone, so that its own record is the tie's. */
static const char between_records[] =
    TIE_COLUMNS "(SELECT rowid AS id FROM tie WHERE from_record = ?4 AND from_entity = 0 AND to_entity = ?1"
                " AND (?1 > 0 OR to_record = ?2) UNION"
                " SELECT rowid FROM tie WHERE to_record = ?4 AND to_entity = 0 AND from_entity = ?1"
                " AND (?1 > 0 OR from_record = ?2)) AS w"
                " CROSS JOIN tie AS t ON t.rowid = w.id" TIE_ORDER "?3";

void read_ties_between(struct store *store, struct node a, struct node b, unsigned limit, struct cursor *out,
                       struct bowline_error *err)
{
    struct node lone = b.entity == 0 ? b : a;
    struct node other = b.entity == 0 ? a : b;
    bool is_lone = lone.entity == 0;
    cursor_open(out, store, is_lone ? between_records : between_entities, err);
    cursor_bind(out, 1, is_lone ? other.entity : a.entity);
    cursor_bind(out, 2, is_lone ? other.record : b.entity);
    cursor_bind(out, 3, limit);
    if (is_lone)
        cursor_bind(out, 4, lone.record);
}

bool next_tie(struct cursor *c, struct tie_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct tie_row){
        .from_record = cursor_id(c, 0),
        .to_record = cursor_id(c, 1),
        .from_entity = cursor_id(c, 2),
        .to_entity = cursor_id(c, 3),
        .kind = cursor_span(c, 4),
        .records = cursor_int(c, 5),
        .example = cursor_id(c, 6),
        .bits = (millibits)cursor_int(c, 7),
        .network = cursor_id(c, 8),
    };
    return true;
}
