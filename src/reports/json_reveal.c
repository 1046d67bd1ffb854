/* Who stands behind a pseudonym. Pseudonyms are keyed hashes and cannot be turned back: every protected value
 * of the case is hashed again and compared. */
#include "reports/json.h"

#include "records/cell_check.h"
#include "reports/detail.h"
#include "reports/row_split.h"
#include "store/read_members.h"
#include "store/read_records.h"
#include "store/read_views.h"

enum {
    LEAST_DIGITS = 4,   /* of a pseudonym, as P-4f2a */
    MOST_PLACES = 20,   /* records that are named */
    ROWS_A_VIEW = 1000, /* after so many rows their memory is given back */
};

struct search {
    struct view *view;
    struct span wanted; /* the pseudonym, or its beginning */
    struct span value;  /* that was found; NULL before */
    struct span type;   /* of the identifier, or of the column */
    json_t *places;     /* the first MOST_PLACES */
    bool is_identifier; /* then its uses are the places */
};

static bool is_pseudonym(struct span text)
{
    if (text.length < 2 + LEAST_DIGITS || memcmp(text.at, "P-", 2) != 0)
        return false;
    for (size_t i = 2; i < text.length; i++)
        if (!strchr("0123456789abcdef", text.at[i]))
            return false;
    return true;
}

static bool matches(const struct search *s, struct span value)
{
    char name[PSEUDONYM_SIZE];
    reader_pseudonym(s->view->reader, value, name);
    struct span full = span_of(name);
    return s->wanted.length <= full.length && memcmp(full.at, s->wanted.at, s->wanted.length) == 0;
}

/* A second value of the same beginning cannot be told from the first. */
static void note_value(struct search *s, struct span value, struct span type)
{
    struct view *v = s->view;
    if (s->value.at && !span_equal(s->value, value))
        view_try(v, error_set(v->err, BOWLINE_ERROR_ARGUMENT,
                              "%.*s stands for more than one value: give more of its digits",
                              (int)s->wanted.length, s->wanted.at));
    if (s->value.at || v->status != BOWLINE_OK)
        return;
    s->value = arena_copy(&v->arena, value);
    s->type = arena_copy(&v->arena, type);
    if (!s->value.at || !s->type.at)
        view_try(v, error_memory(v->err));
}

/* Where it was read, which need not be written as it is stored. */
static void note_uses(struct search *s, uint32_t identifier)
{
    struct cursor c;
    struct member_row use;
    struct view *v = s->view;
    read_identifier_records(v->store, identifier, MOST_PLACES, &c, v->err);
    while (v->status == BOWLINE_OK && next_member(&c, &use)) {
        const struct detail *d = view_detail(v, use.record);
        json_t *place = d ? view_object(v) : NULL;
        if (!d)
            break;
        view_put_text(v, place, "record", detail_name(v, d));
        view_put_text(v, place, "party", use.party);
        view_push(v, s->places, place);
    }
    view_close(v, &c);
}

static void search_identifiers(struct search *s)
{
    uint32_t found = 0;
    struct cursor c;
    struct named_value_row row;
    struct view *v = s->view;
    read_named_values(v->store, span_of(""), span_of(""), &c, v->err);
    while (v->status == BOWLINE_OK && next_named_value(&c, &row))
        if (matches(s, row.text)) {
            note_value(s, row.text, row.type);
            found = row.value;
        }
    view_close(v, &c);
    if (found && v->status == BOWLINE_OK)
        note_uses(s, found);
    s->is_identifier = found != 0;
}

static void note_place(struct search *s, const struct record_row *row, const struct column *column)
{
    struct view *v = s->view;
    const struct resource_row *resource = reader_resource(v->reader, row->resource);
    if (json_array_size(s->places) >= MOST_PLACES || !resource)
        return;
    json_t *place = view_object(v);
    view_put_text(v, place, "record",
                  view_format(v, "%.*s/%.*s", (int)resource->name.length, resource->name.at,
                              (int)row->key.length, row->key.at));
    view_put_text(v, place, "party",
                  span_of(party_name(column->party < PARTY_COUNT ? column->party : PARTY_SELF)));
    view_put_text(v, place, "column", column->row.name);
    view_push(v, s->places, place);
}

static bool is_victim(const struct reader *reader, uint32_t resource, const struct span *values)
{
    for (uint32_t i = 1; i <= reader->column_count; i++) {
        const struct column *column = reader_column(reader, i);
        if (column && column->row.resource == resource && column->type == TYPE_CATEGORY &&
            category_find(span_trim(values[column->row.position])) == CATEGORY_POSSIBLE_VICTIM)
            return true;
    }
    return false;
}

/* The cells of a row that are shown as pseudonyms. */
static void search_row(struct search *s, struct view *scratch, const struct record_row *row, size_t count)
{
    const struct reader *reader = s->view->reader;
    struct span *values = arena_take(&scratch->arena, count, sizeof *values);
    if (!values) {
        view_try(s->view, error_memory(s->view->err));
        return;
    }
    row_split(scratch, reader_resource(reader, row->resource), row->source, values, count);
    bool is_hidden = is_victim(reader, row->resource, values);
    for (uint32_t i = 1; i <= reader->column_count; i++) {
        const struct column *column = reader_column(reader, i);
        if (!column || column->row.resource != row->resource || type_is_open(column->type) ||
            !(is_hidden || (column->party < PARTY_COUNT && party_is_protected(column->party))))
            continue;
        struct span value = span_trim(values[column->row.position]);
        if (value.length == 0 || !matches(s, value))
            continue;
        note_value(s, value, column->row.type);
        if (!s->is_identifier)
            note_place(s, row, column);
    }
}

/* How many cells a row of the resource has; 0 where none of them is ever hidden. */
static size_t hidden_columns(const struct reader *reader, uint32_t resource)
{
    size_t count = 0;
    bool has_hidden = false;
    for (uint32_t i = 1; i <= reader->column_count; i++) {
        const struct column *column = reader_column(reader, i);
        if (!column || column->row.resource != resource)
            continue;
        has_hidden |= column->type == TYPE_CATEGORY ||
                      (column->party < PARTY_COUNT && party_is_protected(column->party));
        if (column->row.position + 1u > count)
            count = column->row.position + 1u;
    }
    return has_hidden ? count : 0;
}

static void search_resource(struct search *s, uint32_t resource, size_t count)
{
    struct cursor c;
    struct record_row row;
    struct view scratch;
    struct view *v = s->view;
    size_t rows = 0;
    view_init(&scratch, v->reader, v->err);
    read_resource_records(v->store, resource, &c, v->err);
    while (v->status == BOWLINE_OK && next_record(&c, &row)) {
        search_row(s, &scratch, &row, count);
        view_try(v, scratch.status);
        if (++rows % ROWS_A_VIEW == 0) {
            view_release(&scratch);
            view_init(&scratch, v->reader, v->err);
        }
    }
    view_release(&scratch);
    view_close(v, &c);
}

enum bowline_status json_reveal(struct reader *reader, const char *pseudonym, struct bowline_text *json,
                                struct bowline_error *err)
{
    struct view v;
    struct search s = {.view = &v, .wanted = span_of(pseudonym)};
    view_init(&v, reader, err);
    json_t *out = view_object(&v);
    s.places = view_array(&v);
    if (!is_pseudonym(s.wanted))
        view_try(&v, error_set(err, BOWLINE_ERROR_ARGUMENT,
                               "%s is no pseudonym: one is P- and %d digits or more, such as P-4f2a",
                               pseudonym, LEAST_DIGITS));
    if (v.status == BOWLINE_OK)
        search_identifiers(&s);
    for (uint32_t i = 1; v.status == BOWLINE_OK && i <= reader->resource_count; i++) {
        size_t count = hidden_columns(reader, i);
        if (count)
            search_resource(&s, i, count);
    }
    if (v.status == BOWLINE_OK && !s.value.at)
        view_try(&v, error_set(err, BOWLINE_ERROR_NOT_FOUND, "%s: there is no %s", store_path(v.store),
                               pseudonym));
    view_put_text(&v, out, "pseudonym", s.wanted);
    view_put_text(&v, out, "type", s.type);
    view_put_text(&v, out, "value", s.value);
    view_put(&v, out, "places", s.places);
    return view_finish(&v, out, json);
}
