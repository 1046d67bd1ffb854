/* A row as it stood in its source, split into its cells. */
#ifndef REPORTS_ROW_SPLIT_H
#define REPORTS_ROW_SPLIT_H

#include "reports/view.h"

/* values[position] of the resource's columns, `count` of them; "" where the row has none. In the view's
 * arena. */
void row_split(struct view *v, const struct resource_row *resource, struct span source, struct span *values,
               size_t count);

#endif
