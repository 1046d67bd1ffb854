/* How much a case holds. */
#ifndef STORE_TOTALS_H
#define STORE_TOTALS_H

#include "store/store.h"

#include <bowline/run.h>

/* Fills the counts and bytes of the summary; leaves the rest. */
enum bowline_status store_totals(struct store *store, struct bowline_run_summary *out,
                                 struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
