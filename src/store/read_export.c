/* Whole tables in the order of their ids. */
#include "store/read_export.h"

void read_all_records(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT r.record, r.resource, r.key, r.line, r.byte, r.length, r.duplicate_of, '', a.entity,"
                " a.network, s.time_begin, s.time_end, p.key FROM record AS r"
                " LEFT JOIN assignment AS a ON a.record = r.record"
                " LEFT JOIN sighting AS s ON s.record = r.record"
                " LEFT JOIN place AS p ON p.place = s.place ORDER BY r.record",
                err);
}

void read_all_entities(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store, "SELECT entity, network, records FROM entity ORDER BY entity", err);
}

void read_all_networks(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store, "SELECT network, entities, records, bits FROM network ORDER BY network", err);
}

void read_all_links(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT link, from_record, to_record, from_party, to_party, bits, probability FROM link"
                " ORDER BY link",
                err);
}

void read_all_ties(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT from_record, to_record, from_entity, to_entity, kind, records, example, bits, network"
                " FROM tie ORDER BY from_record, to_record, kind",
                err);
}

void read_all_templates(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store, "SELECT template, records, bits, text FROM template ORDER BY template", err);
}

void read_all_evidence(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT l.link, e.kind, e.level, e.value, e.bits, i.type, i.value, i.protected"
                " FROM link AS l CROSS JOIN summands(l.evidence) AS e"
                " LEFT JOIN identifier AS i ON e.kind = 'identifier' AND i.identifier = e.value"
                " ORDER BY l.link",
                err);
}

bool next_evidence_line(struct cursor *c, struct evidence_line *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct evidence_line){
        .link = cursor_id(c, 0),
        .kind = cursor_span(c, 1),
        .level = cursor_span(c, 2),
        .value = cursor_id(c, 3),
        .bits = (millibits)cursor_int(c, 4),
        .type = cursor_span(c, 5),
        .text = cursor_value(c, 6),
        .is_protected = cursor_int(c, 7) != 0,
    };
    return true;
}

void read_all_members(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store, "SELECT template, record, bits FROM template_member ORDER BY template, record",
                err);
}

void read_all_uses(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT u.record, u.field, u.identifier, u.start, u.end, u.party, i.type, i.value, u.form,"
                " i.protected, u.bits FROM identifier_use AS u"
                " JOIN identifier AS i ON i.identifier = u.identifier"
                " ORDER BY u.record, u.use",
                err);
}

bool next_use_line(struct cursor *c, struct use_line *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct use_line){
        .record = cursor_id(c, 0),
        .field = cursor_id(c, 1),
        .identifier = cursor_id(c, 2),
        .start = cursor_id(c, 3),
        .end = cursor_id(c, 4),
        .party = cursor_span(c, 5),
        .type = cursor_span(c, 6),
        .value = cursor_value(c, 7),
        .form = cursor_span(c, 8),
        .is_protected = cursor_int(c, 9) != 0,
        .bits = (millibits)cursor_int(c, 10),
    };
    return true;
}

void read_all_rejects(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT resource, line, byte, column_name, reason FROM reject"
                " UNION ALL SELECT r.resource, r.line, r.byte, f.name, i.reason FROM identifier_reject AS i"
                " CROSS JOIN record AS r ON r.record = i.record CROSS JOIN field AS f ON f.field = i.field"
                " ORDER BY 1, 2, 3, 4, 5",
                err);
}

bool next_reject(struct cursor *c, struct reject_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct reject_row){
        .resource = cursor_id(c, 0),
        .line = cursor_int(c, 1),
        .byte = cursor_int(c, 2),
        .column = cursor_span(c, 3),
        .reason = cursor_span(c, 4),
    };
    return true;
}
