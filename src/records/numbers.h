/* Numbers as tables write them become plain decimals: "1.234,50" and "1,234.50" are 1234.50. Which sign is
 * the decimal one is said by the data package (Frictionless `decimalChar`) or follows from the number itself;
 * where it does not follow, the number is refused. */
#ifndef RECORDS_NUMBERS_H
#define RECORDS_NUMBERS_H

#include "base/span.h"

#define NUMBER_SIZE 32 /* bytes of a plain decimal */

enum number_result {
    NUMBER_READ,
    NUMBER_NONE,     /* no number */
    NUMBER_DOUBTFUL, /* could be two */
};

/* decimal_sign: '.' or ',', or 0: of two kinds of sign it is the later; one that stands twice groups; a point
 * alone is decimal; a comma alone is, unless it stands before three digits, where it could group. Blanks and
 * apostrophes group. *plain is the text itself or lies in room. */
enum number_result number_read(struct span text, char decimal_sign, char room[NUMBER_SIZE],
                               struct span *plain);

#endif
