/* A network as charts need it: the nodes and ties that can be read with where they stand, where its places
 * lie, and its months. */
#include "reports/json.h"
#include "reports/rows.h"
#include "store/read_views.h"

#include "base/memory.h"
#include "graph/layout.h"

#define NODES_MOST   60   /* a link chart with more is a hairball */
#define NODES_BIG    25   /* of them chosen by records; the others by their ties to these */
#define HOPS         2    /* from these */
#define TIES_MOST    4000 /* looked at, the strongest first */
#define EDGES_MOST   400
#define KINDS_MOST   8 /* of ties between two nodes */
#define PLACES_MOST  120
#define MONTHS_MOST  5000
#define LABEL_VALUES 4 /* identifiers looked at for a name */

struct chart_node {
    uint32_t entity, record; /* one of them 0 */
    int64_t records;
};

struct chart_edge {
    uint32_t a, b; /* nodes */
    int64_t records;
    millibits bits;
    struct span kinds[KINDS_MOST];
    unsigned kind_count;
};

struct chart {
    struct view *v;
    struct chart_node nodes[NODES_MOST];
    uint32_t node_count;
    struct chart_edge edges[EDGES_MOST];
    uint32_t edge_count;
    int64_t edges_left_out;
};

static uint32_t find_node(const struct chart *chart, uint32_t entity, uint32_t record)
{
    uint32_t i = 0;
    while (i < chart->node_count &&
           !(chart->nodes[i].entity == entity && (entity || chart->nodes[i].record == record)))
        i++;
    return i;
}

static bool is_chosen(const struct chart *chart, uint32_t entity, uint32_t record)
{
    return find_node(chart, entity, record) < chart->node_count;
}

static void want_node(struct chart *chart, uint32_t entity, uint32_t record)
{
    if (chart->node_count < NODES_MOST && find_node(chart, entity, record) == chart->node_count)
        chart->nodes[chart->node_count++] = (struct chart_node){entity, entity ? 0 : record, 1};
}

static void choose_nodes(struct chart *chart, uint32_t network)
{
    struct view *v = chart->v;
    struct cursor c;
    struct entity_row entity;
    struct tie_row tie;
    read_network_entities(v->store, network, NODES_BIG, &c, v->err);
    while (v->status == BOWLINE_OK && next_entity(&c, &entity))
        want_node(chart, entity.entity, 0);
    view_close(v, &c);
    for (unsigned hop = 0; hop < HOPS; hop++) {
        read_network_ties(v->store, network, TIES_MOST, &c, v->err);
        while (v->status == BOWLINE_OK && next_tie(&c, &tie))
            if (chart->node_count == 0 || is_chosen(chart, tie.from_entity, tie.from_record) ||
                is_chosen(chart, tie.to_entity, tie.to_record)) {
                want_node(chart, tie.from_entity, tie.from_record);
                want_node(chart, tie.to_entity, tie.to_record);
            }
        view_close(v, &c);
    }
    for (uint32_t i = 0; i < chart->node_count && v->status == BOWLINE_OK; i++) {
        if (!chart->nodes[i].entity)
            continue;
        read_entity(v->store, chart->nodes[i].entity, &c, v->err);
        if (next_entity(&c, &entity))
            chart->nodes[i].records = entity.records;
        view_close(v, &c);
    }
}

static struct chart_edge *edge_between(struct chart *chart, uint32_t a, uint32_t b)
{
    for (uint32_t i = 0; i < chart->edge_count; i++)
        if (chart->edges[i].a == a && chart->edges[i].b == b)
            return &chart->edges[i];
    if (chart->edge_count == EDGES_MOST)
        return NULL;
    chart->edges[chart->edge_count] = (struct chart_edge){.a = a, .b = b};
    return &chart->edges[chart->edge_count++];
}

static void add_kind(struct chart *chart, struct chart_edge *edge, struct span kind)
{
    for (unsigned i = 0; i < edge->kind_count; i++)
        if (span_equal(edge->kinds[i], kind))
            return;
    if (edge->kind_count == KINDS_MOST)
        return;
    struct span copy = arena_copy(&chart->v->arena, kind);
    if (copy.at)
        edge->kinds[edge->kind_count++] = copy;
    else
        view_try(chart->v, error_memory(chart->v->err));
}

static void gather_edges(struct chart *chart, uint32_t network)
{
    struct view *v = chart->v;
    struct cursor c;
    struct tie_row tie;
    read_network_ties(v->store, network, TIES_MOST, &c, v->err);
    while (v->status == BOWLINE_OK && next_tie(&c, &tie)) {
        uint32_t a = find_node(chart, tie.from_entity, tie.from_record);
        uint32_t b = find_node(chart, tie.to_entity, tie.to_record);
        if (a == b || a == chart->node_count || b == chart->node_count)
            continue;
        struct chart_edge *edge = edge_between(chart, a < b ? a : b, a < b ? b : a);
        if (!edge) {
            chart->edges_left_out++;
            continue;
        }
        edge->records += tie.records;
        edge->bits += tie.bits;
        add_kind(chart, edge, tie.kind);
    }
    view_close(v, &c);
}

/* The value that most of the entity's records carry and that is no protected party's. */
static struct span entity_label(struct view *v, uint32_t entity)
{
    struct cursor c;
    struct identifier_row row;
    struct span label = span_of("");
    read_identifiers(v->store, entity, LABEL_VALUES, &c, v->err);
    while (v->status == BOWLINE_OK && !label.length && next_identifier(&c, &row))
        if (!row.is_protected)
            label = arena_copy(&v->arena, row.value);
    view_close(v, &c);
    if (!label.at)
        view_try(v, error_memory(v->err));
    return label;
}

static json_t *node_json(struct view *v, const struct chart_node *node, struct layout_point at)
{
    json_t *out = view_object(v);
    if (node->entity) {
        view_put_text(v, out, "node", view_format(v, "entity %u", node->entity));
        view_put_int(v, out, "entity", node->entity);
        view_put_text(v, out, "label", entity_label(v, node->entity));
    } else {
        const struct detail *d = view_detail(v, node->record);
        struct span name = d ? detail_name(v, d) : span_of("");
        view_put_text(v, out, "node", name);
        view_put(v, out, "entity", json_null());
        view_put_text(v, out, "label", name);
        view_put_text(v, out, "kind", d && d->resource ? d->resource->kind : span_of(""));
    }
    view_put_int(v, out, "records", node->records);
    view_put_int(v, out, "x", at.x);
    view_put_int(v, out, "y", at.y);
    return out;
}

static json_t *edge_json(struct view *v, const struct chart_edge *edge)
{
    json_t *out = view_object(v);
    json_t *kinds = view_array(v);
    for (unsigned i = 0; i < edge->kind_count; i++)
        view_push(v, kinds, view_text(v, edge->kinds[i]));
    view_put_int(v, out, "from", edge->a);
    view_put_int(v, out, "to", edge->b);
    view_put(v, out, "kinds", kinds);
    view_put_int(v, out, "records", edge->records);
    view_put_bits(v, out, "bits", edge->bits);
    return out;
}

static void put_drawing(struct chart *chart, json_t *out)
{
    struct view *v = chart->v;
    struct layout_edge edges[EDGES_MOST];
    struct layout_point points[NODES_MOST] = {{0, 0}};
    for (uint32_t i = 0; i < chart->edge_count; i++)
        edges[i] = (struct layout_edge){chart->edges[i].a, chart->edges[i].b};
    struct layout_graph graph = {chart->node_count, edges, chart->edge_count};
    if (v->status == BOWLINE_OK && !layout_stress(&graph, points))
        view_try(v, error_memory(v->err));
    json_t *nodes = view_array(v);
    json_t *ties = view_array(v);
    for (uint32_t i = 0; i < chart->node_count && v->status == BOWLINE_OK; i++)
        view_push(v, nodes, node_json(v, &chart->nodes[i], points[i]));
    for (uint32_t i = 0; i < chart->edge_count; i++)
        view_push(v, ties, edge_json(v, &chart->edges[i]));
    view_put(v, out, "nodes", nodes);
    view_put(v, out, "edges", ties);
    view_put_int(v, out, "edges_left_out", chart->edges_left_out);
}

static void put_places(struct view *v, json_t *out, struct group group)
{
    struct cursor c;
    struct located_row row;
    json_t *list = view_array(v);
    read_located_places(v->store, group, PLACES_MOST, &c, v->err);
    while (v->status == BOWLINE_OK && next_located(&c, &row)) {
        json_t *place = view_object(v);
        view_put_text(v, place, "place", row.place);
        view_put_real(v, place, "lat", row.lat);
        view_put_real(v, place, "lon", row.lon);
        view_put_int(v, place, "records", row.records);
        view_push(v, list, place);
    }
    view_close(v, &c);
    view_put(v, out, "places", list);
}

static void put_months(struct view *v, json_t *out, struct group group)
{
    struct cursor c;
    struct month_row row;
    json_t *list = view_array(v);
    read_kind_months(v->store, group, MONTHS_MOST, &c, v->err);
    while (v->status == BOWLINE_OK && next_month(&c, &row)) {
        json_t *month = view_object(v);
        view_put_text(v, month, "month", row.month);
        view_put_text(v, month, "kind", row.place);
        view_put_int(v, month, "records", row.records);
        view_push(v, list, month);
    }
    view_close(v, &c);
    view_put(v, out, "months", list);
}

enum bowline_status json_chart(struct reader *reader, uint32_t network, struct bowline_text *json,
                               struct bowline_error *err)
{
    struct view v;
    struct cursor c;
    struct network_row row = {0};
    struct group group = {SCOPE_NETWORK, network};
    view_init(&v, reader, err);
    struct chart *chart = arena_take(&v.arena, 1, sizeof *chart);
    json_t *out = view_object(&v);
    read_networks(v.store, network, 1, &c, err);
    bool is_there = network && next_network(&c, &row);
    view_close(&v, &c);
    if (!chart)
        view_try(&v, error_memory(err));
    else if (v.status == BOWLINE_OK && !is_there)
        view_try(&v, error_set(err, BOWLINE_ERROR_NOT_FOUND, "%s: there is no network %u",
                               store_path(v.store), network));
    if (chart && v.status == BOWLINE_OK) {
        chart->v = &v;
        choose_nodes(chart, network);
        gather_edges(chart, network);
        view_put_int(&v, out, "network", network);
        put_drawing(chart, out);
        put_places(&v, out, group);
        put_months(&v, out, group);
    }
    return view_finish(&v, out, json);
}
