/* The path of links, and of decisions that join, between two records of one entity. */
#include "reports/why.h"

#include "base/memory.h"

#define PATH_LINKS_MOST 500000u
#define EDGES_MOST      ((size_t)1000000)
#define PATH_MOST       64              /* links of a path that are shown */
#define DECIDED_BITS    (4 * BITS_MOST) /* a decision is stronger than any link */

static void add_edge(struct view *v, struct why_edges *out, struct why_edge edge)
{
    if (!memory_reserve(&out->items, &out->capacity, out->count + 1, EDGES_MOST)) {
        view_try(v, error_memory(v->err));
        return;
    }
    edge.edge.link = (uint32_t)out->count;
    out->items[out->count++] = edge;
}

void why_load_edges(struct view *v, const struct why_pair *pair, const struct why_decisions *decisions,
                    struct why_edges *out)
{
    struct cursor c;
    struct link_row row;
    *out = (struct why_edges){0};
    for (size_t i = 0; v->status == BOWLINE_OK && i < decisions->count; i++) {
        const struct why_decision *d = &decisions->items[i];
        if (d->is_same && d->is_kept && d->a && d->b &&
            why_entity_of(v, d->a, d->a_side.party) == pair->entity)
            add_edge(v, out, (struct why_edge){{d->a, d->b, 0, DECIDED_BITS}, 0, d});
    }
    read_entity_links(v->store, pair->entity, PATH_LINKS_MOST, &c, v->err);
    while (v->status == BOWLINE_OK && next_link(&c, &row))
        if (row.bits > 0)
            add_edge(v, out,
                     (struct why_edge){{row.from_record, row.to_record, 0, row.bits}, row.link, NULL});
    view_close(v, &c);
}

void why_release_edges(struct why_edges *edges)
{
    memory_free(edges->items);
    *edges = (struct why_edges){0};
}

uint32_t *why_find_path(struct view *v, const struct why_pair *pair, const struct why_edges *edges,
                        size_t without, size_t *length, millibits *weakest)
{
    const uint32_t ends[2] = {pair->a.record->row.record, pair->b.record->row.record};
    struct path_edge *kept = memory_new(edges->count, sizeof *kept);
    uint32_t *path = memory_new(edges->count, sizeof *path);
    size_t count = 0;
    *length = 0;
    *weakest = 0;
    if (kept && path) {
        for (size_t i = 0; i < edges->count; i++)
            if (i != without)
                kept[count++] = edges->items[i].edge;
        view_try(v, widest_path(kept, count, ends, path, length, v->err));
        for (size_t i = 0; i < *length; i++)
            if (i == 0 || edges->items[path[i]].edge.bits < *weakest)
                *weakest = edges->items[path[i]].edge.bits;
    } else {
        view_try(v, error_memory(v->err));
    }
    memory_free(kept);
    return path;
}

static json_t *link_json(struct view *v, uint32_t link)
{
    struct cursor c;
    struct link_row row;
    json_t *found = NULL;
    read_link(v->store, link, &c, v->err);
    if (v->status == BOWLINE_OK && next_link(&c, &row))
        found = link_row_json(v, &row);
    view_close(v, &c);
    return found;
}

/* A step that a person decided: no bits, no evidence. */
static json_t *decided_json(struct view *v, const struct why_decision *d)
{
    json_t *out = view_object(v);
    view_put(v, out, "from", json_incref(json_object_get(d->row, "a")));
    view_put(v, out, "to", json_incref(json_object_get(d->row, "b")));
    view_put(v, out, "from_party", json_incref(json_object_get(d->row, "a_party")));
    view_put(v, out, "to_party", json_incref(json_object_get(d->row, "b_party")));
    view_put_int(v, out, "decision", d->number);
    view_put(v, out, "because", json_incref(json_object_get(d->row, "because")));
    return out;
}

json_t *why_path_json(struct view *v, const struct why_edges *edges, const uint32_t *path, size_t length)
{
    json_t *list = view_array(v);
    for (size_t i = 0; v->status == BOWLINE_OK && i < length && i < PATH_MOST; i++) {
        const struct why_edge *edge = &edges->items[path[i]];
        view_push(v, list, edge->decision ? decided_json(v, edge->decision) : link_json(v, edge->link));
    }
    return list;
}
