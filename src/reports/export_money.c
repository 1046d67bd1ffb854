/* The tables of money and roles as CSV: one pass a table, by number. */
#include "reports/export_money.h"

#include "reports/csv_writer.h"
#include "store/read_flags.h"
#include "store/read_money.h"
#include "store/read_roles.h"

struct money_export {
    struct reader *reader;
    const char *folder;
    const struct record_keys *keys;
    struct bowline_error *err;
};

static void put_value(struct csv_writer *w, const struct money_export *x, struct span value,
                      bool is_protected)
{
    char name[PSEUDONYM_SIZE];
    if (!is_protected || value.length == 0) {
        csv_text(w, value);
        return;
    }
    reader_pseudonym(x->reader, value, name);
    csv_text(w, span_of(name));
}

static void put_record(struct csv_writer *w, const struct money_export *x, uint32_t record)
{
    uint32_t resource;
    struct span key = record_keys_get(x->keys, record, &resource);
    const struct resource_row *row = reader_resource(x->reader, resource);
    csv_text(w, row ? row->name : span_of(""));
    csv_text(w, key);
}

/* Hundredths as they are written: "1234.50". */
static void put_cents(struct csv_writer *w, int64_t cents)
{
    char text[32];
    snprintf(text, sizeof text, "%lld.%02lld", (long long)(cents / 100), (long long)(cents % 100));
    csv_text(w, span_of(text));
}

static void put_account_line(struct csv_writer *w, const struct money_export *x,
                             const struct account_row *row)
{
    const struct flow_row *f = &row->flow;
    put_value(w, x, f->value, f->is_protected);
    csv_text(w, f->currency);
    csv_text(w, f->is_protected ? span_of("") : f->kind);
    csv_int(w, f->payments_in);
    csv_int(w, f->payments_out);
    csv_int(w, f->payers);
    csv_int(w, f->payees);
    put_cents(w, f->cents_in);
    put_cents(w, f->cents_out);
    put_cents(w, f->cents_passed);
    put_cents(w, row->cents_soon);
    if (f->dwell == TIME_NONE)
        csv_text(w, span_of(""));
    else
        csv_int(w, f->dwell);
    csv_int(w, row->unnamed_in);
    csv_int(w, row->unnamed_out);
    csv_int(w, row->returning_in);
    csv_int(w, row->standing_in);
    csv_int(w, row->standing_out);
    csv_int(w, row->relays);
    csv_text(w, f->is_protected ? span_of("") : f->reason);
    csv_end_row(w);
}

static enum bowline_status export_flows(struct money_export *x)
{
    struct csv_writer w;
    struct cursor c;
    struct account_row row;
    csv_open(&w, x->folder, "flows.csv",
             "account,currency,kind,payments_in,payments_out,payers,payees,in,out,passed,passed_soon,"
             "dwell_seconds,unnamed_in,unnamed_out,returning_in,standing_in,standing_out,relays,reason",
             x->err);
    read_accounts(x->reader->store, &c, x->err);
    while (csv_ok(&w) && next_account(&c, &row))
        put_account_line(&w, x, &row);
    return csv_close(&w, cursor_close(&c));
}

static void put_motif(struct csv_writer *w, const struct money_export *x, const struct motif_row *row)
{
    csv_id(w, row->motif);
    csv_text(w, row->kind);
    csv_bits(w, row->bits);
    put_value(w, x, row->value, row->is_protected);
    put_value(w, x, row->other_value, row->is_other_protected);
    csv_text(w, row->currency);
    csv_int(w, row->accounts);
    csv_int(w, row->payments);
    put_cents(w, row->cents);
    csv_time(w, row->begin);
    csv_time(w, row->end);
}

/* A line a payment, in the order of the shape. */
static enum bowline_status export_motifs(struct money_export *x)
{
    struct csv_writer w;
    struct cursor motifs;
    struct cursor payments;
    struct motif_row row;
    struct basis_line line;
    csv_open(&w, x->folder, "motifs.csv",
             "motif,kind,bits,account,other,currency,accounts,payments,amount,begin,end,resource,id", x->err);
    read_motifs(x->reader->store, &motifs, x->err);
    read_motif_payments(x->reader->store, 0, UINT32_MAX, &payments, x->err);
    bool has_line = next_basis(&payments, &line);
    while (csv_ok(&w) && next_motif(&motifs, &row))
        for (; has_line && csv_ok(&w) && line.owner == row.motif; has_line = next_basis(&payments, &line)) {
            put_motif(&w, x, &row);
            put_record(&w, x, line.record);
            csv_end_row(&w);
        }
    enum bowline_status status = cursor_close(&motifs);
    enum bowline_status other = cursor_close(&payments);
    return csv_close(&w, status == BOWLINE_OK ? other : status);
}

/* What is said of a flag, held while its hits are written. */
struct flag_line {
    struct buffer name, source;
    int64_t tested, fired;
};

static void next_flag_line(struct cursor *flags, uint32_t wanted, struct flag_line *line)
{
    struct flag_row row = {0};
    while (row.flag < wanted && next_flag(flags, &row)) {
        buffer_reset(&line->name);
        buffer_reset(&line->source);
        buffer_append_span(&line->name, row.name);
        buffer_append_span(&line->source, row.source);
        line->tested = row.tested;
        line->fired = row.fired;
    }
}

static void put_hit(struct csv_writer *w, const struct money_export *x, const struct hit_row *hit,
                    const struct flag_line *flag)
{
    csv_text(w, buffer_all(&flag->name));
    csv_text(w, hit->type);
    put_value(w, x, hit->value, hit->is_protected);
    csv_text(w, hit->currency);
    csv_text(w, hit->what);
    csv_int(w, flag->fired);
    csv_int(w, flag->tested);
    csv_text(w, buffer_all(&flag->source));
}

static void put_hits(struct csv_writer *w, const struct money_export *x, struct cursor *flags,
                     struct cursor *hits, struct cursor *records)
{
    enum { WORDS_MOST = 1 << 16 };
    struct flag_line flag = {.tested = 0};
    struct hit_row hit;
    struct basis_line line;
    uint32_t at = 0;
    bool has_line = next_basis(records, &line);
    buffer_init(&flag.name, WORDS_MOST);
    buffer_init(&flag.source, WORDS_MOST);
    while (csv_ok(w) && next_hit(hits, &hit)) {
        if (hit.flag != at)
            next_flag_line(flags, hit.flag, &flag);
        at = hit.flag;
        if (!buffer_ok(&flag.name) || !buffer_ok(&flag.source))
            w->file.status = error_memory(x->err);
        for (; has_line && csv_ok(w) && line.owner == hit.hit; has_line = next_basis(records, &line)) {
            put_hit(w, x, &hit, &flag);
            put_record(w, x, line.record);
            csv_end_row(w);
        }
    }
    buffer_release(&flag.name);
    buffer_release(&flag.source);
}

/* A line a record that a hit rests on. */
static enum bowline_status export_flags(struct money_export *x)
{
    struct csv_writer w;
    struct cursor flags;
    struct cursor hits;
    struct cursor records;
    csv_open(&w, x->folder, "flags.csv", "flag,type,value,currency,what,fired,tested,source,resource,id",
             x->err);
    read_flags(x->reader->store, &flags, x->err);
    read_hits(x->reader->store, &hits, x->err);
    read_hit_records(x->reader->store, 0, UINT32_MAX, &records, x->err);
    put_hits(&w, x, &flags, &hits, &records);
    enum bowline_status status = cursor_close(&flags);
    enum bowline_status others[] = {cursor_close(&hits), cursor_close(&records)};
    for (size_t i = 0; i < sizeof others / sizeof *others && status == BOWLINE_OK; i++)
        status = others[i];
    return csv_close(&w, status);
}

/* A line a record that a role rests on. */
static enum bowline_status export_roles(struct money_export *x)
{
    struct csv_writer w;
    struct cursor roles;
    struct cursor records;
    struct role_row row;
    struct basis_line line;
    csv_open(&w, x->folder, "roles.csv",
             "network,entity,role,likelihood,confidence,records,of,members,bits,resource,id", x->err);
    read_roles(x->reader->store, 0, &roles, x->err);
    read_role_records(x->reader->store, 0, UINT32_MAX, &records, x->err);
    bool has_line = next_basis(&records, &line);
    while (csv_ok(&w) && next_role(&roles, &row))
        for (; has_line && csv_ok(&w) && line.owner == row.role; has_line = next_basis(&records, &line)) {
            csv_id(&w, row.network);
            csv_id(&w, row.entity);
            csv_text(&w, row.what);
            csv_text(&w, row.likelihood);
            csv_text(&w, row.confidence);
            csv_int(&w, row.records);
            csv_int(&w, row.of);
            csv_int(&w, row.members);
            csv_bits(&w, row.bits);
            put_record(&w, x, line.record);
            csv_end_row(&w);
        }
    enum bowline_status status = cursor_close(&roles);
    enum bowline_status other = cursor_close(&records);
    return csv_close(&w, status == BOWLINE_OK ? other : status);
}

enum bowline_status export_money(struct reader *reader, const char *folder, const struct record_keys *keys,
                                 struct bowline_error *err)
{
    struct money_export x = {reader, folder, keys, err};
    enum bowline_status status = export_flows(&x);
    if (status == BOWLINE_OK)
        status = export_motifs(&x);
    if (status == BOWLINE_OK)
        status = export_flags(&x);
    return status == BOWLINE_OK ? export_roles(&x) : status;
}
