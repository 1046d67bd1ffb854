/* Which parties of records an entity is made of, and values by their names. */
#include "store/read_members.h"

void read_members(struct store *store, uint32_t entity, unsigned limit, struct cursor *out,
                  struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT record, entity, party FROM entity_party WHERE entity = ?1 ORDER BY record, party"
                " LIMIT ?2",
                err);
    cursor_bind(out, 1, entity);
    cursor_bind(out, 2, limit);
}

void read_record_members(struct store *store, uint32_t record, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT record, entity, party FROM entity_member WHERE record = ?1 ORDER BY party", err);
    cursor_bind(out, 1, record);
}

bool next_member(struct cursor *c, struct member_row *row)
{
    if (!cursor_next(c))
        return false;
    *row =
        (struct member_row){.record = cursor_id(c, 0), .entity = cursor_id(c, 1), .party = cursor_span(c, 2)};
    return true;
}

void read_named_values(struct store *store, struct span type, struct span value, struct cursor *out,
                       struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT identifier, type, value, protected FROM identifier WHERE (?1 = '' OR type = ?1)"
                " AND (?2 = '' OR value = ?2) ORDER BY identifier",
                err);
    cursor_bind_text(out, 1, type);
    cursor_bind_text(out, 2, value);
}

bool next_named_value(struct cursor *c, struct named_value_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct named_value_row){.value = cursor_id(c, 0),
                                    .type = cursor_span(c, 1),
                                    .text = cursor_value(c, 2),
                                    .is_protected = cursor_int(c, 3) != 0};
    return true;
}

void read_template_text(struct store *store, uint32_t template_id, struct cursor *out,
                        struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT t.text, (SELECT min(m.record) FROM template_member AS m WHERE m.template = ?1)"
                " FROM template AS t WHERE t.template = ?1",
                err);
    cursor_bind(out, 1, template_id);
}

bool next_template_text(struct cursor *c, struct span *text, uint32_t *record)
{
    if (!cursor_next(c))
        return false;
    *text = cursor_span(c, 0);
    *record = cursor_id(c, 1);
    return true;
}

void read_value_evidence(struct store *store, struct span kind, uint32_t value, struct cursor *out,
                         struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT i.type, i.value, i.protected, o.records, o.others, o.places, o.exclusive, o.bits"
                " FROM (SELECT ?1 AS kind, ?2 AS value) AS e"
                " LEFT JOIN identifier AS i ON e.kind = 'identifier' AND i.identifier = e.value"
                " LEFT JOIN ownership AS o ON o.kind = e.kind AND o.value = e.value",
                err);
    cursor_bind_text(out, 1, kind);
    cursor_bind(out, 2, value);
}

bool next_value_evidence(struct cursor *c, struct evidence_row *row)
{
    if (!cursor_next(c))
        return false;
    row->type = cursor_span(c, 0);
    row->text = cursor_value(c, 1);
    row->is_protected = cursor_int(c, 2) != 0;
    row->ownership = (struct ownership_row){.is_known = cursor_int(c, 3) > 0,
                                            .records = cursor_int(c, 3),
                                            .others = cursor_int(c, 4),
                                            .places = cursor_int(c, 5),
                                            .exclusive = cursor_real(c, 6),
                                            .bits = (millibits)cursor_int(c, 7)};
    return true;
}
