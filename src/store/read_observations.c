/* What reports state, and the records that they speak of. */
#include "store/read_observations.h"

#define OBSERVATION_COLUMNS                                                                                  \
    "SELECT b.record, b.field, b.start, b.end, b.kind, b.value, b.count, b.noun, b.qualifier,"               \
    " b.attribution, o.origin FROM observation AS b LEFT JOIN report_origin AS o ON o.record = b.record "

void read_observations(struct store *store, uint32_t record, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store, OBSERVATION_COLUMNS "WHERE b.record = ?1 ORDER BY b.observation", err);
    cursor_bind(out, 1, record);
}

void read_all_observations(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store, OBSERVATION_COLUMNS "ORDER BY b.observation", err);
}

bool next_observation(struct cursor *c, struct observation_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct observation_row){
        .record = cursor_id(c, 0),
        .field = cursor_id(c, 1),
        .start = cursor_id(c, 2),
        .end = cursor_id(c, 3),
        .kind = cursor_span(c, 4),
        .value = cursor_span(c, 5),
        .count = cursor_int(c, 6),
        .noun = cursor_span(c, 7),
        .qualifier = cursor_span(c, 8),
        .attribution = cursor_span(c, 9),
        .origin = cursor_id(c, 10),
    };
    row->is_count = span_equal(row->kind, span_of("count"));
    return true;
}

void read_report_joins(struct store *store, uint32_t record, unsigned limit, struct cursor *out,
                       struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT other, by, value FROM report_join WHERE record = ?1 ORDER BY by, other LIMIT ?2",
                err);
    cursor_bind(out, 1, record);
    cursor_bind(out, 2, limit);
}

bool next_join(struct cursor *c, struct join_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct join_row){cursor_id(c, 0), cursor_span(c, 1), cursor_span(c, 2)};
    return true;
}

void read_reports(struct store *store, unsigned limit, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store, "SELECT record FROM report_origin ORDER BY record LIMIT ?1", err);
    cursor_bind(out, 1, limit);
}

bool next_report(struct cursor *c, uint32_t *record)
{
    if (!cursor_next(c))
        return false;
    *record = cursor_id(c, 0);
    return true;
}

enum bowline_status read_report_totals(struct store *store, struct report_totals *out,
                                       struct bowline_error *err)
{
    struct cursor c;
    *out = (struct report_totals){0};
    cursor_open(
        &c, store,
        "SELECT count(*), count(DISTINCT origin), (SELECT count(*) FROM observation) FROM report_origin",
        err);
    if (cursor_next(&c))
        *out = (struct report_totals){cursor_int(&c, 0), cursor_int(&c, 1), cursor_int(&c, 2)};
    return cursor_close(&c);
}
