/* What else is tied to a value: who uses it, what stands beside it, how it behaves. */
#include "reports/json.h"
#include "reports/rows.h"
#include "store/read_views.h"

#define SAME_VALUE   8    /* types that one value may be of: a number can be a phone and an account */
#define RECORDS_MOST 100  /* shown */
#define LOOKED_AT    2000 /* records of a value beyond which what stands beside it is from a part of them */

static json_t *beside_json(struct view *v, uint32_t identifier)
{
    struct cursor c;
    struct identifier_row row;
    json_t *list = view_array(v);
    read_identifiers_beside(v->store, identifier, LOOKED_AT, ROWS_TOP, &c, v->err);
    while (v->status == BOWLINE_OK && next_identifier(&c, &row))
        view_push(v, list, identifier_json(v, &row));
    view_close(v, &c);
    return list;
}

static json_t *users_json(struct view *v, uint32_t identifier)
{
    struct cursor c;
    struct group_use_row row;
    json_t *list = view_array(v);
    read_identifier_entities(v->store, identifier, LOOKED_AT, ROWS_TOP, &c, v->err);
    while (v->status == BOWLINE_OK && next_group_use(&c, &row)) {
        json_t *group = view_object(v);
        view_put_int(v, group, "entity", row.entity);
        view_put(v, group, "network", row.network ? json_integer(row.network) : json_null());
        view_put_int(v, group, "records", row.records);
        view_put_int(v, group, "all", row.all);
        view_push(v, list, group);
    }
    view_close(v, &c);
    return list;
}

/* Where a protected party uses the value too, the record stays out: the value would name that party. */
static json_t *uses_json(struct view *v, uint32_t identifier)
{
    struct cursor c;
    struct member_row row;
    json_t *list = view_array(v);
    read_identifier_records(v->store, identifier, RECORDS_MOST, &c, v->err);
    while (v->status == BOWLINE_OK && next_member(&c, &row)) {
        enum party party = party_find(row.party);
        const struct detail *d = view_detail(v, row.record);
        if (!d || detail_hides(d, party))
            continue;
        json_t *use = record_row_json(v, d);
        view_put_text(v, use, "party", span_of(party_name(party)));
        view_push(v, list, use);
    }
    view_close(v, &c);
    return list;
}

static json_t *one_json(struct view *v, const struct identifier_row *row)
{
    json_t *out = identifier_json(v, row);
    view_put(v, out, "entities", users_json(v, row->identifier));
    view_put(v, out, "beside", beside_json(v, row->identifier));
    view_put(v, out, "uses", uses_json(v, row->identifier));
    view_put(v, out, "partial", json_boolean(row->records > LOOKED_AT));
    return out;
}

/* "phone +32470123456" or the value alone; the first word counts as a type only where it is one. */
static void split_name(struct span name, struct span *type, struct span *value)
{
    const char *blank = memchr(name.at, ' ', name.length);
    *type = span_of("");
    *value = name;
    if (!blank)
        return;
    struct span first = {name.at, (size_t)(blank - name.at)};
    if (type_find(first) == TYPE_NONE)
        return;
    *type = first;
    *value = (struct span){blank + 1, name.length - first.length - 1};
}

enum bowline_status json_identifier(struct reader *reader, const char *name, struct bowline_text *json,
                                    struct bowline_error *err)
{
    struct view v;
    struct cursor c;
    struct identifier_row rows[SAME_VALUE];
    struct span type;
    struct span value;
    size_t count = 0;
    view_init(&v, reader, err);
    split_name(span_of(name), &type, &value);
    json_t *out = view_object(&v);
    json_t *list = view_array(&v);
    read_identifiers_named(v.store, type, value, SAME_VALUE, &c, err);
    while (count < SAME_VALUE && next_identifier(&c, &rows[count])) {
        rows[count].type = arena_copy(&v.arena, rows[count].type);
        rows[count].value = arena_copy(&v.arena, rows[count].value);
        if (!rows[count].type.at || !rows[count].value.at)
            view_try(&v, error_memory(err));
        count++;
    }
    view_close(&v, &c);
    if (v.status == BOWLINE_OK && count == 0)
        view_try(&v, error_set(err, BOWLINE_ERROR_NOT_FOUND, "%s: there is no value %s", store_path(v.store),
                               name));
    for (size_t i = 0; i < count && v.status == BOWLINE_OK; i++)
        view_push(&v, list, one_json(&v, &rows[i]));
    view_put(&v, out, "identifiers", list);
    return view_finish(&v, out, json);
}
