/* One record: its place in the source, its cells, what was found in them, its links. */
#include "reports/json.h"
#include "reports/marks.h"
#include "reports/rows.h"

#include "records/mention_table.h"

static const struct detail *no_record(struct view *v, const char *name)
{
    view_try(v, error_set(v->err, BOWLINE_ERROR_NOT_FOUND,
                          "%s: there is no record %s: name it as resource/id, such as ads/A-1",
                          store_path(v->store), name));
    return NULL;
}

static const struct detail *ambiguous(struct view *v, const char *name, const struct detail *a,
                                      const struct detail *b)
{
    struct span first = detail_name(v, a);
    struct span second = detail_name(v, b);
    view_try(v, error_set(v->err, BOWLINE_ERROR_ARGUMENT,
                          "%s: %s stands for more than one record: say %.*s or %.*s", store_path(v->store),
                          name, (int)first.length, first.at, (int)second.length, second.at));
    return NULL;
}

static const struct detail *find_named(struct view *v, uint32_t resource, struct span key, const char *name)
{
    struct cursor c;
    struct record_row row;
    const struct detail *found[2] = {NULL, NULL};
    unsigned count = 0;
    read_record_named(v->store, resource, key, &c, v->err);
    while (v->status == BOWLINE_OK && count < 2 && next_record(&c, &row))
        found[count++] = view_detail_of(v, &row);
    view_close(v, &c);
    if (v->status != BOWLINE_OK)
        return NULL;
    return count < 2 ? found[0] : ambiguous(v, name, found[0], found[1]);
}

const struct detail *view_find(struct view *v, const char *name)
{
    const char *slash = strchr(name, '/');
    const struct detail *d = NULL;
    uint32_t resource =
        slash ? reader_find_resource(v->reader, (struct span){name, (size_t)(slash - name)}) : 0;
    if (v->status != BOWLINE_OK)
        return NULL;
    if (resource)
        d = find_named(v, resource, span_of(slash + 1), name);
    if (!d && v->status == BOWLINE_OK)
        d = find_named(v, 0, span_of(name), name);
    return d;
}

const struct detail *view_named(struct view *v, const char *name)
{
    const struct detail *d = view_find(v, name);
    return !d && v->status == BOWLINE_OK ? no_record(v, name) : d;
}

/* Whether the record names the party: the one that it is filed under, or one with a cell. */
static bool names_party(const struct detail *d, enum record_kind kind, enum party party)
{
    bool is_named = party == kind_principal(kind);
    for (size_t i = 0; i < d->cell_count; i++)
        is_named |= d->cells[i].column->type != TYPE_NONE && d->cells[i].column->party == party;
    return is_named && !(kind == KIND_STAY && party == PARTY_SELF);
}

static void no_party(struct view *v, const char *name, const struct detail *d, enum party party)
{
    struct span record = detail_name(v, d);
    view_try(v, error_set(v->err, BOWLINE_ERROR_NOT_FOUND, "%s: %s: %.*s names no %s", store_path(v->store),
                          name, (int)record.length, record.at, party_name(party)));
}

struct named_party view_named_party(struct view *v, const char *name)
{
    const char *colon = strrchr(name, ':');
    struct named_party found = {view_find(v, name), PARTY_COUNT, false};
    if (!found.record && v->status == BOWLINE_OK && colon)
        found.party = party_find(span_of(colon + 1));
    if (found.party < PARTY_COUNT) {
        struct span record = {name, (size_t)(colon - name)};
        struct span copy = arena_copy(&v->arena, record);
        found.record = copy.at ? view_find(v, copy.at) : NULL;
        if (!copy.at)
            view_try(v, error_memory(v->err));
    }
    if (!found.record && v->status == BOWLINE_OK)
        no_record(v, name);
    if (found.record && !found.record->resource)
        view_try(v, error_set(v->err, BOWLINE_ERROR_CASE, "%s: damaged: record %u belongs to no resource",
                              store_path(v->store), found.record->row.record));
    if (v->status != BOWLINE_OK || !found.record || !found.record->resource)
        return (struct named_party){NULL, PARTY_COUNT, false};
    enum record_kind kind = kind_find(found.record->resource->kind);
    found.is_said = found.party < PARTY_COUNT;
    if (!found.is_said)
        found.party = kind_principal(kind);
    if (!names_party(found.record, kind, found.party))
        no_party(v, name, found.record, found.party);
    return found;
}

static void put_source(struct view *v, json_t *out, const struct detail *d)
{
    view_put_text(v, out, "resource", d->resource ? d->resource->name : span_of(""));
    view_put_int(v, out, "line", d->row.line);
    view_put_int(v, out, "byte", d->row.byte);
    view_put_int(v, out, "length", d->row.length);
    view_put_text(v, out, "sha256", d->resource ? d->resource->sha256 : span_of(""));
    const struct detail *first = d->row.duplicate_of ? view_detail(v, d->row.duplicate_of) : NULL;
    view_put(v, out, "duplicate_of", first ? view_text(v, detail_name(v, first)) : json_null());
}

static struct span role_words(struct view *v, const struct column *column)
{
    if (column->type == TYPE_NONE || column->party >= PARTY_COUNT)
        return span_of("");
    if (column->party == PARTY_SELF)
        return span_of(type_name(column->type));
    return view_format(v, "%s.%s", party_name(column->party), type_name(column->type));
}

static void put_cells(struct view *v, json_t *out, const struct detail *d)
{
    json_t *list = view_array(v);
    for (size_t i = 0; i < d->cell_count; i++) {
        json_t *cell = view_object(v);
        view_put_text(v, cell, "column", d->cells[i].column->row.name);
        view_put_text(v, cell, "role", role_words(v, d->cells[i].column));
        view_put_text(v, cell, "value", d->cells[i].shown);
        view_push(v, list, cell);
    }
    view_put(v, out, "cells", list);
}

static void put_rejects(struct view *v, json_t *out, const struct detail *d)
{
    struct cursor c;
    struct cell_reject_row row;
    json_t *list = view_array(v);
    read_cell_rejects(v->store, d->row.record, &c, v->err);
    while (v->status == BOWLINE_OK && next_cell_reject(&c, &row)) {
        json_t *reject = view_object(v);
        view_put_text(v, reject, "column", row.column);
        view_put_text(v, reject, "reason", row.reason);
        view_push(v, list, reject);
    }
    view_close(v, &c);
    view_put(v, out, "rejects", list);
}

static void put_uses(struct view *v, json_t *out, const struct detail *d)
{
    json_t *list = view_array(v);
    for (size_t i = 0; i < d->use_count; i++) {
        const struct use_row *use = &d->uses[i];
        const struct column *column = reader_column(v->reader, use->field);
        bool is_hidden = use->is_protected || detail_hides(d, party_find(use->party));
        json_t *found = view_object(v);
        view_put_text(v, found, "type", use->type);
        view_put_text(v, found, "value", view_hide(v, use->value, is_hidden));
        view_put_text(v, found, "party", use->party);
        view_put_text(v, found, "column", column ? column->row.name : span_of(""));
        view_put_int(v, found, "start", use->start);
        view_put_int(v, found, "end", use->end);
        view_put_text(v, found, "form", use->form);
        view_push(v, list, found);
    }
    view_put(v, out, "identifiers", list);
}

static void put_template(struct view *v, json_t *out, const struct detail *d)
{
    struct cursor c;
    struct record_template_row row;
    json_t *found = NULL;
    read_record_template(v->store, d->row.record, &c, v->err);
    if (v->status == BOWLINE_OK && next_record_template(&c, &row))
        found = template_json(v, row.template_id, row.records, row.bits, row.text);
    view_close(v, &c);
    view_put(v, out, "template", found ? found : json_null());
}

json_t *record_view(struct view *v, const char *name)
{
    struct cursor c;
    const struct detail *d = view_named(v, name);
    json_t *out = record_row_json(v, d);
    if (!out)
        return NULL;
    view_put(v, out, "place_unsure", json_boolean(d->row.is_place_unsure && !d->is_protected));
    marks_put(v, out, MARKING_OF_RECORD, d->row.record);
    put_source(v, out, d);
    put_cells(v, out, d);
    put_rejects(v, out, d);
    put_uses(v, out, d);
    put_template(v, out, d);
    if (d->resource && span_equal(d->resource->kind, span_of(kind_name(KIND_REPORT))))
        report_put(v, out, d);
    read_record_links(v->store, d->row.record, ROWS_LINKS, &c, v->err);
    view_put(v, out, "links", links_json(v, &c));
    return out;
}

enum bowline_status json_record(struct reader *reader, const char *name, struct bowline_text *json,
                                struct bowline_error *err)
{
    struct view v;
    view_init(&v, reader, err);
    json_t *root = record_view(&v, name);
    return view_finish(&v, root, json);
}
