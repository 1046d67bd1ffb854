/* What a table may be, from the names of its columns and some of its rows: for `bowline init`, whose result a
 * person corrects. Where a guess is not safe, there is none. */
#ifndef RECORDS_GUESS_H
#define RECORDS_GUESS_H

#include "records/package.h"

struct guess_sample {
    const struct span *cells; /* rows x columns, row by row; UTF-8 */
    size_t rows, columns;     /* columns: the resource's fields, in order */
};

/* Sets the resource's kind (KIND_NONE where unclear), the roles of its fields, and the format of dates that
 * are not ISO 8601 but all of one pattern. Names are read in English, Dutch, French, German, Spanish,
 * Italian, Portuguese and Romanian. False on failure of memory. */
bool guess_roles(struct package_resource *resource, const struct guess_sample *sample);

#endif
