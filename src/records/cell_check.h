/* Whether a cell holds what its column says. */
#ifndef RECORDS_CELL_CHECK_H
#define RECORDS_CELL_CHECK_H

#include "records/numbers.h"
#include "records/record_table.h"

enum category {
    CATEGORY_SUSPECT,
    CATEGORY_CONVICTED,
    CATEGORY_POSSIBLE_VICTIM,
    CATEGORY_WITNESS,
    CATEGORY_OTHER,
    CATEGORY_COUNT
};

/* The category that is meant, in any case, with a blank or _ for the hyphen: a victim must not lose
 * protection by a capital. CATEGORY_COUNT where it is none. */
enum category category_find(struct span value);
const char *category_name(enum category category); /* the contract's word */

/* NULL, or why not (static). Identifiers are judged later, by their own room. Times are read by the row
 * reader. */
const char *cell_check(struct span value, enum column_type type);

bool type_is_number(enum column_type type);

/* The same for a type that is a number: *plain is what is kept, the value itself or in room. decimal_char: of
 * the data package; NULL or "" where it says none. */
const char *cell_check_number(struct span value, enum column_type type, const char *decimal_char,
                              char room[NUMBER_SIZE], struct span *plain);

#endif
