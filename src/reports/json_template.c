/* One template: its slots with their values, and its members laid beside it. */
#include "base/memory.h"
#include "reports/json.h"
#include "reports/marks.h"
#include "reports/rows.h"
#include "templates/pattern.h"

#include <stdlib.h>

#define VALUES_TOP 12 /* of a slot */

/* Words that fill a slot, and in how many of the members that are read. */
struct slot_value {
    uint32_t slot, members;
    struct span text;
};

struct template_reading {
    struct view *v;
    struct span text; /* the template's */
    struct pattern pattern;
    struct comparison comparison;
    struct slot_value *values;
    size_t value_count, value_capacity;
};

static const struct fold_table *view_folds(struct view *v)
{
    struct fold_table *folds = &v->reader->folds;
    if (v->status == BOWLINE_OK && !folds->entries)
        view_try(v, fold_table_init(folds, v->err));
    return v->status == BOWLINE_OK ? folds : NULL;
}

/* A record's texts as they may be shown, joined as the templates saw them. */
static struct span shown_text(struct view *v, const struct detail *d)
{
    struct span text = {"", 0};
    for (size_t i = 0; i < d->cell_count; i++) {
        struct span cell = d->cells[i].shown;
        if (d->cells[i].column->type == TYPE_TEXT)
            text = text.length
                       ? view_format(v, "%.*s\n%.*s", (int)text.length, text.at, (int)cell.length, cell.at)
                       : cell;
    }
    return text;
}

/* Without white space and punctuation at its end. */
static struct span bare_value(struct span s)
{
    while (s.length && ((unsigned char)s.at[s.length - 1] <= ' ' || strchr(".,;:!?", s.at[s.length - 1])))
        s.length--;
    return s;
}

static void note_value(struct template_reading *t, const struct piece *piece)
{
    struct slot_value value = {piece->slot, 1, bare_value(piece->text)};
    if (value.text.length == 0)
        return;
    if (memory_reserve(&t->values, &t->value_capacity, t->value_count + 1, UINT32_MAX))
        t->values[t->value_count++] = value;
    else
        view_try(t->v, error_memory(t->v->err));
}

static json_t *pieces_json(struct template_reading *t)
{
    struct view *v = t->v;
    json_t *list = view_array(v);
    for (size_t i = 0; i < t->comparison.count; i++) {
        const struct piece *piece = &t->comparison.pieces[i];
        json_t *out = view_object(v);
        view_put_text(v, out, "kind", span_of(piece_kind_name(piece->kind)));
        if (piece->kind == PIECE_SLOT) {
            view_put_int(v, out, "slot", piece->slot + 1);
            note_value(t, piece);
        }
        view_put_text(v, out, "text", piece->text);
        view_push(v, list, out);
    }
    return list;
}

static json_t *member_json(struct template_reading *t, uint32_t record, millibits bits)
{
    struct view *v = t->v;
    const struct fold_table *folds = view_folds(v);
    const struct detail *d = view_detail(v, record);
    json_t *out = record_row_json(v, d);
    if (!out || !folds)
        return out;
    comparison_make(&t->comparison, &t->pattern, t->text, folds, shown_text(v, d));
    if (t->comparison.failed)
        view_try(v, error_memory(v->err));
    view_put_bits(v, out, "bits", bits);
    view_put(v, out, "pieces", pieces_json(t));
    return out;
}

static json_t *members_json(struct template_reading *t, uint32_t id, unsigned limit)
{
    struct view *v = t->v;
    struct cursor c;
    struct member_line row;
    json_t *list = view_array(v);
    read_template_members(v->store, id, limit, &c, v->err);
    while (v->status == BOWLINE_OK && next_member_line(&c, &row))
        view_push(v, list, member_json(t, row.record, row.bits));
    view_close(v, &c);
    return list;
}

static int by_text(const void *a, const void *b)
{
    const struct slot_value *x = a;
    const struct slot_value *y = b;
    return x->slot != y->slot ? (x->slot > y->slot) - (x->slot < y->slot) : span_compare(x->text, y->text);
}

static int by_members(const void *a, const void *b)
{
    const struct slot_value *x = a;
    const struct slot_value *y = b;
    if (x->slot == y->slot && x->members != y->members)
        return x->members < y->members ? 1 : -1;
    return by_text(a, b);
}

/* Equal values become one with the sum of members; then by slot, the most frequent first. */
static void gather_values(struct template_reading *t)
{
    size_t kept = 0;
    if (t->value_count == 0)
        return;
    qsort(t->values, t->value_count, sizeof *t->values, by_text);
    for (size_t i = 0; i < t->value_count; i++) {
        if (kept && by_text(&t->values[kept - 1], &t->values[i]) == 0)
            t->values[kept - 1].members++;
        else
            t->values[kept++] = t->values[i];
    }
    t->value_count = kept;
    qsort(t->values, t->value_count, sizeof *t->values, by_members);
}

static json_t *slots_json(struct template_reading *t)
{
    struct view *v = t->v;
    json_t *list = view_array(v);
    size_t next = 0;
    gather_values(t);
    for (uint32_t s = 0; s < t->pattern.slot_count; s++) {
        json_t *slot = view_object(v);
        json_t *values = view_array(v);
        size_t first = next;
        for (; next < t->value_count && t->values[next].slot == s; next++) {
            if (next - first >= VALUES_TOP)
                continue;
            json_t *value = view_object(v);
            view_put_text(v, value, "value", t->values[next].text);
            view_put_int(v, value, "records", t->values[next].members);
            view_push(v, values, value);
        }
        view_put_int(v, slot, "slot", s + 1);
        view_put_text(v, slot, "type", span_of(slot_type_name(t->pattern.slots[s].type)));
        view_put_int(v, slot, "values_total", (int64_t)(next - first));
        view_put(v, slot, "values", values);
        view_push(v, list, slot);
    }
    return list;
}

static void put_template(struct template_reading *t, json_t *out, uint32_t id, unsigned limit)
{
    const struct fold_table *folds = view_folds(t->v);
    if (!folds)
        return;
    if (!pattern_read(&t->pattern, folds, t->text))
        view_try(t->v, error_memory(t->v->err));
    json_t *members = members_json(t, id, limit);
    view_put(t->v, out, "slots", slots_json(t));
    view_put(t->v, out, "members", members);
}

json_t *template_view(struct view *v, uint32_t id, unsigned limit)
{
    struct cursor c;
    struct template_row row = {0};
    read_template(v->store, id, &c, v->err);
    bool is_there = next_template(&c, &row);
    struct template_reading t = {.v = v, .text = view_format(v, "%.*s", (int)row.text.length, row.text.at)};
    json_t *out = is_there ? template_json(v, row.template_id, row.records, row.bits, t.text) : NULL;
    view_close(v, &c);
    if (!is_there && v->status == BOWLINE_OK)
        view_try(v, error_set(v->err, BOWLINE_ERROR_NOT_FOUND, "%s: there is no template %u",
                              store_path(v->store), id));
    if (out)
        marks_put(v, out, MARKING_OF_TEMPLATE, id);
    if (out)
        put_template(&t, out, id, limit);
    pattern_release(&t.pattern);
    comparison_release(&t.comparison);
    memory_free(t.values);
    return out;
}

enum bowline_status json_template(struct reader *reader, uint32_t id, struct bowline_text *json,
                                  struct bowline_error *err)
{
    struct view v;
    view_init(&v, reader, err);
    json_t *root = template_view(&v, id, ROWS_MEMBERS);
    return view_finish(&v, root, json);
}
