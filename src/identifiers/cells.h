/* Reading the cells of records: which reader each column has, and the country that national numbers belong
 * to. */
#ifndef IDENTIFIERS_CELLS_H
#define IDENTIFIERS_CELLS_H

#include "identifiers/find.h"

/* Appends the finds and rejects of one record. */
void cells_read(struct reader *reader, const struct record_table *records, record_id record);

#endif
