/* A record as an answer shows it. What hides: every value of a protected party (docs/protection.md) but its
 * times and categories; in texts, the identifiers and names that are a protected party's. */
#include "reports/detail.h"

#include "records/cell_check.h"

#include "base/buffer.h"
#include "base/hash.h"
#include "base/memory.h"
#include "reports/row_split.h"

#define DETAILS_MOST 4194304
#define USES_MOST    65536
#define NAME_LEAST   3 /* bytes of a value that is looked for in the record's texts */

struct stretch {
    size_t start, end;
    struct span instead;
};

bool type_is_open(enum column_type type)
{
    switch (type) {
    case TYPE_ID:
    case TYPE_TIME:
    case TYPE_START:
    case TYPE_END:
    case TYPE_TEXT:
    case TYPE_CATEGORY:
    case TYPE_CHANNEL:
    case TYPE_SITE:
    case TYPE_SOURCE:
    case TYPE_GRADE:
    case TYPE_HANDLING: return true;
    default: return false;
    }
}

bool detail_hides(const struct detail *d, enum party party)
{
    return d->is_protected || (party < PARTY_COUNT && party_is_protected(party));
}

static bool cell_is_hidden(const struct detail *d, const struct column *column)
{
    return !type_is_open(column->type) && detail_hides(d, column->party);
}

struct span view_hide(struct view *v, struct span value, bool is_hidden)
{
    char name[PSEUDONYM_SIZE];
    if (!is_hidden || value.length == 0)
        return value;
    reader_pseudonym(v->reader, value, name);
    return view_format(v, "%s", name);
}

static bool keep_use(struct view *v, struct use_row *row)
{
    row->type = arena_copy(&v->arena, row->type);
    row->value = arena_copy(&v->arena, row->value);
    row->party = arena_copy(&v->arena, row->party);
    row->form = arena_copy(&v->arena, row->form);
    return row->type.at && row->value.at && row->party.at && row->form.at;
}

static void load_uses(struct view *v, struct detail *d)
{
    struct cursor c;
    struct use_row row;
    size_t capacity = 0;
    read_uses(v->store, d->row.record, &c, v->err);
    while (v->status == BOWLINE_OK && d->use_count < USES_MOST && next_use(&c, &row)) {
        if (!keep_use(v, &row) || !memory_reserve(&d->uses, &capacity, d->use_count + 1, USES_MOST))
            view_try(v, error_memory(v->err));
        else
            d->uses[d->use_count++] = row;
    }
    view_close(v, &c);
    struct use_row *kept = arena_take(&v->arena, d->use_count, sizeof *kept);
    if (kept && d->use_count)
        memcpy(kept, d->uses, d->use_count * sizeof *kept);
    memory_free(d->uses);
    d->uses = kept;
    if (!kept) {
        d->use_count = 0;
        view_try(v, error_memory(v->err));
    }
}

static size_t count_columns(const struct reader *reader, uint32_t resource)
{
    size_t most = 0;
    for (uint32_t i = 1; i <= reader->column_count; i++) {
        const struct column *column = reader_column(reader, i);
        if (column && column->row.resource == resource && column->row.position + 1u > most)
            most = column->row.position + 1u;
    }
    return most;
}

static void load_cells(struct view *v, struct detail *d)
{
    size_t count = count_columns(v->reader, d->row.resource);
    struct span *values = arena_take(&v->arena, count, sizeof *values);
    d->cells = arena_take(&v->arena, count, sizeof *d->cells);
    if (!values || !d->cells || !d->resource) {
        if (d->resource)
            view_try(v, error_memory(v->err));
        return;
    }
    row_split(v, d->resource, d->row.source, values, count);
    for (uint32_t i = 1; v->status == BOWLINE_OK && i <= v->reader->column_count; i++) {
        const struct column *column = reader_column(v->reader, i);
        if (!column || column->row.resource != d->row.resource || d->cell_count == count)
            continue;
        struct span value = values[column->row.position];
        if (value.length)
            d->cells[d->cell_count++] = (struct shown_cell){i, column, value, value};
        if (column->type == TYPE_CATEGORY && category_find(span_trim(value)) == CATEGORY_POSSIBLE_VICTIM)
            d->is_protected = true;
    }
}

/* The pseudonym of a hidden cell is that of the identifier in it, so that one contact has one name. */
static struct span hidden_value(struct view *v, const struct detail *d, const struct shown_cell *cell)
{
    for (size_t i = 0; i < d->use_count; i++)
        if (d->uses[i].field == cell->field)
            return view_hide(v, d->uses[i].value, true);
    return view_hide(v, span_trim(cell->value), true);
}

struct stretches {
    struct stretch *items;
    size_t count, capacity;
};

static void add_stretch(struct view *v, struct stretches *list, struct stretch item)
{
    if (!memory_reserve(&list->items, &list->capacity, list->count + 1, USES_MOST))
        view_try(v, error_memory(v->err));
    else
        list->items[list->count++] = item;
}

static void find_uses(struct view *v, const struct detail *d, const struct shown_cell *cell,
                      struct stretches *list)
{
    for (size_t i = 0; i < d->use_count; i++) {
        const struct use_row *use = &d->uses[i];
        bool is_hidden = use->is_protected || detail_hides(d, party_find(use->party));
        if (is_hidden && use->field == cell->field && use->start < use->end && use->end <= cell->value.length)
            add_stretch(v, list, (struct stretch){use->start, use->end, view_hide(v, use->value, true)});
    }
}

/* Where the text names what a hidden cell of the same record holds. */
static void find_names(struct view *v, const struct detail *d, const struct shown_cell *cell,
                       struct stretches *list)
{
    for (size_t i = 0; i < d->cell_count; i++) {
        const struct shown_cell *other = &d->cells[i];
        struct span name = span_trim(other->value);
        if (!cell_is_hidden(d, other->column) || name.length < NAME_LEAST)
            continue;
        size_t at = 0;
        while (at < cell->value.length) {
            const char *found = memmem(cell->value.at + at, cell->value.length - at, name.at, name.length);
            if (!found)
                break;
            size_t start = (size_t)(found - cell->value.at);
            add_stretch(v, list, (struct stretch){start, start + name.length, other->shown});
            at = start + name.length;
        }
    }
}

static void sort_stretches(struct stretches *list)
{
    for (size_t i = 1; i < list->count; i++)
        for (size_t j = i; j > 0 && list->items[j].start < list->items[j - 1].start; j--) {
            struct stretch swap = list->items[j];
            list->items[j] = list->items[j - 1];
            list->items[j - 1] = swap;
        }
}

static void mask_text(struct view *v, const struct detail *d, struct shown_cell *cell)
{
    struct stretches list = {0};
    struct buffer text;
    buffer_init(&text, cell->value.length + (size_t)USES_MOST * PSEUDONYM_SIZE);
    find_uses(v, d, cell, &list);
    find_names(v, d, cell, &list);
    sort_stretches(&list);
    size_t at = 0;
    for (size_t i = 0; i < list.count; i++) {
        const struct stretch *hide = &list.items[i];
        if (hide->end <= at)
            continue;
        if (hide->start > at)
            buffer_append(&text, cell->value.at + at, hide->start - at);
        buffer_append_span(&text, hide->instead);
        at = hide->end;
    }
    if (list.count) {
        buffer_append(&text, cell->value.at + at, cell->value.length - at);
        cell->shown = arena_copy(&v->arena, buffer_all(&text));
        if (!buffer_ok(&text) || !cell->shown.at)
            view_try(v, error_memory(v->err));
    }
    buffer_release(&text);
    memory_free(list.items);
}

/* Hidden cells first: texts may name them. */
static void mask_cells(struct view *v, struct detail *d)
{
    for (size_t i = 0; i < d->cell_count; i++)
        if (cell_is_hidden(d, d->cells[i].column))
            d->cells[i].shown = hidden_value(v, d, &d->cells[i]);
    for (size_t i = 0; i < d->cell_count && v->status == BOWLINE_OK; i++)
        if (!cell_is_hidden(d, d->cells[i].column))
            mask_text(v, d, &d->cells[i]);
}

static struct detail *find_detail(const struct view *v, uint32_t record)
{
    if (v->detail_slots == 0)
        return NULL;
    size_t slot = hash_mix(record) & (v->detail_slots - 1);
    while (v->details[slot] && v->details[slot]->row.record != record)
        slot = (slot + 1) & (v->detail_slots - 1);
    return v->details[slot];
}

static void place_detail(struct detail **slots, size_t count, struct detail *d)
{
    size_t slot = hash_mix(d->row.record) & (count - 1);
    while (slots[slot])
        slot = (slot + 1) & (count - 1);
    slots[slot] = d;
}

static bool keep_detail(struct view *v, struct detail *d)
{
    if (v->detail_count * 2 >= v->detail_slots) {
        size_t count = v->detail_slots ? v->detail_slots * 2 : 256;
        struct detail **slots = count <= DETAILS_MOST ? memory_new(count, sizeof(struct detail *)) : NULL;
        if (!slots)
            return false;
        for (size_t i = 0; i < v->detail_slots; i++)
            if (v->details[i])
                place_detail(slots, count, v->details[i]);
        memory_free(v->details);
        v->details = slots;
        v->detail_slots = count;
    }
    place_detail(v->details, v->detail_slots, d);
    v->detail_count++;
    return true;
}

const struct detail *view_detail_of(struct view *v, const struct record_row *row)
{
    struct detail *d = find_detail(v, row->record);
    if (d || v->status != BOWLINE_OK)
        return v->status == BOWLINE_OK ? d : NULL;
    d = arena_take(&v->arena, 1, sizeof *d);
    if (!d) {
        view_try(v, error_memory(v->err));
        return NULL;
    }
    d->row = *row;
    d->row.key = arena_copy(&v->arena, row->key);
    d->row.source = arena_copy(&v->arena, row->source);
    d->row.place = arena_copy(&v->arena, row->place);
    d->resource = reader_resource(v->reader, row->resource);
    if (!d->row.key.at || !d->row.source.at || !d->row.place.at || !keep_detail(v, d))
        view_try(v, error_memory(v->err));
    if (v->status == BOWLINE_OK)
        load_uses(v, d);
    if (v->status == BOWLINE_OK)
        load_cells(v, d);
    if (v->status == BOWLINE_OK)
        mask_cells(v, d);
    return v->status == BOWLINE_OK ? d : NULL;
}

const struct detail *view_detail(struct view *v, uint32_t record)
{
    struct cursor c;
    struct record_row row;
    const struct detail *d = find_detail(v, record);
    if (d || v->status != BOWLINE_OK)
        return v->status == BOWLINE_OK ? d : NULL;
    read_record(v->store, record, &c, v->err);
    bool is_there = next_record(&c, &row);
    if (is_there)
        d = view_detail_of(v, &row);
    view_close(v, &c);
    if (!is_there && v->status == BOWLINE_OK)
        view_try(v, error_set(v->err, BOWLINE_ERROR_CASE, "%s: damaged: record %u is missing",
                              store_path(v->store), record));
    return d;
}

struct span detail_name(struct view *v, const struct detail *d)
{
    struct span resource = d->resource ? d->resource->name : span_of("");
    return view_format(v, "%.*s/%.*s", (int)resource.length, resource.at, (int)d->row.key.length,
                       d->row.key.at);
}
