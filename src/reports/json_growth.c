/* How a network grew, where it went next, what one person cannot have done, and who arrives together. */
#include "reports/rows.h"
#include "store/read_growth.h"

static json_t *year_json(struct view *v, const struct year_row *row)
{
    json_t *out = view_object(v);
    view_put(v, out, "year", row->year ? json_integer(row->year) : json_null());
    view_put_int(v, out, "sightings", row->sightings);
    view_put_int(v, out, "places", row->places);
    view_put_text(v, out, "most", row->most);
    view_put_int(v, out, "there", row->there);
    view_put_text(v, out, "centre", row->centre);
    view_put_int(v, out, "km", row->km);
    return out;
}

static struct span month_text(struct view *v, int64_t month)
{
    return view_format(v, "%04d-%02d", (int)(month / 12), (int)(month % 12 + 1));
}

static json_t *bursts_json(struct view *v, uint32_t network)
{
    struct cursor c;
    struct burst_row row;
    json_t *list = view_array(v);
    read_bursts(v->store, network, &c, v->err);
    while (v->status == BOWLINE_OK && next_burst(&c, &row)) {
        json_t *burst = view_object(v);
        view_put_text(v, burst, "from", month_text(v, row.first_month));
        view_put_text(v, burst, "to", month_text(v, row.last_month));
        view_put_int(v, burst, "records", row.records);
        view_put_int(v, burst, "expected", row.expected);
        view_put_bits(v, burst, "bits", row.bits);
        view_push(v, list, burst);
    }
    view_close(v, &c);
    return list;
}

static json_t *phases_json(struct view *v, uint32_t network)
{
    struct cursor c;
    struct phase_row row;
    json_t *list = view_array(v);
    read_phases(v->store, network, &c, v->err);
    while (v->status == BOWLINE_OK && next_phase(&c, &row)) {
        const struct detail *d = view_detail(v, row.record);
        if (!d)
            break;
        json_t *phase = view_object(v);
        view_put_text(v, phase, "from", month_text(v, row.half_year * 6));
        view_put_text(v, phase, "to", month_text(v, row.half_year * 6 + 5));
        view_put_int(v, phase, "entities", row.entities);
        view_put_text(v, phase, "event", row.event);
        view_put_int(v, phase, "joined", row.joined);
        view_put_int(v, phase, "left", row.gone);
        view_put_real(v, phase, "jaccard", (double)row.likeness / 1000);
        view_put(v, phase, "ends", json_boolean(row.ends));
        view_put_text(v, phase, "record", detail_name(v, d));
        view_push(v, list, phase);
    }
    view_close(v, &c);
    return list;
}

json_t *growth_json(struct view *v, uint32_t network)
{
    struct cursor c;
    struct year_row row;
    json_t *out = view_object(v);
    json_t *years = view_array(v);
    read_years(v->store, network, &c, v->err);
    while (v->status == BOWLINE_OK && next_year(&c, &row)) {
        json_t *year = year_json(v, &row);
        if (row.year)
            view_push(v, years, year);
        else
            view_put(v, out, "all", year);
    }
    view_close(v, &c);
    view_put(v, out, "years", years);
    view_put(v, out, "bursts", bursts_json(v, network));
    view_put(v, out, "phases", phases_json(v, network));
    return out;
}

json_t *next_places_json(struct view *v, struct group group)
{
    struct cursor c;
    struct next_place_row row;
    json_t *list = view_array(v);
    read_next_places(v->store, group, ROWS_NEXT, &c, v->err);
    while (v->status == BOWLINE_OK && next_next_place(&c, &row)) {
        json_t *move = view_object(v);
        view_put_text(v, move, "from", row.from);
        view_put_text(v, move, "to", row.to);
        view_put_int(v, move, "moves", row.moves);
        view_put_real(v, move, "days", (double)row.hours / 24);
        view_push(v, list, move);
    }
    view_close(v, &c);
    return list;
}

json_t *conflicts_json(struct view *v, struct group group)
{
    struct cursor c;
    struct conflict_row row;
    json_t *list = view_array(v);
    read_conflicts(v->store, group, ROWS_TOP, &c, v->err);
    while (v->status == BOWLINE_OK && next_conflict(&c, &row)) {
        const struct detail *from = view_detail(v, row.from);
        const struct detail *to = from ? view_detail(v, row.to) : NULL;
        if (!to)
            break;
        json_t *conflict = view_object(v);
        view_put_int(v, conflict, "entity", row.entity);
        view_put_text(v, conflict, "kind", row.kind);
        view_put_int(v, conflict, "pairs", row.pairs);
        view_put_text(v, conflict, "from", detail_name(v, from));
        view_put_text(v, conflict, "to", detail_name(v, to));
        view_put_int(v, conflict, "km", row.km);
        view_put_real(v, conflict, "hours", (double)row.seconds / 3600);
        view_push(v, list, conflict);
    }
    view_close(v, &c);
    return list;
}

static json_t *id_or_null(uint32_t id)
{
    return id ? json_integer(id) : json_null();
}

json_t *meetings_json(struct view *v, struct group group)
{
    struct cursor c;
    struct meeting_row row;
    json_t *list = view_array(v);
    read_meetings(v->store, group, ROWS_TOP, &c, v->err);
    while (v->status == BOWLINE_OK && next_meeting(&c, &row)) {
        json_t *meeting = view_object(v);
        view_put_int(v, meeting, "a", row.a);
        view_put_int(v, meeting, "b", row.b);
        view_put(v, meeting, "a_network", id_or_null(row.a_network));
        view_put(v, meeting, "b_network", id_or_null(row.b_network));
        view_put_int(v, meeting, "times", row.times);
        view_put_real(v, meeting, "expected", (double)row.expected / 1000);
        view_put_bits(v, meeting, "bits", row.bits);
        view_put_text(v, meeting, "place", row.place);
        view_put_time(v, meeting, "first", row.begin);
        view_push(v, list, meeting);
    }
    view_close(v, &c);
    return list;
}
