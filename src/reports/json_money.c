/* What a network's dossier says of money and of who does what (docs/json.md): shapes, transfers, red flags,
 * roles, rivals. */
#include "reports/json_money.h"

#include "reports/rows.h"
#include "roles/indicator_list.h"
#include "roles/rival_list.h"
#include "store/read_flags.h"
#include "store/read_money.h"
#include "store/read_roles.h"

enum {
    MOTIFS_MOST = 20,
    MOTIF_RECORDS = 60,
    TRANSFERS_MOST = 40,
    HITS_MOST = 60,
    BASIS_MOST = 20,
    REPORTS_MOST = 100
};

void view_put_cents(struct view *v, json_t *out, const char *key, int64_t cents)
{
    uint64_t size = cents < 0 ? 0 - (uint64_t)cents : (uint64_t)cents;
    view_put_text(v, out, key,
                  view_format(v, "%s%llu.%02u", cents < 0 ? "-" : "", (unsigned long long)(size / 100),
                              (unsigned)(size % 100)));
}

/* Names of the records of an open cursor of basis lines; closes it. */
static json_t *basis_json(struct view *v, struct cursor *c)
{
    struct basis_line line;
    json_t *list = view_array(v);
    while (v->status == BOWLINE_OK && next_basis(c, &line)) {
        const struct detail *d = view_detail(v, line.record);
        if (d)
            view_push(v, list, view_text(v, detail_name(v, d)));
    }
    view_close(v, c);
    return list;
}

static json_t *motif_json(struct view *v, const struct motif_row *row)
{
    struct cursor c;
    json_t *out = view_object(v);
    view_put_int(v, out, "motif", row->motif);
    view_put_text(v, out, "kind", row->kind);
    view_put_bits(v, out, "bits", row->bits);
    view_put_text(v, out, "account", view_hide(v, row->value, row->is_protected));
    view_put_text(v, out, "to", view_hide(v, row->other_value, row->is_other_protected));
    view_put_text(v, out, "currency", row->currency);
    view_put_int(v, out, "accounts", row->accounts);
    view_put_int(v, out, "payments", row->payments);
    view_put_cents(v, out, "amount", row->cents);
    view_put_time(v, out, "from", row->begin);
    view_put_time(v, out, "until", row->end);
    read_motif_payments(v->store, row->motif, MOTIF_RECORDS, &c, v->err);
    view_put(v, out, "records", basis_json(v, &c));
    return out;
}

static json_t *motifs_json(struct view *v, uint32_t network)
{
    struct cursor c;
    struct motif_row row;
    json_t *list = view_array(v);
    read_network_motifs(v->store, network, MOTIFS_MOST, &c, v->err);
    while (v->status == BOWLINE_OK && next_motif(&c, &row))
        view_push(v, list, motif_json(v, &row));
    view_close(v, &c);
    return list;
}

static json_t *transfers_json(struct view *v, uint32_t network)
{
    struct cursor c;
    struct transfer_row row;
    json_t *list = view_array(v);
    read_network_transfers(v->store, network, TRANSFERS_MOST, &c, v->err);
    while (v->status == BOWLINE_OK && next_transfer(&c, &row)) {
        json_t *out = view_object(v);
        view_put_text(v, out, "from", view_hide(v, row.from_value, row.is_from_protected));
        view_put_text(v, out, "to", view_hide(v, row.to_value, row.is_to_protected));
        view_put(v, out, "from_inside", json_boolean(row.is_from_inside));
        view_put(v, out, "to_inside", json_boolean(row.is_to_inside));
        view_put_text(v, out, "currency", row.currency);
        view_put_int(v, out, "payments", row.payments);
        view_put_cents(v, out, "amount", row.cents);
        view_push(v, list, out);
    }
    view_close(v, &c);
    return list;
}

static json_t *hit_json(struct view *v, const struct hit_row *row)
{
    struct cursor c;
    json_t *out = view_object(v);
    view_put_text(v, out, "type", row->type);
    view_put_text(v, out, "value", view_hide(v, row->value, row->is_protected));
    view_put_text(v, out, "currency", row->currency);
    view_put_text(v, out, "what", row->what);
    view_put_int(v, out, "records_total", row->records);
    read_hit_records(v->store, row->hit, BASIS_MOST, &c, v->err);
    view_put(v, out, "records", basis_json(v, &c));
    return out;
}

/* The flag's own words, and an empty list of hits. */
static json_t *flag_json(struct view *v, uint32_t flag, json_t *hits)
{
    struct cursor c;
    struct flag_row row;
    json_t *out = view_object(v);
    read_flags(v->store, &c, v->err);
    while (v->status == BOWLINE_OK && next_flag(&c, &row)) {
        if (row.flag != flag)
            continue;
        view_put_text(v, out, "flag", row.name);
        view_put_text(v, out, "title", row.title);
        view_put_text(v, out, "source", row.source);
        view_put_text(v, out, "fires", row.fires);
        view_put_text(v, out, "innocent", row.innocent);
        view_put_int(v, out, "fired", row.fired);
        view_put_int(v, out, "tested", row.tested);
    }
    view_close(v, &c);
    view_put(v, out, "hits", hits);
    return out;
}

static json_t *flags_json(struct view *v, uint32_t network)
{
    struct cursor c;
    struct hit_row row;
    uint32_t flag = 0;
    json_t *list = view_array(v);
    json_t *hits = NULL;
    read_network_hits(v->store, network, HITS_MOST, &c, v->err);
    while (v->status == BOWLINE_OK && next_hit(&c, &row)) {
        if (row.flag != flag) {
            hits = view_array(v);
            view_push(v, list, flag_json(v, row.flag, hits));
            flag = row.flag;
        }
        if (v->status == BOWLINE_OK)
            view_push(v, hits, hit_json(v, &row));
    }
    view_close(v, &c);
    return list;
}

static json_t *role_json(struct view *v, const struct role_row *row)
{
    struct cursor c;
    json_t *out = view_object(v);
    view_put_int(v, out, "entity", row->entity);
    view_put_text(v, out, "role", row->what);
    view_put_text(v, out, "likelihood", row->likelihood);
    view_put_text(v, out, "confidence", row->confidence);
    view_put_int(v, out, "records_total", row->records);
    view_put_int(v, out, "of", row->of);
    view_put_int(v, out, "members", row->members);
    view_put_bits(v, out, "bits", row->bits);
    read_role_records(v->store, row->role, BASIS_MOST, &c, v->err);
    view_put(v, out, "records", basis_json(v, &c));
    return out;
}

static json_t *roles_json(struct view *v, uint32_t network)
{
    struct cursor c;
    struct role_row row;
    json_t *list = view_array(v);
    read_roles(v->store, network, &c, v->err);
    while (v->status == BOWLINE_OK && next_role(&c, &row))
        view_push(v, list, role_json(v, &row));
    view_close(v, &c);
    return list;
}

json_t *rivals_json(struct view *v, uint32_t network)
{
    struct cursor c;
    struct rival_row row;
    json_t *list = view_array(v);
    json_t *sides[RIVAL_COUNT][2];
    for (unsigned r = 0; r < RIVAL_COUNT; r++) {
        json_t *out = view_object(v);
        sides[r][0] = view_array(v);
        sides[r][1] = view_array(v);
        view_put_text(v, out, "title", span_of(rival_title((enum rival)r)));
        view_put_text(v, out, "note", span_of(rival_note((enum rival)r)));
        view_put(v, out, "for", sides[r][1]);
        view_put(v, out, "against", sides[r][0]);
        view_push(v, list, out);
    }
    read_rivals(v->store, network, &c, v->err);
    while (v->status == BOWLINE_OK && next_rival(&c, &row))
        for (unsigned r = 0; r < RIVAL_COUNT; r++)
            if (span_equal(row.title, span_of(rival_title((enum rival)r))))
                view_push(v, sides[r][span_equal(row.side, span_of("for"))], view_text(v, row.what));
    view_close(v, &c);
    return list;
}

static struct span cell_of(const struct detail *d, enum column_type type)
{
    for (size_t i = 0; i < d->cell_count; i++)
        if (d->cells[i].column && d->cells[i].column->type == type)
            return d->cells[i].shown;
    return span_of("");
}

/* The sentences of one report that state an indicator, each with who says so and the grade as given. */
static void push_stated(struct view *v, json_t *list, const struct detail *d)
{
    for (size_t i = 0; i < d->cell_count; i++) {
        const struct shown_cell *cell = &d->cells[i];
        struct indicator_find find;
        size_t at = 0;
        while (cell->column && cell->column->type == TYPE_TEXT && indicator_next(cell->shown, &at, &find)) {
            json_t *out = view_object(v);
            view_put_text(v, out, "indicator", span_of(find.name));
            view_put_text(v, out, "quote", (struct span){cell->shown.at + find.begin, find.end - find.begin});
            view_put_text(v, out, "report", detail_name(v, d));
            view_put_text(v, out, "source", cell_of(d, TYPE_SOURCE));
            view_put_text(v, out, "grade", cell_of(d, TYPE_GRADE));
            view_push(v, list, out);
        }
    }
}

static json_t *stated_json(struct view *v, uint32_t network)
{
    struct cursor c;
    uint32_t record;
    json_t *list = view_array(v);
    read_network_reports(v->store, network, REPORTS_MOST, &c, v->err);
    while (v->status == BOWLINE_OK && next_network_report(&c, &record)) {
        const struct detail *d = view_detail(v, record);
        if (d)
            push_stated(v, list, d);
    }
    view_close(v, &c);
    return list;
}

void network_put_money(struct view *v, json_t *out, uint32_t network)
{
    view_put(v, out, "transfers", transfers_json(v, network));
    view_put(v, out, "motifs", motifs_json(v, network));
    view_put(v, out, "flags", flags_json(v, network));
    view_put(v, out, "roles", roles_json(v, network));
    view_put(v, out, "rivals", rivals_json(v, network));
    view_put(v, out, "stated", stated_json(v, network));
}
