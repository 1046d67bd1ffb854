/* The links that a person should look at first: those whose other answer is likely and would move most
 * records. A link's worth is (records that its other answer would move) x (chance that it is the right one):
 * the expected change (Settles 2009: expected model change). */
#include "reports/json.h"
#include "reports/why.h"
#include "store/read_views.h"

#include "base/memory.h"
#include "base/sort.h"

#define REVIEW_MOST 200
#define BITS_WITHIN 6000 /* odds of 64 to 1: beyond these a person rarely differs */
#define LOOKED_AT   1500 /* links, those nearest to zero */
#define LINKS_MOST  50   /* of a record, to see whether others hold it */

struct doubt {
    struct unsure_row row;
    int64_t moved;  /* records; of two in one entity 1, if nothing else holds either */
    bool is_joined; /* in one entity */
};

struct doubts {
    struct doubt *items;
    size_t count;
};

static void load_doubts(struct view *v, struct doubts *out)
{
    struct cursor c;
    struct unsure_row row;
    out->items = arena_take(&v->arena, LOOKED_AT, sizeof *out->items);
    out->count = 0;
    if (!out->items)
        view_try(v, error_memory(v->err));
    read_unsure_links(v->store, BITS_WITHIN, LOOKED_AT, &c, v->err);
    while (v->status == BOWLINE_OK && next_unsure(&c, &row)) {
        row.link.from_party = arena_copy(&v->arena, row.link.from_party);
        row.link.to_party = arena_copy(&v->arena, row.link.to_party);
        if (!row.link.from_party.at || !row.link.to_party.at)
            view_try(v, error_memory(v->err));
        out->items[out->count++].row = row;
    }
    view_close(v, &c);
}

static bool is_decided(const struct why_decisions *decisions, const struct link_row *link)
{
    for (size_t i = 0; i < decisions->count; i++) {
        const struct why_decision *d = &decisions->items[i];
        if ((d->a == link->from_record && d->b == link->to_record) ||
            (d->b == link->from_record && d->a == link->to_record))
            return true;
    }
    return false;
}

/* Whether another link above zero holds the record in its entity. */
static bool is_held(struct view *v, uint32_t record, uint32_t without)
{
    struct cursor c;
    struct link_row row;
    bool is_held = false;
    read_record_links(v->store, record, LINKS_MOST, &c, v->err);
    while (v->status == BOWLINE_OK && !is_held && next_link(&c, &row))
        is_held = row.link != without && row.bits > 0;
    view_close(v, &c);
    return is_held;
}

/* Of two in one entity, the other answer moves something only where one is held by nothing else. */
static bool would_move(struct view *v, const struct doubt *doubt)
{
    const struct link_row *link = &doubt->row.link;
    return !doubt->is_joined || !is_held(v, link->from_record, link->link) ||
           !is_held(v, link->to_record, link->link);
}

static double expected_of(const struct doubt *doubt)
{
    double p = doubt->row.link.probability;
    return (double)doubt->moved * (doubt->is_joined ? 1 - p : p);
}

static json_t *doubt_json(struct view *v, const struct doubt *doubt)
{
    const struct unsure_row *row = &doubt->row;
    json_t *out = link_row_json(v, &row->link);
    if (!out)
        return NULL;
    json_t *entities = view_array(v);
    json_t *networks = view_array(v);
    for (unsigned side = 0; side < 2; side++) {
        view_push(v, entities, row->entity[side] ? json_integer(row->entity[side]) : json_null());
        view_push(v, networks, row->network[side] ? json_integer(row->network[side]) : json_null());
    }
    view_put(v, out, "entities", entities);
    view_put(v, out, "networks", networks);
    view_put(v, out, "joined", json_boolean(doubt->is_joined));
    view_put_int(v, out, "moved", doubt->moved);
    view_put_real(v, out, "expected", expected_of(doubt));
    return out;
}

/* Two groups would become one: the smaller moves. */
static void judge(struct doubt *doubt)
{
    const struct unsure_row *row = &doubt->row;
    doubt->is_joined = row->entity[0] && row->entity[0] == row->entity[1];
    doubt->moved = row->records[0] < row->records[1] ? row->records[0] : row->records[1];
    if (doubt->is_joined)
        doubt->moved = row->link.bits > 0 ? 1 : 0;
}

/* The most expected change first, then as the links stand. */
static void rank(struct view *v, struct doubts *doubts, struct sort_pair *order)
{
    for (size_t i = 0; i < doubts->count; i++) {
        judge(&doubts->items[i]);
        order[i] = (struct sort_pair){UINT64_MAX - (uint64_t)(expected_of(&doubts->items[i]) * 1e6), i};
    }
    if (v->status == BOWLINE_OK && !sort_pairs(order, doubts->count))
        view_try(v, error_memory(v->err));
}

static json_t *review_view(struct view *v, unsigned limit)
{
    struct doubts doubts;
    struct why_decisions decisions = {0};
    json_t *list = view_array(v);
    load_doubts(v, &doubts);
    struct sort_pair *order = arena_take(&v->arena, doubts.count + 1, sizeof *order);
    if (!order)
        view_try(v, error_memory(v->err));
    if (v->status == BOWLINE_OK)
        rank(v, &doubts, order);
    if (v->status == BOWLINE_OK)
        why_load_decisions(v, &decisions);
    for (size_t i = 0; i < doubts.count && v->status == BOWLINE_OK && json_array_size(list) < limit; i++) {
        const struct doubt *doubt = &doubts.items[order[i].value];
        if (doubt->moved && !is_decided(&decisions, &doubt->row.link) && would_move(v, doubt))
            view_push(v, list, doubt_json(v, doubt));
    }
    why_release_decisions(&decisions);
    return list;
}

enum bowline_status json_review(struct reader *reader, unsigned limit, struct bowline_text *json,
                                struct bowline_error *err)
{
    struct view v;
    view_init(&v, reader, err);
    json_t *out = view_object(&v);
    if (limit < 1 || limit > REVIEW_MOST)
        view_try(&v,
                 error_set(err, BOWLINE_ERROR_ARGUMENT, "a limit of %u: say 1 to %d", limit, REVIEW_MOST));
    if (v.status == BOWLINE_OK)
        view_put(&v, out, "links", review_view(&v, limit));
    return view_finish(&v, out, json);
}
