/* Which decisions stand between two records, and between their entities. */
#include "reports/why.h"

#include "base/memory.h"
#include "store/read_members.h"

#define DECISIONS_MOST  1000000u
#define DECISIONS_SHOWN 20

static struct decision_side copy_side(struct view *v, const struct decision_side *side)
{
    return (struct decision_side){.resource = arena_copy(&v->arena, side->resource),
                                  .key = arena_copy(&v->arena, side->key),
                                  .party = arena_copy(&v->arena, side->party),
                                  .row = {"", 0}};
}

static uint32_t record_of(struct view *v, const struct decision_side *side)
{
    struct cursor c;
    struct record_row row;
    uint32_t found = 0;
    uint32_t resource = side->resource.at ? reader_find_resource(v->reader, side->resource) : 0;
    if (v->status != BOWLINE_OK || !resource || !side->key.at)
        return 0;
    read_record_named(v->store, resource, side->key, &c, v->err);
    if (next_record(&c, &row))
        found = row.record;
    view_close(v, &c);
    return found;
}

static void keep(struct view *v, struct why_decisions *out, const struct decision_row *row)
{
    if (!memory_reserve(&out->items, &out->capacity, out->count + 1, DECISIONS_MOST)) {
        view_try(v, error_memory(v->err));
        return;
    }
    out->items[out->count++] = (struct why_decision){.number = row->decision,
                                                     .a_side = copy_side(v, &row->a),
                                                     .b_side = copy_side(v, &row->b),
                                                     .is_same = span_equal(row->what, span_of("same")),
                                                     .is_kept = row->effect == EFFECT_FOUND,
                                                     .row = decision_row_json(v, row)};
}

void why_load_decisions(struct view *v, struct why_decisions *out)
{
    struct cursor c;
    struct decision_row row;
    *out = (struct why_decisions){0};
    read_decisions(v->store, true, &c, v->err);
    while (v->status == BOWLINE_OK && next_decision(&c, &row))
        if (row.effect != EFFECT_LOST)
            keep(v, out, &row);
    view_close(v, &c);
    for (size_t i = 0; i < out->count; i++) {
        out->items[i].a = record_of(v, &out->items[i].a_side);
        out->items[i].b = record_of(v, &out->items[i].b_side);
    }
}

void why_release_decisions(struct why_decisions *decisions)
{
    for (size_t i = 0; i < decisions->count; i++)
        json_decref(decisions->items[i].row);
    memory_free(decisions->items);
    *decisions = (struct why_decisions){0};
}

uint32_t why_entity_of(struct view *v, uint32_t record, struct span party)
{
    struct cursor c;
    struct member_row row;
    uint32_t entity = 0;
    read_record_members(v->store, record, &c, v->err);
    while (v->status == BOWLINE_OK && next_member(&c, &row))
        if (span_equal(row.party, party))
            entity = row.entity;
    view_close(v, &c);
    return entity;
}

/* Whether a side of a decision is the record, or of its entity. */
static bool is_of(struct view *v, uint32_t record, struct span party, const struct named_party *side,
                  uint32_t entity)
{
    if (record == side->record->row.record)
        return !side->is_said || party_find(party) == side->party;
    return record && entity && why_entity_of(v, record, party) == entity;
}

static bool is_direct(const struct why_pair *p, const struct why_decision *d)
{
    uint32_t a = p->a.record->row.record;
    uint32_t b = p->b.record->row.record;
    return (d->a == a && d->b == b) || (d->a == b && d->b == a);
}

static bool is_between(struct view *v, const struct why_pair *p, const struct why_decision *d)
{
    if (!d->a || !d->b)
        return false;
    return (is_of(v, d->a, d->a_side.party, &p->a, p->a_entity) &&
            is_of(v, d->b, d->b_side.party, &p->b, p->b_entity)) ||
           (is_of(v, d->a, d->a_side.party, &p->b, p->b_entity) &&
            is_of(v, d->b, d->b_side.party, &p->a, p->a_entity));
}

static const char *text_at(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

const struct why_decision *why_deciding(struct view *v, const struct why_pair *pair,
                                        const struct why_decisions *decisions, const char *what)
{
    for (size_t i = 0; v->status == BOWLINE_OK && i < decisions->count; i++) {
        const struct why_decision *d = &decisions->items[i];
        if (strcmp(text_at(d->row, "what"), what) == 0 && is_between(v, pair, d) &&
            (!pair->entity || is_direct(pair, d)))
            return d;
    }
    return NULL;
}

static int64_t template_of(struct view *v, uint32_t record)
{
    struct cursor c;
    struct record_template_row row;
    int64_t found = 0;
    read_record_template(v->store, record, &c, v->err);
    if (v->status == BOWLINE_OK && next_record_template(&c, &row))
        found = row.template_id;
    view_close(v, &c);
    return found;
}

/* Whether the evidence of a link is about the decision's value; template_id 0: an identifier. */
static bool is_in_evidence(const json_t *link, const json_t *row, int64_t template_id)
{
    size_t i;
    json_t *item;
    json_array_foreach(json_object_get(link, "evidence"), i, item)
    {
        if (template_id ? json_integer_value(json_object_get(item, "template")) == template_id
                        : strcmp(text_at(item, "type"), text_at(row, "type")) == 0 &&
                              strcmp(text_at(item, "value"), text_at(row, "value")) == 0)
            return true;
    }
    return false;
}

static bool uses(struct view *v, const struct detail *d, const json_t *row)
{
    for (size_t i = 0; i < d->use_count; i++) {
        const struct use_row *use = &d->uses[i];
        bool is_hidden = use->is_protected || detail_hides(d, party_find(use->party));
        struct span shown = view_hide(v, use->value, is_hidden);
        if (span_equal(use->type, span_of(text_at(row, "type"))) &&
            span_equal(shown, span_of(text_at(row, "value"))))
            return true;
    }
    return false;
}

/* Whether both sides have the value, or it is in evidence that is shown. */
static bool is_about(struct view *v, const struct why_pair *p, const struct why_decision *d,
                     const json_t *link, const json_t *path)
{
    size_t i;
    json_t *item;
    bool is_template = strcmp(text_at(d->row, "type"), "template") == 0;
    int64_t id = is_template && d->a ? template_of(v, d->a) : 0;
    if (!*text_at(d->row, "type") || (is_template && !id))
        return false;
    if (is_in_evidence(link, d->row, id))
        return true;
    json_array_foreach(path, i, item)
    {
        if (is_in_evidence(item, d->row, id))
            return true;
    }
    if (is_template)
        return template_of(v, p->a.record->row.record) == id && template_of(v, p->b.record->row.record) == id;
    return uses(v, p->a.record, d->row) && uses(v, p->b.record, d->row);
}

json_t *why_decisions_json(struct view *v, const struct why_pair *pair, const struct why_decisions *decisions,
                           const json_t *link, const json_t *path)
{
    json_t *list = view_array(v);
    for (size_t i = 0; v->status == BOWLINE_OK && i < decisions->count; i++) {
        const struct why_decision *d = &decisions->items[i];
        if (json_array_size(list) < DECISIONS_SHOWN &&
            (is_between(v, pair, d) || is_about(v, pair, d, link, path)))
            view_push(v, list, json_incref(d->row));
    }
    return list;
}
