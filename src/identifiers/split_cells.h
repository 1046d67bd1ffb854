/* Numbers that begin in one cell and end in the next: an area code in a column of its own, or digits at the
 * end of a title and at the begin of the text. */
#ifndef IDENTIFIERS_SPLIT_CELLS_H
#define IDENTIFIERS_SPLIT_CELLS_H

#include "identifiers/find.h"

/* A cell that was read. */
struct read_cell {
    struct span text;
    uint32_t cell; /* of the record */
    field_id field;
    uint8_t party, is_text;
    bool has_find;      /* in a column: a value was found */
    size_t found_end;   /* in a text: where the last find ends */
    size_t found_begin; /* and the first begins, or the length */
};

/* Adds a find in each of two cells that follow one another, where together they are one number. True where it
 * did. */
bool split_cells_join(struct reader *reader, const struct read_cell *first, const struct read_cell *second);

#endif
