/* The tables of the contract as CSV (docs/output.md). */
#ifndef REPORTS_EXPORT_H
#define REPORTS_EXPORT_H

#include "reports/reader.h"

/* folder is made where it is not there. Deterministic; one pass a table. */
enum bowline_status export_csv(struct reader *reader, const char *folder,
                               struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
