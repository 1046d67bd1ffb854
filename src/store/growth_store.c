/* Conclusions: growth, bursts, next places, conflicts and meetings. */
#include "store/growth_store.h"

#include "store/bulk.h"

struct fact_rows {
    const struct movement_facts *facts;
    uint32_t networks;
    size_t at;
    uint32_t number; /* of a phase in its half-year */
};

static bool next_year_row(void *context, struct bulk_row *row)
{
    struct fact_rows *rows = context;
    if (rows->at == rows->facts->growth.year_count)
        return false;
    const struct network_year *each = &rows->facts->growth.years[rows->at++];
    bulk_int(row, each->network);
    bulk_int(row, each->year);
    bulk_int(row, each->sightings);
    bulk_int(row, each->places);
    bulk_int(row, each->most);
    bulk_int(row, each->there);
    bulk_int(row, each->centre);
    bulk_int(row, each->km);
    return true;
}

static bool next_phase_row(void *context, struct bulk_row *row)
{
    struct fact_rows *rows = context;
    if (rows->at == rows->facts->phases.count)
        return false;
    const struct phase *each = &rows->facts->phases.rows[rows->at];
    bool is_same = rows->at > 0 && each[-1].network == each->network && each[-1].half_year == each->half_year;
    rows->number = is_same ? rows->number + 1 : 0;
    rows->at++;
    bulk_int(row, each->network);
    bulk_int(row, each->half_year);
    bulk_int(row, rows->number);
    bulk_int(row, each->entities);
    bulk_text(row, phase_event_name((enum phase_event)each->event));
    bulk_int(row, each->joined);
    bulk_int(row, each->left);
    bulk_int(row, each->like);
    bulk_int(row, each->ends);
    bulk_int(row, each->record);
    return true;
}

static bool next_burst_row(void *context, struct bulk_row *row)
{
    struct fact_rows *rows = context;
    if (rows->at == rows->facts->growth.burst_count)
        return false;
    const struct burst *each = &rows->facts->growth.bursts[rows->at++];
    bulk_int(row, each->network);
    bulk_int(row, each->first_month);
    bulk_int(row, each->last_month);
    bulk_int(row, each->records);
    bulk_int(row, each->expected);
    bulk_int(row, each->bits);
    return true;
}

/* By network, then entity: units above the networks come after them, so entities without a network come last.
 * They are the smaller key, and cost a search each. */
static bool next_route_row(void *context, struct bulk_row *row)
{
    struct fact_rows *rows = context;
    if (rows->at == rows->facts->routes.count)
        return false;
    const struct route_row *each = &rows->facts->routes.rows[rows->at++];
    bool is_network = each->unit <= rows->networks;
    bulk_int(row, is_network ? each->unit : 0);
    bulk_int(row, is_network ? 0 : each->unit - rows->networks);
    bulk_int(row, each->from);
    bulk_int(row, each->to);
    bulk_int(row, each->moves);
    bulk_int(row, (int64_t)each->half_days * 12);
    return true;
}

static bool next_conflict_row(void *context, struct bulk_row *row)
{
    struct fact_rows *rows = context;
    if (rows->at == rows->facts->conflicts.count)
        return false;
    const struct conflict *each = &rows->facts->conflicts.rows[rows->at++];
    bulk_int(row, each->entity);
    bulk_text(row, each->kind == CONFLICT_TWICE ? "twice" : "fast");
    bulk_int(row, each->count);
    bulk_int(row, each->from);
    bulk_int(row, each->to);
    bulk_int(row, each->km);
    bulk_int(row, each->seconds);
    return true;
}

static bool next_meeting_row(void *context, struct bulk_row *row)
{
    struct fact_rows *rows = context;
    if (rows->at == rows->facts->meetings.count)
        return false;
    const struct meeting *each = &rows->facts->meetings.rows[rows->at++];
    bulk_int(row, each->a);
    bulk_int(row, each->b);
    bulk_int(row, each->times);
    bulk_int(row, each->expected);
    bulk_int(row, each->bits);
    bulk_int(row, each->place);
    bulk_int(row, each->begin);
    return true;
}

enum bowline_status growth_store_write(struct store *store, const struct movement_facts *facts,
                                       uint32_t networks, struct bowline_error *err)
{
    static const struct bulk tables[] = {
        {"network_year", 8, NULL, next_year_row}, {"phase", 10, NULL, next_phase_row},
        {"burst", 6, NULL, next_burst_row},       {"route", 6, NULL, next_route_row},
        {"conflict", 7, NULL, next_conflict_row}, {"meeting", 7, NULL, next_meeting_row},
    };
    enum bowline_status status = BOWLINE_OK;
    for (size_t t = 0; t < sizeof tables / sizeof *tables && status == BOWLINE_OK; t++) {
        struct fact_rows rows = {facts, networks, 0, 0};
        struct bulk bulk = tables[t];
        bulk.context = &rows;
        status = bulk_insert(store, &bulk, err);
    }
    return status;
}
