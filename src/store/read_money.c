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
    if (!next_flow(c, &row->flow))
        return false;
    row->cents_soon = cursor_int(c, 14);
    row->unnamed_in = cursor_int(c, 15);
    row->unnamed_out = cursor_int(c, 16);
    row->returning_in = cursor_int(c, 17);
    row->standing_in = cursor_int(c, 18);
    row->standing_out = cursor_int(c, 19);
    row->relays = cursor_int(c, 20);
    return true;
}

void read_network_transfers(struct store *store, uint32_t network, unsigned limit, struct cursor *out,
                            struct bowline_error *err)
{
    cursor_open(
        out, store,
        "WITH own AS MATERIALIZED (SELECT DISTINCT u.identifier AS account FROM entity AS e"
        " CROSS JOIN entity_party AS k ON k.entity = e.entity CROSS JOIN identifier_use AS u"
        " ON u.record = k.record AND u.party = k.party WHERE e.network = ?1)"
        " SELECT t.from_account, t.to_account, coalesce(f.value, ''), coalesce(i.value, ''), t.currency,"
        " coalesce(f.protected, 0), coalesce(i.protected, 0), t.from_account IN own, t.to_account IN own,"
        " t.payments, t.cents FROM transfer AS t"
        " LEFT JOIN identifier AS f ON f.identifier = t.from_account"
        " LEFT JOIN identifier AS i ON i.identifier = t.to_account"
        " WHERE t.rowid IN (SELECT x.rowid FROM own CROSS JOIN transfer AS x ON x.from_account = own.account"
        " UNION SELECT y.rowid FROM own CROSS JOIN transfer AS y ON y.to_account = own.account)"
        " ORDER BY t.cents DESC, t.rowid LIMIT ?2",
        err);
    cursor_bind(out, 1, network);
    cursor_bind(out, 2, limit);
}

bool next_transfer(struct cursor *c, struct transfer_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct transfer_row){
        .from = cursor_id(c, 0),
        .to = cursor_id(c, 1),
        .from_value = cursor_value(c, 2),
        .to_value = cursor_value(c, 3),
        .currency = cursor_span(c, 4),
        .is_from_protected = cursor_int(c, 5) != 0,
        .is_to_protected = cursor_int(c, 6) != 0,
        .is_from_inside = cursor_int(c, 7) != 0,
        .is_to_inside = cursor_int(c, 8) != 0,
        .payments = cursor_int(c, 9),
        .cents = cursor_int(c, 10),
    };
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
