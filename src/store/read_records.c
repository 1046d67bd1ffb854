/* Records, and what was read in each. */
#include "store/read_records.h"

#include "store/statement.h"

#define RECORD_COLUMNS                                                                                       \
    "SELECT r.record, r.resource, r.key, r.line, r.byte, r.length, r.duplicate_of, r.source, a.entity,"      \
    " a.network, s.time_begin, s.time_end, p.key, s.surety = 'unsure' FROM "
#define RECORD_JOINS                                                                                         \
    " LEFT JOIN assignment AS a ON a.record = r.record LEFT JOIN sighting AS s ON s.record = r.record"       \
    " LEFT JOIN place AS p ON p.place = s.place "

void read_record(struct store *store, uint32_t record, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store, RECORD_COLUMNS "record AS r" RECORD_JOINS "WHERE r.record = ?1", err);
    cursor_bind(out, 1, record);
}

void read_record_named(struct store *store, uint32_t resource, struct span key, struct cursor *out,
                       struct bowline_error *err)
{
    static const char plain[] =
        RECORD_COLUMNS "record AS r" RECORD_JOINS
                       "WHERE r.key = ?1 AND (?2 = 0 OR r.resource = ?2) ORDER BY r.record LIMIT 2";
    static const char sealed[] =
        RECORD_COLUMNS "(SELECT record FROM record_token WHERE token = token('record.key', ?1)) AS k"
                       " CROSS JOIN record AS r ON r.record = k.record" RECORD_JOINS
                       "WHERE r.key = ?1 AND (?2 = 0 OR r.resource = ?2) ORDER BY r.record LIMIT 2";
    cursor_open(out, store, store_is_sealed(store) ? sealed : plain, err);
    cursor_bind_text(out, 1, key);
    cursor_bind(out, 2, resource);
}

void read_entity_records(struct store *store, uint32_t entity, unsigned limit, struct cursor *out,
                         struct bowline_error *err)
{
    cursor_open(out, store,
                RECORD_COLUMNS "(SELECT DISTINCT record FROM entity_party WHERE entity = ?1"
                               " ORDER BY record LIMIT ?2) AS m"
                               " CROSS JOIN record AS r ON r.record = m.record" RECORD_JOINS
                               "ORDER BY r.record",
                err);
    cursor_bind(out, 1, entity);
    cursor_bind(out, 2, limit);
}

void read_lone_records(struct store *store, uint32_t network, unsigned limit, struct cursor *out,
                       struct bowline_error *err)
{
    cursor_open(out, store,
                RECORD_COLUMNS
                "(SELECT record FROM assignment WHERE network = ?1 AND network > 0 AND entity = 0"
                " ORDER BY record LIMIT ?2) AS m"
                " CROSS JOIN record AS r ON r.record = m.record" RECORD_JOINS "ORDER BY r.record",
                err);
    cursor_bind(out, 1, network);
    cursor_bind(out, 2, limit);
}

void read_resource_records(struct store *store, uint32_t resource, struct cursor *out,
                           struct bowline_error *err)
{
    /* Records are stored resource after resource, so the key's own order is that of the resource. */
    cursor_open(
        out, store,
        "SELECT record, resource, key, line, byte, length, duplicate_of, source, 0, 0, NULL, NULL, ''"
        " FROM record WHERE record > (SELECT coalesce(sum(records), 0) FROM resource WHERE resource < ?1)"
        " AND record <= (SELECT coalesce(sum(records), 0) FROM resource WHERE resource <= ?1)"
        " ORDER BY record",
        err);
    cursor_bind(out, 1, resource);
}

bool next_record(struct cursor *c, struct record_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct record_row){
        .record = cursor_id(c, 0),
        .resource = cursor_id(c, 1),
        .key = cursor_span(c, 2),
        .line = cursor_int(c, 3),
        .byte = cursor_int(c, 4),
        .length = cursor_int(c, 5),
        .duplicate_of = cursor_id(c, 6),
        .source = cursor_span(c, 7),
        .entity = cursor_id(c, 8),
        .network = cursor_id(c, 9),
        .begin = cursor_time(c, 10),
        .end = cursor_time(c, 11),
        .place = cursor_span(c, 12),
        .is_place_unsure = cursor_int(c, 13) != 0,
    };
    return true;
}

void read_uses(struct store *store, uint32_t record, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT u.identifier, u.field, u.start, u.end, i.protected, i.type, i.value, u.party, u.form"
                " FROM identifier_use AS u JOIN identifier AS i ON i.identifier = u.identifier"
                " WHERE u.record = ?1 ORDER BY u.field, u.start, u.identifier",
                err);
    cursor_bind(out, 1, record);
}

bool next_use(struct cursor *c, struct use_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct use_row){
        .identifier = cursor_id(c, 0),
        .field = cursor_id(c, 1),
        .start = cursor_id(c, 2),
        .end = cursor_id(c, 3),
        .is_protected = cursor_int(c, 4) != 0,
        .type = cursor_span(c, 5),
        .value = cursor_value(c, 6),
        .party = cursor_span(c, 7),
        .form = cursor_span(c, 8),
    };
    return true;
}

void read_record_template(struct store *store, uint32_t record, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT t.template, t.records, m.bits, t.text FROM template_member AS m"
                " JOIN template AS t ON t.template = m.template WHERE m.record = ?1 ORDER BY t.template",
                err);
    cursor_bind(out, 1, record);
}

void read_template_members(struct store *store, uint32_t template_id, unsigned limit, struct cursor *out,
                           struct bowline_error *err)
{
    cursor_open(
        out, store,
        "SELECT template, record, bits FROM template_member WHERE template = ?1 ORDER BY record LIMIT ?2",
        err);
    cursor_bind(out, 1, template_id);
    cursor_bind(out, 2, limit);
}

bool next_member_line(struct cursor *c, struct member_line *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct member_line){cursor_id(c, 0), cursor_id(c, 1), (millibits)cursor_int(c, 2)};
    return true;
}

bool next_record_template(struct cursor *c, struct record_template_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct record_template_row){
        .template_id = cursor_id(c, 0),
        .records = cursor_int(c, 1),
        .bits = (millibits)cursor_int(c, 2),
        .text = cursor_span(c, 3),
    };
    return true;
}

void read_cell_rejects(struct store *store, uint32_t record, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT j.column_name, j.reason FROM record AS r JOIN reject AS j"
                " ON j.resource = r.resource AND j.line = r.line AND j.byte = r.byte WHERE r.record = ?1"
                " UNION ALL SELECT f.name, i.reason FROM identifier_reject AS i"
                " JOIN field AS f ON f.field = i.field WHERE i.record = ?1",
                err);
    cursor_bind(out, 1, record);
}

bool next_cell_reject(struct cursor *c, struct cell_reject_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct cell_reject_row){.column = cursor_span(c, 0), .reason = cursor_span(c, 1)};
    return true;
}

enum bowline_status read_search_total(struct store *store, struct span query, int64_t *out,
                                      struct bowline_error *err)
{
    struct cursor c;
    *out = 0;
    cursor_open(&c, store, "SELECT count(*) FROM search WHERE search MATCH ?1", err);
    cursor_bind_text(&c, 1, query);
    if (cursor_next(&c))
        *out = cursor_int(&c, 0);
    return cursor_close(&c);
}

void read_search(struct store *store, struct span query, unsigned limit, struct cursor *out,
                 struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY bm25(search), rowid LIMIT ?2", err);
    cursor_bind_text(out, 1, query);
    cursor_bind(out, 2, limit);
}

bool next_found(struct cursor *c, uint32_t *record)
{
    if (!cursor_next(c))
        return false;
    *record = cursor_id(c, 0);
    return true;
}

enum bowline_status read_record_count(struct store *store, uint64_t *out, struct bowline_error *err)
{
    int64_t count = 0;
    enum bowline_status status =
        statement_count(store, "SELECT coalesce(max(record), 0) FROM record", &count, err);
    *out = (uint64_t)count;
    return status;
}
