/* One network, and one entity. */
#include "reports/json.h"
#include "reports/json_money.h"
#include "reports/rows.h"

#define MOVEMENTS_MOST 50

static json_t *missing(struct view *v, const char *what, uint32_t id)
{
    if (v->status == BOWLINE_OK)
        view_try(v, error_set(v->err, BOWLINE_ERROR_NOT_FOUND,
                              "%s: there is no %s %u: `bowline show` without an id lists them",
                              store_path(v->store), what, id));
    return NULL;
}

/* Entities first, then the records that stand alone. */
static json_t *network_members(struct view *v, uint32_t network)
{
    struct cursor c;
    struct record_row row;
    read_network_entities(v->store, network, ROWS_MEMBERS, &c, v->err);
    json_t *list = entities_json(v, &c);
    read_lone_records(v->store, network, ROWS_MEMBERS, &c, v->err);
    while (v->status == BOWLINE_OK && next_record(&c, &row))
        view_push(v, list, record_row_json(v, view_detail_of(v, &row)));
    view_close(v, &c);
    return list;
}

static json_t *network_movement(struct view *v, uint32_t network)
{
    struct cursor c;
    struct entity_row row;
    json_t *list = view_array(v);
    read_network_entities(v->store, network, MOVEMENTS_MOST, &c, v->err);
    while (v->status == BOWLINE_OK && next_entity(&c, &row)) {
        json_t *visits = visits_json(v, row.entity);
        if (json_array_size(visits) == 0) {
            json_decref(visits);
            continue;
        }
        json_t *path = view_object(v);
        view_put_int(v, path, "entity", row.entity);
        view_put(v, path, "visits", visits);
        view_push(v, list, path);
    }
    view_close(v, &c);
    return list;
}

json_t *network_view(struct view *v, uint32_t network)
{
    struct cursor c;
    struct network_row row = {0};
    read_networks(v->store, network, 1, &c, v->err);
    bool is_there = network && next_network(&c, &row);
    view_close(v, &c);
    if (!is_there || v->status != BOWLINE_OK)
        return missing(v, "network", network);
    json_t *out = network_row_json(v, &row);
    view_put(v, out, "members", network_members(v, network));
    read_network_ties(v->store, network, ROWS_TIES, &c, v->err);
    view_put(v, out, "ties", ties_json(v, &c));
    read_weak_ties(v->store, network, ROWS_LINKS, &c, v->err);
    view_put(v, out, "weak_ties", ties_json(v, &c));
    struct group group = {SCOPE_NETWORK, network};
    view_put(v, out, "growth", growth_json(v, network));
    view_put(v, out, "circuits", circuits_json(v, group));
    view_put(v, out, "premises", premises_json(v, network));
    view_put(v, out, "next_places", next_places_json(v, group));
    view_put(v, out, "conflicts", conflicts_json(v, group));
    view_put(v, out, "meetings", meetings_json(v, group));
    view_put(v, out, "movement", network_movement(v, network));
    view_put(v, out, "flows", flows_json(v, group));
    network_put_money(v, out, network);
    return out;
}

enum bowline_status json_network(struct reader *reader, uint32_t network, struct bowline_text *json,
                                 struct bowline_error *err)
{
    struct view v;
    view_init(&v, reader, err);
    json_t *root = network_view(&v, network);
    return view_finish(&v, root, json);
}

json_t *entity_view(struct view *v, uint32_t entity)
{
    struct cursor c;
    struct entity_row row = {0};
    int64_t total = 0;
    read_entity(v->store, entity, &c, v->err);
    bool is_there = next_entity(&c, &row);
    view_close(v, &c);
    if (!is_there || v->status != BOWLINE_OK)
        return missing(v, "entity", entity);
    struct group group = {SCOPE_ENTITY, entity};
    json_t *out = entity_row_json(v, &row);
    read_entity_records(v->store, entity, ROWS_MEMBERS, &c, v->err);
    view_put(v, out, "members", records_json(v, &c));
    if (v->status == BOWLINE_OK)
        view_try(v, read_member_total(v->store, entity, &total, v->err));
    view_put_int(v, out, "members_total", total);
    view_put(v, out, "templates", templates_json(v, group));
    view_put(v, out, "circuits", circuits_json(v, group));
    view_put(v, out, "next_places", next_places_json(v, group));
    view_put(v, out, "conflicts", conflicts_json(v, group));
    view_put(v, out, "meetings", meetings_json(v, group));
    view_put(v, out, "visits", visits_json(v, entity));
    read_entity_links(v->store, entity, ROWS_TOP, &c, v->err);
    view_put(v, out, "links", links_json(v, &c));
    view_put(v, out, "flows", flows_json(v, group));
    return out;
}

enum bowline_status json_entity(struct reader *reader, uint32_t entity, struct bowline_text *json,
                                struct bowline_error *err)
{
    struct view v;
    view_init(&v, reader, err);
    json_t *root = entity_view(&v, entity);
    return view_finish(&v, root, json);
}
