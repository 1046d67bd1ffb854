/* What people decided, and whether the last run kept to it. */
#include "reports/json.h"
#include "reports/rows.h"

static struct span side_name(struct view *v, const struct decision_side *side)
{
    if (!side->resource.length)
        return span_of("");
    return view_format(v, "%.*s/%.*s", (int)side->resource.length, side->resource.at, (int)side->key.length,
                       side->key.at);
}

static bool is_withdrawn(const struct decision_row *row)
{
    return row->withdrawn != TIME_NONE;
}

static const char *state_word(const struct decision_row *row)
{
    if (is_withdrawn(row))
        return "withdrawn";
    if (row->effect == EFFECT_LOST)
        return "lost";
    if (span_equal(row->what, span_of("unsure")))
        return "noted";
    return row->effect == EFFECT_FOUND ? "kept" : "new";
}

/* Whether the next run will do something that the last one did not. */
static bool is_pending(const struct decision_row *row)
{
    if (span_equal(row->what, span_of("unsure")))
        return false;
    return is_withdrawn(row) ? row->effect == EFFECT_FOUND : row->effect == EFFECT_NONE;
}

json_t *decision_row_json(struct view *v, const struct decision_row *row)
{
    json_t *out = view_object(v);
    view_put_int(v, out, "decision", row->decision);
    view_put_text(v, out, "what", row->what);
    view_put_text(v, out, "a", side_name(v, &row->a));
    view_put_text(v, out, "a_party", row->a.party);
    if (row->type.length) {
        view_put_text(v, out, "type", row->type);
        view_put_text(v, out, "value", view_hide(v, row->value, row->is_hidden));
    } else {
        view_put_text(v, out, "b", side_name(v, &row->b));
        view_put_text(v, out, "b_party", row->b.party);
    }
    view_put_text(v, out, "because", row->reason);
    view_put_text(v, out, "by", row->who);
    view_put_time(v, out, "made", row->made);
    view_put_text(v, out, "state", span_of(state_word(row)));
    view_put(v, out, "pending", json_boolean(is_pending(row)));
    view_put_time(v, out, "withdrawn", row->withdrawn);
    if (is_withdrawn(row)) {
        view_put_text(v, out, "withdrawn_because", row->withdrawn_reason);
        view_put_text(v, out, "withdrawn_by", row->withdrawn_by);
    }
    return out;
}

json_t *decisions_json(struct view *v, struct cursor *c)
{
    struct decision_row row;
    json_t *list = view_array(v);
    while (v->status == BOWLINE_OK && next_decision(c, &row))
        view_push(v, list, decision_row_json(v, &row));
    view_close(v, c);
    return list;
}

enum bowline_status json_decisions(struct reader *reader, struct bowline_text *json,
                                   struct bowline_error *err)
{
    struct view v;
    struct cursor c;
    view_init(&v, reader, err);
    json_t *out = view_object(&v);
    read_decisions(v.store, false, &c, err);
    view_put(&v, out, "decisions", decisions_json(&v, &c));
    return view_finish(&v, out, json);
}
