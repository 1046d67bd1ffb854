/* The tables of money and roles as CSV (docs/output.md). */
#ifndef REPORTS_EXPORT_MONEY_H
#define REPORTS_EXPORT_MONEY_H

#include "reports/record_keys.h"

/* flows.csv, motifs.csv, flags.csv, roles.csv. keys: of all records. */
enum bowline_status export_money(struct reader *reader, const char *folder, const struct record_keys *keys,
                                 struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
