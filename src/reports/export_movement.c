/* Movement as tables, and as a map for programs that draw maps (GeoJSON, RFC 7946). */
#include "reports/export_movement.h"

#include "reports/csv_writer.h"
#include "reports/detail.h"
#include "store/read_movement.h"

#include <math.h>

struct mover {
    struct reader *reader;
    const char *folder;
    const struct record_keys *keys;
    struct bowline_error *err;
};

static struct span resource_name(const struct mover *x, uint32_t resource)
{
    const struct resource_row *row = reader_resource(x->reader, resource);
    return row ? row->name : span_of("");
}

static enum bowline_status export_visits(struct mover *x)
{
    struct csv_writer w;
    struct cursor c;
    struct visit_line row;
    csv_open(&w, x->folder, "movement.csv", "entity,network,place,from,until,sightings,km", x->err);
    read_all_visits(x->reader->store, &c, x->err);
    while (csv_ok(&w) && next_visit_line(&c, &row)) {
        csv_id(&w, row.entity);
        csv_id(&w, row.network);
        csv_text(&w, row.place);
        csv_time(&w, row.begin);
        csv_time(&w, row.end);
        csv_int(&w, row.sightings);
        csv_int(&w, row.km);
        csv_end_row(&w);
    }
    return csv_close(&w, cursor_close(&c));
}

/* The places of a circuit, joined by semicolons. */
static enum bowline_status join_places(struct mover *x, uint32_t circuit, struct buffer *out)
{
    struct cursor c;
    struct circuit_place_row row;
    buffer_reset(out);
    read_circuit_places(x->reader->store, circuit, &c, x->err);
    while (next_circuit_place(&c, &row)) {
        if (out->length)
            buffer_append_char(out, ';');
        buffer_append_span(out, row.key);
    }
    enum bowline_status status = cursor_close(&c);
    return status == BOWLINE_OK && !buffer_ok(out) ? error_memory(x->err) : status;
}

static void put_circuit(struct csv_writer *w, const struct circuit_row *row, struct span places)
{
    csv_id(w, row->circuit);
    csv_id(w, row->network);
    csv_id(w, row->entity);
    csv_text(w, places);
    csv_time(w, row->begin);
    csv_time(w, row->end);
    csv_int(w, row->hours);
    csv_int(w, row->travellers);
    csv_int(w, row->moves);
    csv_int(w, row->kept);
    csv_int(w, row->rounds);
    csv_bits(w, row->bits);
    csv_bits(w, row->surprise);
    csv_end_row(w);
}

static enum bowline_status export_circuits(struct mover *x)
{
    struct csv_writer w;
    struct cursor c;
    struct circuit_row row;
    struct buffer places;
    buffer_init(&places, 1 << 20);
    csv_open(
        &w, x->folder, "circuits.csv",
        "circuit,network,entity,places,from,until,hours_per_place,travellers,moves,kept,rounds,bits,surprise",
        x->err);
    read_circuits(x->reader->store, (struct group){SCOPE_NETWORK, 0}, &c, x->err);
    while (csv_ok(&w) && next_circuit(&c, &row)) {
        w.file.status = join_places(x, row.circuit, &places);
        put_circuit(&w, &row, buffer_all(&places));
    }
    buffer_release(&places);
    return csv_close(&w, cursor_close(&c));
}

static enum bowline_status export_stops(struct mover *x)
{
    struct csv_writer w;
    struct cursor c;
    struct circuit_stop_row row;
    uint32_t resource;
    csv_open(&w, x->folder, "circuit_stops.csv",
             "circuit,traveller,position,from,until,sightings,steps,kept,resource,id", x->err);
    read_circuit_stops(x->reader->store, 0, &c, x->err);
    while (csv_ok(&w) && next_circuit_stop(&c, &row)) {
        struct span key = record_keys_get(x->keys, row.record, &resource);
        csv_id(&w, row.circuit);
        csv_id(&w, row.traveller);
        csv_int(&w, row.position + 1);
        csv_time(&w, row.begin);
        csv_time(&w, row.end);
        csv_int(&w, row.sightings);
        csv_int(&w, row.steps);
        csv_int(&w, row.is_kept);
        csv_text(&w, resource_name(x, resource));
        csv_text(&w, key);
        csv_end_row(&w);
    }
    return csv_close(&w, cursor_close(&c));
}

static bool has_grade(const struct mover *x, uint32_t resource)
{
    for (uint32_t i = 1; i <= x->reader->column_count; i++) {
        const struct column *column = reader_column(x->reader, i);
        if (column && column->row.resource == resource && column->type == TYPE_GRADE)
            return true;
    }
    return false;
}

/* The grade that the record's source gives it; most tables have none. */
static enum bowline_status append_grade(const struct mover *x, uint32_t record, uint32_t resource,
                                        struct buffer *out)
{
    struct view v;
    if (!has_grade(x, resource))
        return BOWLINE_OK;
    view_init(&v, x->reader, x->err);
    const struct detail *d = view_detail(&v, record);
    for (size_t i = 0; d && i < d->cell_count; i++)
        if (d->cells[i].column && d->cells[i].column->type == TYPE_GRADE) {
            buffer_append_char(out, ' ');
            buffer_append_span(out, d->cells[i].shown);
        }
    enum bowline_status status = v.status;
    view_release(&v);
    return status;
}

/* "stays/S-1 admiralty:B2;stays/S-7": what the line rests on. */
static enum bowline_status join_uses(struct mover *x, const struct premises_row *premises, struct buffer *out)
{
    struct cursor c;
    struct premises_use_row row;
    uint32_t resource;
    enum bowline_status graded = BOWLINE_OK;
    buffer_reset(out);
    read_premises_uses(x->reader->store, premises->network, premises->premises, &c, x->err);
    while (graded == BOWLINE_OK && next_premises_use(&c, &row)) {
        struct span key = record_keys_get(x->keys, row.record, &resource);
        if (out->length)
            buffer_append_char(out, ';');
        buffer_append_span(out, resource_name(x, resource));
        buffer_append_char(out, '/');
        buffer_append_span(out, key);
        graded = append_grade(x, row.record, resource, out);
    }
    enum bowline_status status = cursor_close(&c);
    status = status == BOWLINE_OK ? graded : status;
    return status == BOWLINE_OK && !buffer_ok(out) ? error_memory(x->err) : status;
}

static void put_premises(struct csv_writer *w, const struct mover *x, const struct premises_row *row,
                         struct span records)
{
    uint32_t resource;
    struct span key = record_keys_get(x->keys, row->record, &resource);
    csv_id(w, row->network);
    csv_id(w, row->premises);
    csv_text(w, row->name);
    csv_text(w, row->address);
    csv_text(w, row->place);
    csv_text(w, row->kind);
    csv_text(w, row->record ? resource_name(x, resource) : span_of(""));
    csv_text(w, row->record ? key : span_of(""));
    csv_int(w, row->is_booked);
    csv_int(w, row->is_paid);
    csv_int(w, row->is_owned);
    csv_int(w, row->stays);
    csv_int(w, row->all_stays);
    csv_int(w, row->nights);
    csv_int(w, row->bookers);
    csv_int(w, row->payers);
    csv_int(w, row->guests);
    csv_int(w, row->ads);
    csv_time(w, row->begin);
    csv_time(w, row->end);
    csv_text(w, records);
    csv_end_row(w);
}

static enum bowline_status export_premises(struct mover *x)
{
    struct csv_writer w;
    struct cursor c;
    struct premises_row row;
    struct buffer records;
    buffer_init(&records, SIZE_MAX / 2);
    csv_open(&w, x->folder, "premises.csv",
             "network,premises,name,address,place,kind,resource,id,booked,paid,owned,stays,all_stays,nights,"
             "bookers,payers,guests,ads,from,until,records",
             x->err);
    read_network_premises(x->reader->store, 0, UINT32_MAX, &c, x->err);
    while (csv_ok(&w) && next_network_premises(&c, &row)) {
        w.file.status = join_uses(x, &row, &records);
        put_premises(&w, x, &row, buffer_all(&records));
    }
    buffer_release(&records);
    return csv_close(&w, cursor_close(&c));
}

/* Keys of places are folded: small letters, digits, colons, spaces, and letters beyond ASCII. */
static void append_string(struct buffer *out, struct span text)
{
    buffer_append_char(out, '"');
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] == '"' || text.at[i] == '\\')
            buffer_append_char(out, '\\');
        if ((unsigned char)text.at[i] >= ' ')
            buffer_append_char(out, text.at[i]);
    }
    buffer_append_char(out, '"');
}

static void append_point(struct buffer *out, double lat, double lon)
{
    buffer_format(out, "[%.5f,%.5f]", lon, lat);
}

static void begin_feature(struct file_part *f, bool *is_first, const char *geometry)
{
    buffer_format(&f->out, "%s\n{\"type\":\"Feature\",\"geometry\":{\"type\":\"%s\",\"coordinates\":",
                  *is_first ? "" : ",", geometry);
    *is_first = false;
}

static enum bowline_status put_network_places(struct mover *x, struct file_part *f, bool *is_first)
{
    struct cursor c;
    struct network_place_row row;
    read_network_places(x->reader->store, 0, &c, x->err);
    while (f->status == BOWLINE_OK && next_network_place(&c, &row)) {
        if (isnan(row.lat) || isnan(row.lon))
            continue;
        begin_feature(f, is_first, "Point");
        append_point(&f->out, row.lat, row.lon);
        buffer_format(&f->out, "},\"properties\":{\"network\":%u,\"place\":", row.network);
        append_string(&f->out, row.key);
        buffer_format(&f->out, ",\"records\":%lld}}", (long long)row.records);
        file_part_flush(f, (size_t)1 << 20);
    }
    return cursor_close(&c);
}

static enum bowline_status put_circuit_line(struct mover *x, struct file_part *f,
                                            const struct circuit_row *circuit, bool *is_first)
{
    struct cursor c;
    struct circuit_place_row row;
    double first[2] = {(double)NAN, (double)NAN};
    unsigned points = 0;
    begin_feature(f, is_first, "LineString");
    buffer_append_char(&f->out, '[');
    read_circuit_places(x->reader->store, circuit->circuit, &c, x->err);
    while (next_circuit_place(&c, &row)) {
        if (isnan(row.lat) || isnan(row.lon))
            continue;
        if (points++ == 0)
            first[0] = row.lat, first[1] = row.lon;
        append_point(&f->out, row.lat, row.lon);
        buffer_append_char(&f->out, ',');
    }
    append_point(&f->out, first[0], first[1]);
    buffer_format(&f->out, "]},\"properties\":{\"circuit\":%u,\"network\":%u,\"entity\":%u}}",
                  circuit->circuit, circuit->network, circuit->entity);
    return cursor_close(&c);
}

/* A line needs two places with coordinates; without them there is nothing to draw. */
static enum bowline_status count_located(struct mover *x, uint32_t circuit, unsigned *out)
{
    struct cursor c;
    struct circuit_place_row row;
    *out = 0;
    read_circuit_places(x->reader->store, circuit, &c, x->err);
    while (next_circuit_place(&c, &row))
        *out += !isnan(row.lat) && !isnan(row.lon);
    return cursor_close(&c);
}

static enum bowline_status put_circuit_lines(struct mover *x, struct file_part *f, bool *is_first)
{
    struct cursor c;
    struct circuit_row row;
    unsigned located;
    read_circuits(x->reader->store, (struct group){SCOPE_NETWORK, 0}, &c, x->err);
    while (f->status == BOWLINE_OK && next_circuit(&c, &row)) {
        f->status = count_located(x, row.circuit, &located);
        if (f->status == BOWLINE_OK && located >= 2)
            f->status = put_circuit_line(x, f, &row, is_first);
    }
    return cursor_close(&c);
}

static enum bowline_status export_map(struct mover *x)
{
    struct file_part f;
    bool is_first = true;
    file_part_open(&f, x->folder, "places.geojson", x->err);
    buffer_append_text(&f.out, "{\"type\":\"FeatureCollection\",\"features\":[");
    enum bowline_status status = put_network_places(x, &f, &is_first);
    if (status == BOWLINE_OK)
        status = put_circuit_lines(x, &f, &is_first);
    buffer_append_text(&f.out, "\n]}\n");
    return file_part_close(&f, status);
}

enum bowline_status export_movement(struct reader *reader, const char *folder, const struct record_keys *keys,
                                    struct bowline_error *err)
{
    static enum bowline_status (*const files[])(struct mover *) = {export_visits, export_circuits,
                                                                   export_stops, export_premises, export_map};
    struct mover x = {reader, folder, keys, err};
    enum bowline_status status = BOWLINE_OK;
    for (size_t i = 0; i < sizeof files / sizeof *files && status == BOWLINE_OK; i++)
        status = files[i](&x);
    return status;
}
