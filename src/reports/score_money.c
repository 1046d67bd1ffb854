/* Money routes found: payments that truth says were passed on, against what passed through accounts. */
#include "reports/score_parts.h"

#include "base/memory.h"
#include "money/payment_table.h"
#include "reports/row_split.h"
#include "scoring/routes.h"
#include "store/read_scores.h"

#define LIST_MOST UINT32_MAX
#define UNKNOWN   (-1)

struct paid {
    int64_t cents;    /* UNKNOWN where it cannot be read */
    char currency[4]; /* "" where none is given */
};

struct money {
    struct scored *scored;
    struct truth_file file;
    struct intern routes, names; /* of routes; of accounts as truth has them */
    struct intern accounts;      /* account, 0, currency */
    struct buffer name;          /* scratch */
    struct route_line *lines;
    uint32_t *account_of; /* [line]: among the names */
    size_t count, lines_capacity, account_capacity;
    uint32_t *payment_of; /* [record]: 1 upwards, 0 where truth does not name it */
    struct paid *payments;
    size_t payment_count, payments_capacity; /* payment_count: the largest */
    int64_t *passed;                         /* [account] */
};

/* The number of a record's payment; 0, whose amount is not known, for one that the case does not hold. */
static bool number_payment(struct money *d, uint32_t record, uint32_t *out)
{
    *out = record ? d->payment_of[record] : 0;
    if (record == 0 || *out)
        return true;
    if (!memory_reserve(&d->payments, &d->payments_capacity, d->payment_count + 2, LIST_MOST))
        return false;
    *out = (uint32_t)++d->payment_count;
    d->payments[*out] = (struct paid){.cents = UNKNOWN};
    d->payment_of[record] = *out;
    return true;
}

static enum bowline_status take_route(void *context, const struct truth_line *row, struct bowline_error *err)
{
    static const char *const names[] = {"route", NULL,           "account", "in_resource",
                                        "in_id", "out_resource", "out_id"};
    struct money *d = context;
    const struct reader *reader = d->scored->view->reader;
    struct truth_line in = *row;
    struct truth_line out = *row;
    struct route_line line = {.in_cents = UNKNOWN, .out_cents = UNKNOWN};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i] && row->cells[i].length == 0)
            return truth_line_refuse(row, err, "no %s", names[i]);
    memcpy(in.cells, row->cells + 3, 2 * sizeof *in.cells);
    memcpy(out.cells, row->cells + 5, 2 * sizeof *out.cells);
    line.route = intern_put(&d->routes, row->cells[0]);
    uint32_t account = intern_put(&d->names, row->cells[2]);
    uint32_t in_record = truth_find(&d->scored->truth, reader, &in, &d->file);
    uint32_t out_record = truth_find(&d->scored->truth, reader, &out, &d->file);
    if (!line.route || !account || !number_payment(d, in_record, &line.in) ||
        !number_payment(d, out_record, &line.out) ||
        !memory_reserve(&d->lines, &d->lines_capacity, d->count + 1, LIST_MOST) ||
        !memory_reserve(&d->account_of, &d->account_capacity, d->count + 1, LIST_MOST))
        return error_memory(err);
    d->account_of[d->count] = account;
    d->lines[d->count++] = line;
    return BOWLINE_OK;
}

/* The first cell of a type, "" where the table has none. */
static struct span cell_of(const struct reader *reader, uint32_t resource, const struct span *values,
                           size_t count, enum column_type type)
{
    for (uint32_t i = 1; i <= reader->column_count; i++) {
        const struct column *column = reader_column(reader, i);
        if (column && column->row.resource == resource && column->type == type &&
            column->row.position < count)
            return values[column->row.position];
    }
    return span_of("");
}

/* As flows have it: three letters, else none. */
static void keep_currency(struct span text, char out[4])
{
    text = span_trim(text);
    out[0] = '\0';
    for (size_t i = 0; text.length == 3 && i < 3; i++) {
        char c = (char)((unsigned char)text.at[i] & ~32u);
        if (c < 'A' || c > 'Z') {
            out[0] = '\0';
            return;
        }
        out[i] = c;
        out[i + 1] = '\0';
    }
}

static void read_payment(struct money *d, uint32_t resource, const struct source_line *row,
                         struct span *values, size_t count)
{
    struct view *v = d->scored->view;
    struct paid *payment = &d->payments[d->payment_of[row->record]];
    int64_t cents;
    row_split(v, reader_resource(v->reader, resource), row->source, values, count);
    struct span amount = cell_of(v->reader, resource, values, count, TYPE_AMOUNT);
    if (payment_amount_read(amount, &cents) == AMOUNT_READ)
        payment->cents = cents;
    keep_currency(cell_of(v->reader, resource, values, count, TYPE_CURRENCY), payment->currency);
}

static void load_payments_of(struct money *d, uint32_t resource, struct span *values, size_t count)
{
    struct view *v = d->scored->view;
    struct cursor c;
    struct source_line row;
    read_sources(v->store, resource, &c, v->err);
    while (v->status == BOWLINE_OK && next_source(&c, &row))
        if (row.record <= d->scored->truth.records && d->payment_of[row.record])
            read_payment(d, resource, &row, values, count);
    view_close(v, &c);
}

/* One pass over each table that a payment stands in. */
static void load_payments(struct money *d)
{
    struct view *v = d->scored->view;
    const struct truth *t = &d->scored->truth;
    uint8_t *is_wanted = memory_new((size_t)v->reader->resource_count + 1, 1);
    struct span *values = memory_new((size_t)v->reader->column_count + 1, sizeof *values);
    bool is_ready = is_wanted && values;
    for (uint32_t r = 1; is_ready && r <= t->records; r++)
        if (d->payment_of[r])
            is_wanted[t->index.entries[r].resource] = 1;
    for (uint32_t i = 1; is_ready && i <= v->reader->resource_count; i++)
        if (is_wanted[i] && v->status == BOWLINE_OK)
            load_payments_of(d, i, values, v->reader->column_count);
    if (!is_ready)
        view_try(v, error_memory(v->err));
    memory_free(is_wanted);
    memory_free(values);
}

static struct span account_name(struct money *d, struct span account, struct span currency)
{
    buffer_reset(&d->name);
    buffer_append_span(&d->name, account);
    buffer_append_char(&d->name, '\0');
    buffer_append_span(&d->name, currency);
    return buffer_all(&d->name);
}

/* Amounts become known, and accounts are told apart by currency, as flows are. */
static bool complete_lines(struct money *d)
{
    for (size_t i = 0; i < d->count; i++) {
        struct route_line *line = &d->lines[i];
        const char *currency = "";
        if (line->in) {
            line->in_cents = d->payments[line->in].cents;
            currency = d->payments[line->in].currency;
        }
        if (line->out)
            line->out_cents = d->payments[line->out].cents;
        struct span name = account_name(d, intern_get(&d->names, d->account_of[i]), span_of(currency));
        line->account = buffer_ok(&d->name) ? intern_put(&d->accounts, name) : 0;
        if (line->account == 0)
            return false;
    }
    return true;
}

static void load_passed(struct money *d)
{
    struct view *v = d->scored->view;
    struct cursor c;
    struct passed_line row;
    d->passed = memory_new((size_t)d->accounts.count + 1, sizeof *d->passed);
    if (!d->passed) {
        view_try(v, error_memory(v->err));
        return;
    }
    read_passed(v->store, &c, v->err);
    while (next_passed(&c, &row)) {
        uint32_t account = intern_find(&d->accounts, account_name(d, row.account, row.currency));
        if (account && buffer_ok(&d->name))
            d->passed[account] = row.cents;
    }
    view_close(v, &c);
    if (!buffer_ok(&d->name))
        view_try(v, error_memory(v->err));
}

static void put_money(struct money *d, json_t *answer)
{
    struct view *v = d->scored->view;
    struct route_score score;
    json_t *out = view_object(v);
    if (!view_try(
            v, score_routes(d->lines, d->count, d->passed, (size_t)d->accounts.count + 1, &score, v->err))) {
        json_decref(out);
        return;
    }
    view_put_int(v, out, "routes_true", (int64_t)score.routes);
    view_put_int(v, out, "routes_found", (int64_t)score.routes_found);
    score_put_share(v, out, "routes_recall", score.routes_found, score.routes);
    view_put_int(v, out, "accounts_true", (int64_t)score.accounts);
    view_put_int(v, out, "accounts_found", (int64_t)score.accounts_found);
    score_put_share(v, out, "accounts_recall", score.accounts_found, score.accounts);
    score_put_share(v, out, "money_recall", (uint64_t)score.cents_found, (uint64_t)score.cents);
    score_put_accounts(d->scored, &d->names, out);
    view_put(v, answer, "money", out);
}

static void score_listed(struct money *d, json_t *answer)
{
    struct view *v = d->scored->view;
    load_payments(d);
    if (v->status == BOWLINE_OK && !complete_lines(d))
        view_try(v, error_memory(v->err));
    if (v->status == BOWLINE_OK)
        load_passed(d);
    if (v->status == BOWLINE_OK)
        put_money(d, answer);
}

void score_put_money(struct scored *s, json_t *answer)
{
    struct money d = {.scored = s, .file.name = "truth-money.csv"};
    const struct truth_columns columns = {
        {"route", "network", "account", "in_resource", "in_id", "out_resource", "out_id"}, 7, take_route, &d};
    intern_init(&d.routes);
    intern_init(&d.names);
    intern_init(&d.accounts);
    buffer_init(&d.name, (size_t)1 << 24);
    d.payment_of = memory_new((size_t)s->truth.records + 1, sizeof *d.payment_of);
    if (!d.payment_of)
        view_try(s->view, error_memory(s->view->err));
    else if (score_read_file(s, "money", &columns, &d.file))
        score_listed(&d, answer);
    void *const memory[] = {d.lines, d.account_of, d.payment_of, d.payments, d.passed};
    for (size_t i = 0; i < sizeof memory / sizeof *memory; i++)
        memory_free(memory[i]);
    intern_release(&d.routes);
    intern_release(&d.names);
    intern_release(&d.accounts);
    buffer_release(&d.name);
}
