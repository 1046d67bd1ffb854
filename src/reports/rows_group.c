/* Records, entities and networks as JSON rows, with what is known of each. */
#include "reports/json_money.h"
#include "reports/rows.h"

#include <math.h>

json_t *record_row_json(struct view *v, const struct detail *d)
{
    if (!d)
        return NULL;
    json_t *out = view_object(v);
    view_put_text(v, out, "record", detail_name(v, d));
    view_put_text(v, out, "kind", d->resource ? d->resource->kind : span_of(""));
    view_put_time(v, out, "time", d->row.begin);
    view_put_time(v, out, "until", d->row.end);
    /* Where a possible victim lives is theirs; where an ad or a stay is, is the record's. */
    view_put_text(v, out, "place", d->is_protected ? span_of("") : d->row.place);
    view_put_text(v, out, "summary", detail_summary(v, d));
    view_put(v, out, "entity", d->row.entity ? json_integer(d->row.entity) : json_null());
    view_put(v, out, "network", d->row.network ? json_integer(d->row.network) : json_null());
    return out;
}

json_t *records_json(struct view *v, struct cursor *c)
{
    struct record_row row;
    json_t *list = view_array(v);
    while (v->status == BOWLINE_OK && next_record(c, &row))
        view_push(v, list, record_row_json(v, view_detail_of(v, &row)));
    view_close(v, c);
    return list;
}

static void put_extent(struct view *v, json_t *out, struct group group)
{
    struct extent extent = {TIME_NONE, TIME_NONE};
    if (v->status == BOWLINE_OK)
        view_try(v, read_extent(v->store, group, &extent, v->err));
    view_put_time(v, out, "first", extent.first);
    view_put_time(v, out, "last", extent.last);
}

static void put_places(struct view *v, json_t *out, struct group group)
{
    struct cursor c;
    struct place_row row;
    json_t *list = view_array(v);
    read_places(v->store, group, ROWS_PLACES, &c, v->err);
    while (v->status == BOWLINE_OK && next_place(&c, &row)) {
        json_t *place = view_object(v);
        view_put_text(v, place, "place", row.place);
        view_put_int(v, place, "records", row.records);
        view_push(v, list, place);
    }
    view_close(v, &c);
    view_put(v, out, "places", list);
}

static void put_kinds(struct view *v, json_t *out, struct group group)
{
    struct cursor c;
    struct kind_row row;
    json_t *kinds = view_object(v);
    read_kinds(v->store, group, &c, v->err);
    while (v->status == BOWLINE_OK && next_kind(&c, &row)) {
        struct span kind = arena_copy(&v->arena, row.kind);
        if (kind.at)
            view_put_int(v, kinds, kind_name(kind_find(kind)), row.records);
        else
            view_try(v, error_memory(v->err));
    }
    view_close(v, &c);
    view_put(v, out, "kinds", kinds);
}

json_t *identifier_json(struct view *v, const struct identifier_row *row)
{
    json_t *out = view_object(v);
    view_put_text(v, out, "type", row->type);
    view_put_text(v, out, "value", view_hide(v, row->value, row->is_protected));
    view_put_int(v, out, "records", row->records);
    if (row->ownership.is_known && !row->is_protected) {
        view_put_text(v, out, "ownership", ownership_words(v, &row->ownership));
        view_put_bits(v, out, "bits", row->ownership.bits);
        view_put_real(v, out, "exclusive", row->ownership.exclusive);
    }
    return out;
}

static void put_identifiers(struct view *v, json_t *out, uint32_t entity)
{
    struct cursor c;
    struct identifier_row row;
    json_t *list = view_array(v);
    read_identifiers(v->store, entity, ROWS_IDENTIFIERS, &c, v->err);
    while (v->status == BOWLINE_OK && next_identifier(&c, &row))
        view_push(v, list, identifier_json(v, &row));
    view_close(v, &c);
    view_put(v, out, "identifiers", list);
}

json_t *network_row_json(struct view *v, const struct network_row *row)
{
    struct group group = {SCOPE_NETWORK, row->network};
    json_t *out = view_object(v);
    view_put_int(v, out, "network", row->network);
    view_put_int(v, out, "entities", row->entities);
    view_put_int(v, out, "records", row->records);
    view_put_bits(v, out, "bits", row->bits);
    put_extent(v, out, group);
    put_kinds(v, out, group);
    put_places(v, out, group);
    return out;
}

json_t *networks_json(struct view *v, struct cursor *c)
{
    struct network_row row;
    json_t *list = view_array(v);
    while (v->status == BOWLINE_OK && next_network(c, &row))
        view_push(v, list, network_row_json(v, &row));
    view_close(v, c);
    return list;
}

json_t *entity_row_json(struct view *v, const struct entity_row *row)
{
    struct group group = {SCOPE_ENTITY, row->entity};
    json_t *out = view_object(v);
    view_put_int(v, out, "entity", row->entity);
    view_put_int(v, out, "records", row->records);
    view_put(v, out, "network", row->network ? json_integer(row->network) : json_null());
    put_extent(v, out, group);
    put_kinds(v, out, group);
    put_identifiers(v, out, row->entity);
    put_places(v, out, group);
    return out;
}

json_t *entities_json(struct view *v, struct cursor *c)
{
    struct entity_row row;
    json_t *list = view_array(v);
    while (v->status == BOWLINE_OK && next_entity(c, &row))
        view_push(v, list, entity_row_json(v, &row));
    view_close(v, c);
    return list;
}

json_t *visits_json(struct view *v, uint32_t entity)
{
    struct cursor c;
    struct visit_row row;
    json_t *list = view_array(v);
    read_visits(v->store, entity, ROWS_VISITS, &c, v->err);
    while (v->status == BOWLINE_OK && next_visit(&c, &row)) {
        json_t *visit = view_object(v);
        view_put_text(v, visit, "place", row.place);
        view_put_time(v, visit, "from", row.begin);
        view_put_time(v, visit, "to", row.end);
        view_put_int(v, visit, "sightings", row.sightings);
        view_put_int(v, visit, "km", row.km);
        view_push(v, list, visit);
    }
    view_close(v, &c);
    return list;
}

static json_t *flow_json(struct view *v, const struct flow_row *row)
{
    json_t *out = view_object(v);
    view_put_text(v, out, "account", view_hide(v, row->value, row->is_protected));
    view_put_text(v, out, "currency", row->currency);
    view_put_int(v, out, "payments_in", row->payments_in);
    view_put_int(v, out, "payments_out", row->payments_out);
    view_put_int(v, out, "payers", row->payers);
    view_put_int(v, out, "payees", row->payees);
    view_put_cents(v, out, "in", row->cents_in);
    view_put_cents(v, out, "out", row->cents_out);
    view_put_cents(v, out, "passed", row->cents_passed);
    if (row->dwell == TIME_NONE)
        view_put(v, out, "dwell_days", json_null());
    else
        view_put(v, out, "dwell_days", json_real(floor((double)row->dwell / 8640.0) / 10.0));
    if (!row->is_protected) {
        view_put_text(v, out, "kind", row->kind);
        view_put_text(v, out, "reason", row->reason);
    }
    return out;
}

json_t *flows_json(struct view *v, struct group group)
{
    struct cursor c;
    struct flow_row row;
    json_t *list = view_array(v);
    read_flows(v->store, group, ROWS_TOP, &c, v->err);
    while (v->status == BOWLINE_OK && next_flow(&c, &row))
        view_push(v, list, flow_json(v, &row));
    view_close(v, &c);
    return list;
}

json_t *template_json(struct view *v, uint32_t template_id, int64_t records, millibits bits, struct span text)
{
    json_t *out = view_object(v);
    view_put_int(v, out, "template", template_id);
    view_put_int(v, out, "records", records);
    view_put_bits(v, out, "bits", bits);
    view_put_text(v, out, "text", text);
    return out;
}

json_t *templates_json(struct view *v, struct group group)
{
    struct cursor c;
    struct template_row row;
    json_t *list = view_array(v);
    read_templates(v->store, group, ROWS_TOP, &c, v->err);
    while (v->status == BOWLINE_OK && next_template(&c, &row))
        view_push(v, list, template_json(v, row.template_id, row.records, row.bits, row.text));
    view_close(v, &c);
    return list;
}
