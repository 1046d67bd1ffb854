/* The report: one self-contained HTML file that needs no script and loads nothing. */
#ifndef REPORTS_REPORT_H
#define REPORTS_REPORT_H

#include "reports/reader.h"

/* Deterministic. An output that exists is replaced when the new one is whole. */
enum bowline_status report_html(struct reader *reader, const char *path,
                                struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
