/* What a network or an entity does in space: its circuits, and the premises that a network uses. */
#include "reports/rows.h"
#include "store/read_movement.h"

#include <math.h>

static void put_degrees(struct view *v, json_t *out, const char *key, double value)
{
    if (isnan(value))
        view_put(v, out, key, json_null());
    else
        view_put_real(v, out, key, value);
}

static json_t *circuit_places(struct view *v, uint32_t circuit)
{
    struct cursor c;
    struct circuit_place_row row;
    json_t *list = view_array(v);
    read_circuit_places(v->store, circuit, &c, v->err);
    while (v->status == BOWLINE_OK && next_circuit_place(&c, &row)) {
        json_t *place = view_object(v);
        view_put_text(v, place, "place", row.key);
        put_degrees(v, place, "lat", row.lat);
        put_degrees(v, place, "lon", row.lon);
        view_push(v, list, place);
    }
    view_close(v, &c);
    return list;
}

/* Each stop has the record that it rests on; who travels is a number. */
static json_t *circuit_stops(struct view *v, uint32_t circuit, json_t *places, int64_t *total)
{
    struct cursor c;
    struct circuit_stop_row row;
    json_t *list = view_array(v);
    *total = 0;
    read_circuit_stops(v->store, circuit, &c, v->err);
    while (v->status == BOWLINE_OK && next_circuit_stop(&c, &row)) {
        if (++*total > ROWS_STOPS)
            continue;
        json_t *stop = view_object(v);
        const struct detail *d = view_detail(v, row.record);
        view_put_int(v, stop, "traveller", row.traveller);
        view_put(v, stop, "place",
                 json_incref(json_object_get(json_array_get(places, row.position), "place")));
        view_put_time(v, stop, "from", row.begin);
        view_put_time(v, stop, "to", row.end);
        view_put_int(v, stop, "sightings", row.sightings);
        view_put_int(v, stop, "steps", row.steps);
        view_put(v, stop, "kept", json_boolean(row.is_kept));
        view_put_text(v, stop, "record", d ? detail_name(v, d) : span_of(""));
        view_push(v, list, stop);
    }
    view_close(v, &c);
    return list;
}

static json_t *circuit_json(struct view *v, const struct circuit_row *row)
{
    int64_t total;
    json_t *out = view_object(v);
    json_t *places = circuit_places(v, row->circuit);
    json_t *stops = circuit_stops(v, row->circuit, places, &total);
    view_put_int(v, out, "circuit", row->circuit);
    view_put(v, out, "places", places);
    view_put_time(v, out, "from", row->begin);
    view_put_time(v, out, "to", row->end);
    view_put_real(v, out, "days_per_place", (double)row->hours / 24);
    view_put_int(v, out, "travellers", row->travellers);
    view_put_int(v, out, "moves", row->moves);
    view_put_int(v, out, "kept", row->kept);
    view_put_int(v, out, "rounds", row->rounds);
    view_put_bits(v, out, "bits", row->bits);
    view_put_bits(v, out, "surprise", row->surprise);
    view_put(v, out, "stops", stops);
    view_put_int(v, out, "stops_total", total);
    return out;
}

json_t *circuits_json(struct view *v, struct group group)
{
    struct cursor c;
    struct circuit_row row;
    json_t *list = view_array(v);
    read_circuits(v->store, group, &c, v->err);
    while (v->status == BOWLINE_OK && next_circuit(&c, &row))
        view_push(v, list, circuit_json(v, &row));
    view_close(v, &c);
    return list;
}

/* Grades as the sources give them, each once. */
static void add_grades(struct view *v, json_t *grades, const struct detail *d)
{
    for (size_t i = 0; i < d->cell_count; i++) {
        const struct column *column = d->cells[i].column;
        if (!column || column->type != TYPE_GRADE)
            continue;
        json_t *grade = view_text(v, d->cells[i].shown);
        bool is_new = grade != NULL;
        for (size_t g = 0; g < json_array_size(grades); g++)
            is_new = is_new && !json_equal(grade, json_array_get(grades, g));
        if (is_new)
            view_push(v, grades, grade);
        else
            json_decref(grade);
    }
}

/* The records that a line rests on, with their grades. */
static void put_uses(struct view *v, json_t *out, uint32_t network, uint32_t premises)
{
    struct cursor c;
    struct premises_use_row row;
    json_t *records = view_array(v);
    json_t *grades = view_array(v);
    int64_t total = 0;
    read_premises_uses(v->store, network, premises, &c, v->err);
    while (v->status == BOWLINE_OK && next_premises_use(&c, &row)) {
        if (++total > ROWS_USES)
            continue;
        const struct detail *d = view_detail(v, row.record);
        if (!d)
            break;
        add_grades(v, grades, d);
        view_push(v, records, view_text(v, detail_name(v, d)));
    }
    view_close(v, &c);
    view_put(v, out, "grades", grades);
    view_put(v, out, "records", records);
    view_put_int(v, out, "records_total", total);
}

static json_t *premises_row_json(struct view *v, const struct premises_row *row)
{
    const struct detail *d = row->record ? view_detail(v, row->record) : NULL;
    json_t *out = view_object(v);
    view_put_int(v, out, "premises", row->premises);
    view_put_text(v, out, "name", row->name);
    view_put_text(v, out, "address", row->address);
    view_put_text(v, out, "place", row->place);
    view_put_text(v, out, "kind", row->kind);
    view_put(v, out, "record", d ? view_text(v, detail_name(v, d)) : json_null());
    view_put(v, out, "booked", json_boolean(row->is_booked));
    view_put(v, out, "paid", json_boolean(row->is_paid));
    view_put(v, out, "owned", json_boolean(row->is_owned));
    view_put_int(v, out, "stays", row->stays);
    view_put_int(v, out, "all_stays", row->all_stays);
    view_put_int(v, out, "nights", row->nights);
    view_put_int(v, out, "bookers", row->bookers);
    view_put_int(v, out, "payers", row->payers);
    view_put_int(v, out, "guests", row->guests);
    view_put_int(v, out, "ads", row->ads);
    view_put_time(v, out, "from", row->begin);
    view_put_time(v, out, "to", row->end);
    put_uses(v, out, row->network, row->premises);
    return out;
}

json_t *premises_json(struct view *v, uint32_t network)
{
    struct cursor c;
    struct premises_row row;
    json_t *list = view_array(v);
    read_network_premises(v->store, network, ROWS_PREMISES, &c, v->err);
    while (v->status == BOWLINE_OK && next_network_premises(&c, &row))
        view_push(v, list, premises_row_json(v, &row));
    view_close(v, &c);
    return list;
}
