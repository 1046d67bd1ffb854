/* Conclusions: what passed through accounts, what kind of account each is, and the shapes of money. */
#ifndef STORE_MONEY_STORE_H
#define STORE_MONEY_STORE_H

#include "money/account_kinds.h"
#include "money/motif_table.h"
#include "money/transfer_table.h"
#include "store/store.h"

enum bowline_status flow_store_write(struct store *store, const struct payment_table *payments,
                                     const struct flow_table *table,
                                     struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* The kinds are told here, by the options, as the rows are written. */
enum bowline_status account_store_write(struct store *store, const struct payment_table *payments,
                                        const struct flow_table *table, const struct account_options *options,
                                        struct bowline_error *err) BOWLINE_WARN_UNUSED;

enum bowline_status transfer_store_write(struct store *store, const struct payment_table *payments,
                                         const struct transfer_table *table,
                                         struct bowline_error *err) BOWLINE_WARN_UNUSED;

enum bowline_status motif_store_write(struct store *store, const struct payment_table *payments,
                                      const struct motif_table *table,
                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
