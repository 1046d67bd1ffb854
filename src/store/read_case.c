/* What the case as a whole is: sources, columns, totals, rejects. */
#include "store/read_case.h"

#include <stdio.h>

enum bowline_status read_info(struct store *store, const char *name, char *out, size_t size,
                              struct bowline_error *err)
{
    struct cursor c;
    out[0] = '\0';
    cursor_open(&c, store, "SELECT value FROM case_info WHERE name = ?1", err);
    cursor_bind_text(&c, 1, span_of(name));
    if (cursor_next(&c)) {
        struct span value = cursor_span(&c, 0);
        snprintf(out, size, "%.*s", (int)value.length, value.at);
    }
    return cursor_close(&c);
}

void read_resources(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT resource, name, kind, path, format, encoding, compression, delimiter, sha256, bytes,"
                " records, rejected FROM resource ORDER BY resource",
                err);
}

bool next_resource(struct cursor *c, struct resource_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct resource_row){
        .resource = cursor_id(c, 0),
        .name = cursor_span(c, 1),
        .kind = cursor_span(c, 2),
        .path = cursor_span(c, 3),
        .format = cursor_span(c, 4),
        .encoding = cursor_span(c, 5),
        .compression = cursor_span(c, 6),
        .delimiter = cursor_span(c, 7),
        .sha256 = cursor_span(c, 8),
        .bytes = cursor_int(c, 9),
        .records = cursor_int(c, 10),
        .rejected = cursor_int(c, 11),
    };
    return true;
}

void read_fields(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT field, resource, position, name, party, type, format FROM field ORDER BY field", err);
}

bool next_field(struct cursor *c, struct field_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct field_row){
        .field = cursor_id(c, 0),
        .resource = cursor_id(c, 1),
        .position = cursor_id(c, 2),
        .name = cursor_span(c, 3),
        .party = cursor_span(c, 4),
        .type = cursor_span(c, 5),
        .format = cursor_span(c, 6),
    };
    return true;
}

static const char reject_groups_sql[] =
    "SELECT resource, column_name, reason, count, line FROM ("
    " SELECT resource, column_name, reason, count(*) AS count, min(line) AS line FROM reject"
    " GROUP BY resource, column_name, reason"
    " UNION ALL"
    " SELECT f.resource, f.name, g.reason, g.count, r.line FROM"
    " (SELECT field, reason, count(*) AS count, min(record) AS record FROM identifier_reject"
    "  GROUP BY field, reason) AS g"
    " JOIN field AS f ON f.field = g.field JOIN record AS r ON r.record = g.record)"
    " ORDER BY count DESC, resource, line, column_name, reason LIMIT ?1";

void read_reject_groups(struct store *store, unsigned limit, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store, reject_groups_sql, err);
    cursor_bind(out, 1, limit);
}

bool next_reject_group(struct cursor *c, struct reject_group_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct reject_group_row){
        .resource = cursor_id(c, 0),
        .column = cursor_span(c, 1),
        .reason = cursor_span(c, 2),
        .count = cursor_int(c, 3),
        .line = cursor_int(c, 4),
    };
    return true;
}
