/* What a report states, with its quotes; the records that it speaks of. */
#include "reports/rows.h"
#include "store/read_observations.h"

#define ROWS_JOINS 20

/* The bytes that state it, where the cell is shown as it stood. */
static struct span quote_of(const struct detail *d, const struct observation_row *row)
{
    for (size_t i = 0; i < d->cell_count; i++) {
        const struct shown_cell *cell = &d->cells[i];
        if (cell->field == row->field && span_equal(cell->value, cell->shown) && row->start <= row->end &&
            row->end <= cell->value.length)
            return (struct span){cell->value.at + row->start, row->end - row->start};
    }
    return span_of("");
}

static json_t *observation_json(struct view *v, const struct detail *d, const struct observation_row *row)
{
    const struct column *column = reader_column(v->reader, row->field);
    json_t *out = view_object(v);
    view_put_text(v, out, "kind", row->kind);
    view_put_text(v, out, "value", row->value);
    view_put(v, out, "count", row->is_count ? json_integer(row->count) : json_null());
    view_put_text(v, out, "noun", row->noun);
    view_put_text(v, out, "qualifier", row->qualifier);
    view_put_text(v, out, "attribution", row->attribution);
    view_put_text(v, out, "column", column ? column->row.name : span_of(""));
    view_put_int(v, out, "start", row->start);
    view_put_int(v, out, "end", row->end);
    view_put_text(v, out, "quote", quote_of(d, row));
    return out;
}

static void put_joins(struct view *v, json_t *out, const struct detail *d)
{
    struct cursor c;
    struct join_row row;
    json_t *list = view_array(v);
    read_report_joins(v->store, d->row.record, ROWS_JOINS, &c, v->err);
    while (v->status == BOWLINE_OK && next_join(&c, &row)) {
        const struct detail *other = view_detail(v, row.other);
        json_t *joined = record_row_json(v, other);
        if (!joined)
            break;
        view_put_text(v, joined, "by", row.by);
        view_put_text(v, joined, "value", row.value);
        view_push(v, list, joined);
    }
    view_close(v, &c);
    view_put(v, out, "speaks_of", list);
}

void report_put(struct view *v, json_t *out, const struct detail *d)
{
    struct cursor c;
    struct observation_row row;
    uint32_t origin = 0;
    json_t *list = view_array(v);
    read_observations(v->store, d->row.record, &c, v->err);
    while (v->status == BOWLINE_OK && next_observation(&c, &row)) {
        origin = row.origin;
        view_push(v, list, observation_json(v, d, &row));
    }
    view_close(v, &c);
    view_put(v, out, "observations", list);
    const struct detail *first = origin && origin != d->row.record ? view_detail(v, origin) : NULL;
    view_put(v, out, "same_source_as", first ? view_text(v, detail_name(v, first)) : json_null());
    put_joins(v, out, d);
}
