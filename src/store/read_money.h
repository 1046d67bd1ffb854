/* What was concluded of money: kinds of accounts, and what they rest on. */
#ifndef STORE_READ_MONEY_H
#define STORE_READ_MONEY_H

#include "store/read_groups.h"

struct account_row {
    struct flow_row flow;
    int64_t cents_soon, unnamed_in, unnamed_out, returning_in, standing_in, standing_out, relays;
};

/* All accounts, by account and currency. */
void read_accounts(struct store *store, struct cursor *out, struct bowline_error *err);
bool next_account(struct cursor *c, struct account_row *row);

/* All payments from one account to another. */
struct transfer_row {
    uint32_t from, to; /* 0: nobody named */
    struct span from_value, to_value, currency;
    bool is_from_protected, is_to_protected;
    bool is_from_inside, is_to_inside; /* the network's parties use it */
    int64_t payments, cents;
};

/* That touch an account which the network's parties use: most money first. */
void read_network_transfers(struct store *store, uint32_t network, unsigned limit, struct cursor *out,
                            struct bowline_error *err);
bool next_transfer(struct cursor *c, struct transfer_row *row);

struct payment_account_line {
    uint32_t record, account;
    struct span party;
};

/* The accounts in the columns of payments, by record. */
void read_payment_accounts(struct store *store, struct cursor *out, struct bowline_error *err);
bool next_payment_account(struct cursor *c, struct payment_account_line *row);

#endif
