/* The country that the national numbers of a record belong to. */
#ifndef IDENTIFIERS_RECORD_COUNTRY_H
#define IDENTIFIERS_RECORD_COUNTRY_H

#include "identifiers/find.h"

/* Two capital letters and a zero, or "". */
struct countries {
    char any[3];
    char of_party[PARTY_COUNT][3];
};

/* The country cell of each party; for the others any country cell, else that of the site's name, else that of
 * the place. Failure of memory stands in the list of finds. */
void countries_read(const struct reader *reader, const struct record_table *records, record_id record,
                    struct countries *out);

#endif
