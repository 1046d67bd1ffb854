/* Roles and rivals, read. */
#include "store/read_roles.h"

void read_roles(struct store *store, uint32_t network, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                network
                    ? "SELECT role, network, entity, what, likelihood, confidence, records, of, members, bits"
                      " FROM role WHERE network = ?1 ORDER BY role"
                    : "SELECT role, network, entity, what, likelihood, confidence, records, of, members, bits"
                      " FROM role WHERE ?1 = 0 ORDER BY role",
                err);
    cursor_bind(out, 1, network);
}

bool next_role(struct cursor *c, struct role_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct role_row){
        .role = cursor_id(c, 0),
        .network = cursor_id(c, 1),
        .entity = cursor_id(c, 2),
        .what = cursor_span(c, 3),
        .likelihood = cursor_span(c, 4),
        .confidence = cursor_span(c, 5),
        .records = cursor_int(c, 6),
        .of = cursor_int(c, 7),
        .members = cursor_int(c, 8),
        .bits = (millibits)cursor_int(c, 9),
    };
    return true;
}

void read_role_records(struct store *store, uint32_t role, unsigned limit, struct cursor *out,
                       struct bowline_error *err)
{
    cursor_open(out, store,
                role ? "SELECT role, record FROM role_record WHERE role = ?1 ORDER BY position LIMIT ?2"
                     : "SELECT role, record FROM role_record WHERE ?1 = 0 ORDER BY role, position LIMIT ?2",
                err);
    cursor_bind(out, 1, role);
    cursor_bind(out, 2, limit);
}

void read_rivals(struct store *store, uint32_t network, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store, "SELECT network, title, side, what FROM rival WHERE network = ?1 ORDER BY rival",
                err);
    cursor_bind(out, 1, network);
}

bool next_rival(struct cursor *c, struct rival_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct rival_row){cursor_id(c, 0), cursor_span(c, 1), cursor_span(c, 2), cursor_span(c, 3)};
    return true;
}

void read_network_reports(struct store *store, uint32_t network, unsigned limit, struct cursor *out,
                          struct bowline_error *err)
{
    cursor_open(
        out, store,
        "SELECT record FROM report_join WHERE other IN (SELECT record FROM assignment WHERE network = ?1)"
        " UNION SELECT a.record FROM assignment AS a JOIN record AS r ON r.record = a.record"
        " JOIN resource AS s ON s.resource = r.resource WHERE a.network = ?1 AND s.kind = 'report'"
        " ORDER BY 1 LIMIT ?2",
        err);
    cursor_bind(out, 1, network);
    cursor_bind(out, 2, limit);
}

bool next_network_report(struct cursor *c, uint32_t *record)
{
    if (!cursor_next(c))
        return false;
    *record = cursor_id(c, 0);
    return true;
}
