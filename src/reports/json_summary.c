/* The case as a whole. */
#include "reports/json.h"
#include "reports/rows.h"
#include "store/totals.h"

#include <bowline/version.h>

#define REJECT_GROUPS 200

static void put_totals(struct view *v, json_t *out)
{
    struct bowline_run_summary totals = {0};
    json_t *object = view_object(v);
    view_try(v, store_totals(v->store, &totals, v->err));
    view_put_int(v, object, "records", (int64_t)totals.records);
    view_put_int(v, object, "rejected", (int64_t)totals.rejected);
    view_put_int(v, object, "identifiers", (int64_t)totals.identifiers);
    view_put_int(v, object, "templates", (int64_t)totals.templates);
    view_put_int(v, object, "links", (int64_t)totals.links);
    view_put_int(v, object, "entities", (int64_t)totals.entities);
    view_put_int(v, object, "networks", (int64_t)totals.networks);
    view_put(v, out, "totals", object);
}

static json_t *resource_json(struct view *v, const struct resource_row *row)
{
    json_t *out = view_object(v);
    view_put_text(v, out, "name", row->name);
    view_put_text(v, out, "kind", row->kind);
    view_put_text(v, out, "path", row->path);
    view_put_text(v, out, "format", row->format);
    view_put_text(v, out, "encoding", row->encoding);
    view_put_text(v, out, "compression", row->compression);
    view_put_text(v, out, "delimiter", row->delimiter);
    view_put_text(v, out, "sha256", row->sha256);
    view_put_int(v, out, "bytes", row->bytes);
    view_put_int(v, out, "records", row->records);
    view_put_int(v, out, "rejected", row->rejected);
    return out;
}

static void put_resources(struct view *v, json_t *out)
{
    json_t *list = view_array(v);
    for (uint32_t i = 1; i <= v->reader->resource_count; i++)
        if (reader_resource(v->reader, i))
            view_push(v, list, resource_json(v, reader_resource(v->reader, i)));
    view_put(v, out, "resources", list);
}

static void put_rejects(struct view *v, json_t *out)
{
    struct cursor c;
    struct reject_group_row row;
    json_t *list = view_array(v);
    read_reject_groups(v->store, REJECT_GROUPS, &c, v->err);
    while (v->status == BOWLINE_OK && next_reject_group(&c, &row)) {
        const struct resource_row *resource = reader_resource(v->reader, row.resource);
        json_t *group = view_object(v);
        view_put_text(v, group, "resource", resource ? resource->name : span_of(""));
        view_put_text(v, group, "column", row.column);
        view_put_text(v, group, "reason", row.reason);
        view_put_int(v, group, "count", row.count);
        view_put_int(v, group, "line", row.line);
        view_push(v, list, group);
    }
    view_close(v, &c);
    view_put(v, out, "rejects", list);
}

json_t *summary_view(struct view *v, unsigned rows)
{
    struct cursor c;
    char title[512] = "";
    json_t *out = view_object(v);
    view_try(v, read_info(v->store, "title", title, sizeof title, v->err));
    view_put_text(v, out, "title", span_of(title));
    view_put_text(v, out, "version", span_of(BOWLINE_VERSION));
    view_put(v, out, "sealed", json_boolean(store_is_sealed(v->store)));
    put_totals(v, out);
    put_resources(v, out);
    put_rejects(v, out);
    read_networks(v->store, 0, rows, &c, v->err);
    view_put(v, out, "networks", networks_json(v, &c));
    read_largest_entities(v->store, rows, &c, v->err);
    view_put(v, out, "entities", entities_json(v, &c));
    view_put(v, out, "largest", inspection_json(v));
    view_put(v, out, "calibration", calibration_view(v));
    return out;
}

enum bowline_status json_summary(struct reader *reader, unsigned rows, struct bowline_text *json,
                                 struct bowline_error *err)
{
    struct view v;
    view_init(&v, reader, err);
    json_t *root = summary_view(&v, rows);
    return view_finish(&v, root, json);
}
