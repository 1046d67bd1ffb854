/* The largest entity of the case: what is left of it without each type of identifier, and its weakest links.
 */
#include "reports/rows.h"
#include "store/inspection_store.h"

static void put_records(struct view *v, json_t *out, uint32_t entity)
{
    struct cursor c;
    struct entity_row row = {0};
    read_entity(v->store, entity, &c, v->err);
    if (!next_entity(&c, &row))
        row.records = 0;
    view_close(v, &c);
    view_put_int(v, out, "records", row.records);
}

static json_t *without_json(struct view *v, const struct inspection_row *row)
{
    json_t *out = view_object(v);
    view_put_text(v, out, "type", row->type);
    view_put_int(v, out, "parts", row->parts);
    view_put_int(v, out, "kept", row->kept);
    return out;
}

static void put_end(struct view *v, json_t *out, const char *key, const char *party_key,
                    const struct inspection_cut_row *row)
{
    bool is_from = key[0] == 'f';
    const struct detail *d = view_detail(v, is_from ? row->from_record : row->to_record);
    view_put_text(v, out, key, d ? detail_name(v, d) : span_of(""));
    view_put_text(v, out, party_key, is_from ? row->from_party : row->to_party);
}

static json_t *weakest_json(struct view *v)
{
    struct cursor c;
    struct inspection_cut_row row;
    json_t *list = view_array(v);
    read_inspection_cuts(v->store, &c, v->err);
    while (v->status == BOWLINE_OK && next_inspection_cut(&c, &row)) {
        json_t *out = view_object(v);
        put_end(v, out, "from", "from_party", &row);
        put_end(v, out, "to", "to_party", &row);
        view_put_bits(v, out, "bits", row.bits);
        view_put_int(v, out, "parties", row.parties);
        view_put_int(v, out, "links", row.links);
        view_push(v, list, out);
    }
    view_close(v, &c);
    return list;
}

json_t *inspection_json(struct view *v)
{
    struct cursor c;
    struct inspection_row row;
    uint32_t entity = 0;
    json_t *out = view_object(v);
    json_t *list = view_array(v);
    read_inspection(v->store, &c, v->err);
    while (v->status == BOWLINE_OK && next_inspection(&c, &row)) {
        if (row.type.length > 0) {
            view_push(v, list, without_json(v, &row));
            continue;
        }
        entity = row.entity;
        view_put_int(v, out, "entity", row.entity);
        view_put_int(v, out, "parties", row.kept);
    }
    view_close(v, &c);
    if (!entity || v->status != BOWLINE_OK) {
        json_decref(list);
        json_decref(out);
        return json_null();
    }
    put_records(v, out, entity);
    view_put(v, out, "without", list);
    view_put(v, out, "weakest", weakest_json(v));
    return out;
}
