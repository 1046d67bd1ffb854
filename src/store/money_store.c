/* Conclusions: what passed through accounts, what kind of account each is, and the shapes of money. */
#include "store/money_store.h"

#include "store/bulk.h"

struct flow_rows {
    const struct payment_table *payments;
    const struct flow_table *table;
    const struct account_options *options;
    struct buffer reason;
    bool is_short; /* of memory, for a reason */
    account_id at;
};

static const struct flow *next_flow_of(struct flow_rows *rows, struct bulk_row *row)
{
    if (++rows->at > rows->table->count)
        return NULL;
    const struct account *account = &rows->payments->accounts[rows->at];
    bulk_int(row, account->identifier);
    bulk_text(row, account->currency);
    return &rows->table->flows[rows->at];
}

static bool next_flow_row(void *context, struct bulk_row *row)
{
    const struct flow *each = next_flow_of(context, row);
    if (!each)
        return false;
    bulk_int(row, each->payments_in);
    bulk_int(row, each->payments_out);
    bulk_int(row, each->payers);
    bulk_int(row, each->payees);
    bulk_int(row, each->cents_in);
    bulk_int(row, each->cents_out);
    bulk_int(row, each->cents_passed);
    bulk_time(row, each->seconds_dwell);
    return true;
}

enum bowline_status flow_store_write(struct store *store, const struct payment_table *payments,
                                     const struct flow_table *table, struct bowline_error *err)
{
    struct flow_rows rows = {.payments = payments, .table = table};
    return bulk_insert(store, &(struct bulk){"flow", 10, &rows, next_flow_row}, err);
}

static bool next_kind_row(void *context, struct bulk_row *row)
{
    struct flow_rows *rows = context;
    const struct flow *each = next_flow_of(rows, row);
    if (!each)
        return false;
    enum account_kind kind = account_kind_of(each, rows->options);
    buffer_reset(&rows->reason);
    account_kind_explain(each, kind, &rows->reason);
    rows->is_short = rows->is_short || !buffer_ok(&rows->reason);
    bulk_text(row, account_kind_name(kind));
    bulk_int(row, each->cents_soon);
    bulk_int(row, each->unnamed_in);
    bulk_int(row, each->unnamed_out);
    bulk_int(row, each->returning_in);
    bulk_int(row, each->standing_in);
    bulk_int(row, each->standing_out);
    bulk_int(row, each->relays);
    bulk_span(row, buffer_all(&rows->reason));
    return true;
}

enum bowline_status account_store_write(struct store *store, const struct payment_table *payments,
                                        const struct flow_table *table, const struct account_options *options,
                                        struct bowline_error *err)
{
    enum { REASON_MOST = 4096 };
    struct flow_rows rows = {.payments = payments, .table = table, .options = options};
    buffer_init(&rows.reason, REASON_MOST);
    enum bowline_status status =
        bulk_insert(store, &(struct bulk){"account_kind", 11, &rows, next_kind_row}, err);
    if (status == BOWLINE_OK && rows.is_short)
        status = error_memory(err);
    buffer_release(&rows.reason);
    return status;
}

struct transfer_rows {
    const struct payment_table *payments;
    const struct transfer_table *table;
    uint32_t at;
};

static bool next_transfer_row(void *context, struct bulk_row *row)
{
    struct transfer_rows *rows = context;
    if (rows->at == rows->table->count)
        return false;
    const struct transfer *each = &rows->table->transfers[rows->at++];
    const struct account *accounts = rows->payments->accounts;
    bulk_int(row, accounts[each->from].identifier);
    bulk_int(row, accounts[each->to].identifier);
    bulk_text(row, accounts[each->from ? each->from : each->to].currency);
    bulk_int(row, each->payments);
    bulk_int(row, each->cents);
    bulk_time(row, each->begin);
    bulk_time(row, each->end);
    return true;
}

enum bowline_status transfer_store_write(struct store *store, const struct payment_table *payments,
                                         const struct transfer_table *table, struct bowline_error *err)
{
    struct transfer_rows rows = {payments, table, 0};
    return bulk_insert(store, &(struct bulk){"transfer", 7, &rows, next_transfer_row}, err);
}

struct motif_rows {
    const struct payment_table *payments;
    const struct motif_table *table;
    size_t at;         /* motif */
    uint32_t position; /* in it */
};

static bool next_motif_row(void *context, struct bulk_row *row)
{
    struct motif_rows *rows = context;
    if (rows->at == rows->table->count)
        return false;
    const struct motif *each = &rows->table->motifs[rows->at++];
    const struct account *accounts = rows->payments->accounts;
    const struct account *named = &accounts[each->centre ? each->centre : each->other];
    bulk_int(row, (int64_t)rows->at);
    bulk_text(row, motif_kind_name((enum motif_kind)each->kind));
    bulk_int(row, each->centre ? accounts[each->centre].identifier : 0);
    bulk_int(row, each->other ? accounts[each->other].identifier : 0);
    bulk_text(row, each->centre || each->other ? named->currency : "");
    bulk_int(row, each->accounts);
    bulk_int(row, each->count);
    bulk_int(row, each->cents);
    bulk_int(row, each->begin);
    bulk_int(row, each->end);
    bulk_int(row, each->bits);
    return true;
}

static bool next_motif_payment_row(void *context, struct bulk_row *row)
{
    struct motif_rows *rows = context;
    while (rows->at < rows->table->count && rows->position == rows->table->motifs[rows->at].count) {
        rows->at++;
        rows->position = 0;
    }
    if (rows->at == rows->table->count)
        return false;
    uint32_t payment = rows->table->payments[rows->table->motifs[rows->at].first + rows->position];
    bulk_int(row, (int64_t)rows->at + 1);
    bulk_int(row, rows->position++);
    bulk_int(row, rows->payments->payments[payment].record);
    return true;
}

enum bowline_status motif_store_write(struct store *store, const struct payment_table *payments,
                                      const struct motif_table *table, struct bowline_error *err)
{
    struct motif_rows motifs = {.payments = payments, .table = table};
    struct motif_rows members = motifs;
    enum bowline_status status =
        bulk_insert(store, &(struct bulk){"motif", 11, &motifs, next_motif_row}, err);
    if (status == BOWLINE_OK)
        status =
            bulk_insert(store, &(struct bulk){"motif_payment", 3, &members, next_motif_payment_row}, err);
    return status;
}
