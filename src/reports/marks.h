/* Grades and handling codes in answers, and what they forbid to leave (docs/methods/handling.md). */
#ifndef REPORTS_MARKS_H
#define REPORTS_MARKS_H

#include "reports/view.h"
#include "store/marking_store.h"

/* Puts "handling" and "grades", lists of "scheme:code", where there are any: of a conclusion the strictest
 * and the weakest of each scheme among the records that it rests on. */
void marks_put(struct view *v, json_t *out, enum marking_of of, uint32_t id);

/* Refuses where a record of the case may not go to whom the reader writes for, with how many are of which
 * code. */
enum bowline_status marks_check(struct reader *reader, struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* markings.csv, where the case has any. */
enum bowline_status export_marks(struct reader *reader, const char *folder,
                                 struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
