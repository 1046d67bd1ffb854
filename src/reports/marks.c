/* Grades and handling codes in answers and exports. */
#include "reports/marks.h"

#include "reports/csv_writer.h"

#include <stdio.h>

void marks_put(struct view *v, json_t *out, enum marking_of of, uint32_t id)
{
    struct cursor c;
    struct marking_row row;
    json_t *handling = view_array(v);
    json_t *grades = view_array(v);
    if (v->reader->has_marks) {
        read_markings(v->store, of, id, &c, v->err);
        while (v->status == BOWLINE_OK && next_marking(&c, &row))
            view_push(v, span_equal(row.kind, span_of("grade")) ? grades : handling,
                      view_text(v, view_format(v, "%.*s:%.*s", (int)row.scheme.length, row.scheme.at,
                                               (int)row.code.length, row.code.at)));
        view_close(v, &c);
    }
    if (json_array_size(handling))
        view_put(v, out, "handling", json_incref(handling));
    if (json_array_size(grades))
        view_put(v, out, "grades", json_incref(grades));
    json_decref(handling);
    json_decref(grades);
}

static bool is_forbidden(const struct marking_total *row, enum audience recipient)
{
    char value[200];
    struct marking marking;
    snprintf(value, sizeof value, "%.*s:%.*s", (int)row->scheme.length, row->scheme.at, (int)row->code.length,
             row->code.at);
    bool is_known = !handling_parse(span_of(value), &marking);
    unsigned audiences = is_known ? marking.audiences : 1u << AUDIENCE_NAMED;
    return !(audiences & 1u << recipient);
}

enum bowline_status marks_check(struct reader *reader, struct bowline_error *err)
{
    struct cursor c;
    struct marking_total row;
    char told[300] = "";
    if (!reader->has_marks)
        return BOWLINE_OK;
    read_handling_totals(reader->store, &c, err);
    while (next_handling_total(&c, &row)) {
        size_t length = strlen(told);
        if (is_forbidden(&row, reader->recipient))
            snprintf(told + length, sizeof told - length, "%s%lld record%s %.*s:%.*s", length ? ", " : "",
                     (long long)row.records, row.records == 1 ? " is" : "s are", (int)row.scheme.length,
                     row.scheme.at, (int)row.code.length, row.code.at);
    }
    enum bowline_status status = cursor_close(&c);
    if (status != BOWLINE_OK || !told[0])
        return status;
    return error_set(
        err, BOWLINE_ERROR_ARGUMENT,
        "%s: handling codes forbid it for the recipient \"%s\": %s; nothing was written. Erase them from a "
        "copy, or say with --recipient who gets it (named: each reader is known and may see all)",
        store_path(reader->store), audience_name(reader->recipient), told);
}

enum bowline_status export_marks(struct reader *reader, const char *folder, struct bowline_error *err)
{
    struct csv_writer w;
    struct cursor c;
    struct marking_line row;
    if (!reader->has_marks)
        return BOWLINE_OK;
    csv_open(&w, folder, "markings.csv", "of,id,kind,scheme,code", err);
    read_all_markings(reader->store, &c, err);
    while (csv_ok(&w) && next_marking_line(&c, &row)) {
        csv_text(&w, row.of);
        csv_text(&w, row.id);
        csv_text(&w, row.kind);
        csv_text(&w, row.scheme);
        csv_text(&w, row.code);
        csv_end_row(&w);
    }
    return csv_close(&w, cursor_close(&c));
}
