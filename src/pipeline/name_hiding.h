/* Templates are shown to everybody, so the names that their records give to protected parties are taken out
 * of their texts. */
#ifndef PIPELINE_NAME_HIDING_H
#define PIPELINE_NAME_HIDING_H

#include "templates/template_table.h"

/* Puts {name} in place of each word of a template that is a word of a protected party's name in one of its
 * members; words of one or two letters stay. Templates keep their ids. Linear in members and texts. */
enum bowline_status names_hide(const struct record_table *records, struct template_table *templates,
                               struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
