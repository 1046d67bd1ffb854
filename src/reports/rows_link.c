/* Links and ties as JSON, each summand with what it rests on. */
#include "reports/rows.h"

#include "identifiers/image_match.h"

static const char *plural(int64_t count)
{
    return count == 1 ? "" : "s";
}

static const char *behaviour_words(double exclusive)
{
    if (exclusive >= 0.9)
        return "exclusive";
    if (exclusive >= 0.5)
        return "probably exclusive";
    return exclusive >= 0.1 ? "probably shared by several operators" : "shared by many operators";
}

struct span ownership_words(struct view *v, const struct ownership_row *row)
{
    if (!row->is_known)
        return span_of("");
    return view_format(
        v, "in %lld record%s with %lld other identifier%s in %lld place%s: %s, worth %.1f bits",
        (long long)row->records, plural(row->records), (long long)row->others, plural(row->others),
        (long long)row->places, plural(row->places), behaviour_words(row->exclusive), bits_real(row->bits));
}

/* Where the record uses the identifier for that party. */
static void put_sources(struct view *v, json_t *list, const struct detail *d, uint32_t identifier,
                        struct span party)
{
    for (size_t i = 0; d && i < d->use_count; i++) {
        const struct use_row *use = &d->uses[i];
        const struct column *column = reader_column(v->reader, use->field);
        if (use->identifier != identifier || !span_equal(use->party, party))
            continue;
        json_t *source = view_object(v);
        view_put_text(v, source, "record", detail_name(v, d));
        view_put_text(v, source, "column", column ? column->row.name : span_of(""));
        view_put_int(v, source, "start", use->start);
        view_put_int(v, source, "end", use->end);
        view_push(v, list, source);
    }
}

/* The picture of the record that is nearest to the given one, 0 where it has none. */
static uint32_t nearest_picture(const struct detail *d, struct span value)
{
    uint64_t bits;
    uint64_t other;
    uint32_t nearest = 0;
    unsigned least = image_match_defaults.radius + 1;
    for (size_t i = 0; d && image_hash_read(value, &bits) && i < d->use_count; i++) {
        if (!span_equal(d->uses[i].type, span_of("image")) || !image_hash_read(d->uses[i].value, &other))
            continue;
        unsigned distance = (unsigned)__builtin_popcountll(bits ^ other);
        if (distance < least)
            nearest = d->uses[i].identifier;
        least = distance < least ? distance : least;
    }
    return nearest;
}

/* Where each side has it or, of pictures that are near, its own. */
static void put_near_sources(struct view *v, json_t *list, const struct evidence_row *row,
                             const struct link_sides *sides)
{
    put_sources(v, list, sides->a, nearest_picture(sides->a, row->text), sides->a_party);
    put_sources(v, list, sides->b, nearest_picture(sides->b, row->text), sides->b_party);
}

static void put_identifier(struct view *v, json_t *out, const struct evidence_row *row,
                           const struct link_sides *sides)
{
    bool is_hidden = row->is_protected || (sides->a && detail_hides(sides->a, party_find(sides->a_party))) ||
                     (sides->b && detail_hides(sides->b, party_find(sides->b_party)));
    json_t *sources = view_array(v);
    view_put_text(v, out, "type", row->type);
    view_put_text(v, out, "value", view_hide(v, row->text, is_hidden));
    view_put_text(v, out, "detail", ownership_words(v, &row->ownership));
    if (span_equal(row->level, span_of("close"))) {
        view_put_text(v, out, "level", row->level);
        put_near_sources(v, sources, row, sides);
    } else {
        put_sources(v, sources, sides->a, row->value, sides->a_party);
        put_sources(v, sources, sides->b, row->value, sides->b_party);
    }
    view_put(v, out, "sources", sources);
}

static bool cell_fits(const struct shown_cell *cell, enum column_type type, enum party party, bool is_strict)
{
    return cell->column->type == type && (!is_strict || cell->column->party == party);
}

/* The compared cells: two that are equal if there are such, else the first of each side. */
static bool find_values(const struct link_sides *sides, enum column_type type, bool is_strict,
                        struct span out[2])
{
    bool is_found = false;
    for (size_t i = 0; i < sides->a->cell_count; i++)
        for (size_t j = 0; j < sides->b->cell_count; j++) {
            const struct shown_cell *a = &sides->a->cells[i];
            const struct shown_cell *b = &sides->b->cells[j];
            if (!cell_fits(a, type, party_find(sides->a_party), is_strict) ||
                !cell_fits(b, type, party_find(sides->b_party), is_strict))
                continue;
            if (!is_found || span_equal(a->value, b->value)) {
                out[0] = a->shown;
                out[1] = b->shown;
            }
            is_found = true;
        }
    return is_found;
}

static void put_compared(struct view *v, json_t *out, const struct evidence_row *row,
                         const struct link_sides *sides)
{
    struct span values[2];
    enum column_type type = type_find(row->kind);
    view_put_text(v, out, "level", row->level);
    if (type == TYPE_NONE || !sides->a || !sides->b)
        return;
    if (!find_values(sides, type, true, values) && !find_values(sides, type, false, values))
        return;
    json_t *list = view_array(v);
    view_push(v, list, view_text(v, values[0]));
    view_push(v, list, view_text(v, values[1]));
    view_put(v, out, "values", list);
}

json_t *evidence_row_json(struct view *v, const struct evidence_row *row, const struct link_sides *sides)
{
    json_t *out = view_object(v);
    view_put_text(v, out, "kind", row->kind);
    view_put_bits(v, out, "bits", row->bits);
    if (span_equal(row->kind, span_of("identifier")) && row->value == 0) {
        view_put_text(v, out, "level", row->level);
        view_put_text(v, out, "detail", span_of("both have a number of their own, and none in common"));
    } else if (span_equal(row->kind, span_of("identifier"))) {
        put_identifier(v, out, row, sides);
    } else if (span_equal(row->kind, span_of("template"))) {
        view_put_int(v, out, "template", row->value);
        view_put_text(v, out, "detail", ownership_words(v, &row->ownership));
    } else if (!span_equal(row->kind, span_of("prior"))) {
        put_compared(v, out, row, sides);
    }
    return out;
}

static void put_evidence(struct view *v, json_t *out, uint32_t link, const struct link_sides *sides)
{
    struct cursor c;
    struct evidence_row row;
    json_t *list = view_array(v);
    read_evidence(v->store, link, &c, v->err);
    while (v->status == BOWLINE_OK && next_evidence(&c, &row))
        view_push(v, list, evidence_row_json(v, &row, sides));
    view_close(v, &c);
    view_put(v, out, "evidence", list);
}

static void put_name(struct view *v, json_t *out, const char *key, const struct detail *d)
{
    view_put_text(v, out, key, d ? detail_name(v, d) : span_of(""));
}

json_t *link_row_json(struct view *v, const struct link_row *row)
{
    struct link_sides sides = {
        .a_party = arena_copy(&v->arena, row->from_party),
        .b_party = arena_copy(&v->arena, row->to_party),
    };
    if (!sides.a_party.at || !sides.b_party.at)
        view_try(v, error_memory(v->err));
    sides.a = view_detail(v, row->from_record);
    sides.b = view_detail(v, row->to_record);
    if (v->status != BOWLINE_OK)
        return NULL;
    json_t *out = view_object(v);
    put_name(v, out, "from", sides.a);
    put_name(v, out, "to", sides.b);
    view_put_text(v, out, "from_party", sides.a_party);
    view_put_text(v, out, "to_party", sides.b_party);
    view_put_bits(v, out, "bits", row->bits);
    view_put_real(v, out, "probability", row->probability);
    put_evidence(v, out, row->link, &sides);
    return out;
}

json_t *links_json(struct view *v, struct cursor *c)
{
    struct link_row row;
    json_t *list = view_array(v);
    while (v->status == BOWLINE_OK && next_link(c, &row))
        view_push(v, list, link_row_json(v, &row));
    view_close(v, c);
    return list;
}

static void put_node(struct view *v, json_t *out, const char *key, uint32_t entity, uint32_t record)
{
    if (entity) {
        view_put_text(v, out, key, view_format(v, "entity %u", entity));
        return;
    }
    put_name(v, out, key, view_detail(v, record));
}

json_t *tie_json(struct view *v, const struct tie_row *row)
{
    json_t *out = view_object(v);
    view_put_text(v, out, "kind", row->kind);
    put_node(v, out, "from", row->from_entity, row->from_record);
    put_node(v, out, "to", row->to_entity, row->to_record);
    view_put_int(v, out, "records", row->records);
    view_put_bits(v, out, "bits", row->bits);
    view_put(v, out, "joined", json_boolean(row->network != 0));
    if (row->example)
        put_name(v, out, "example", view_detail(v, row->example));
    return out;
}

json_t *ties_json(struct view *v, struct cursor *c)
{
    struct tie_row row;
    json_t *list = view_array(v);
    while (v->status == BOWLINE_OK && next_tie(c, &row))
        view_push(v, list, tie_json(v, &row));
    view_close(v, c);
    return list;
}
