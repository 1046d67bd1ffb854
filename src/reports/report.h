/* The report: one self-contained HTML file that needs no script and loads nothing. */
#ifndef REPORTS_REPORT_H
#define REPORTS_REPORT_H

#include "reports/reader.h"

/* Deterministic. An output that exists is replaced when the new one is whole. referral: the text of the card that
 * says where victims find help; NULL for the one that is built in (referral.txt). */
enum bowline_status report_html(struct reader *reader, struct span referral, const char *path,
                                struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
