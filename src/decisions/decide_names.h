/* From what a person names to what a decision keeps: words that outlive the numbers of a run. Failures go
 * into the view. */
#ifndef DECISIONS_DECIDE_NAMES_H
#define DECISIONS_DECIDE_NAMES_H

#include "reports/rows.h"

/* A party of a record ("ads/A-1", "ads/A-1:contact") or, for "entity 7", the party that its strongest link
 * rests on; the latter is told in `notes`. Protected parties are refused. */
struct decision_side decide_side(struct view *v, const char *name, json_t *notes);

/* "+32470123456", "phone +32470123456", a pseudonym, or "template 12": fills type, value, is_hidden and, for
 * a template, the first record that is written from it. */
void decide_value(struct view *v, const char *name, struct decision_row *out);

#endif
