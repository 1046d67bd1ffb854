/* What was concluded of money. */
#include "store/read_money.h"

#define ACCOUNT_COLUMNS                                                                                      \
    "f.account, i.value, f.currency, i.protected, f.payments_in, f.payments_out, f.payers, f.payees,"        \
    " f.cents_in, f.cents_out, f.cents_passed, f.dwell, k.kind, k.reason, k.cents_soon, k.unnamed_in,"       \
    " k.unnamed_out, k.returning_in, k.standing_in, k.standing_out, k.relays"

void read_accounts(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT " ACCOUNT_COLUMNS " FROM flow AS f"
                " JOIN account_kind AS k ON k.rowid = f.rowid"
                " CROSS JOIN identifier AS i ON i.identifier = f.account ORDER BY f.rowid",
                err);
}

bool next_account(struct cursor *c, struct account_row *row)
{
    *row = (struct account_row){.kind = {"", 0}};
    if (!next_flow(c, &row->flow))
        return false;
    row->kind = cursor_span(c, 12);
    row->reason = cursor_span(c, 13);
    row->cents_soon = cursor_int(c, 14);
    row->unnamed_in = cursor_int(c, 15);
    row->unnamed_out = cursor_int(c, 16);
    row->returning_in = cursor_int(c, 17);
    row->standing_in = cursor_int(c, 18);
    row->standing_out = cursor_int(c, 19);
    row->relays = cursor_int(c, 20);
    return true;
}

void read_payment_accounts(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT u.record, u.identifier, u.party FROM identifier_use AS u"
                " JOIN identifier AS i ON i.identifier = u.identifier"
                " WHERE i.type = 'account' AND u.form = 'column' AND u.party IN ('from', 'to')"
                " ORDER BY u.record, u.use",
                err);
}

bool next_payment_account(struct cursor *c, struct payment_account_line *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct payment_account_line){cursor_id(c, 0), cursor_id(c, 1), cursor_span(c, 2)};
    return true;
}
