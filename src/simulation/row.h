/* A row before it is written: its cells as plain bytes, the identifiers that stand in them, and the decoys
 * that it is part of. What then goes wrong in it (dirt.h) takes its identifiers along. */
#ifndef SIMULATION_ROW_H
#define SIMULATION_ROW_H

#include "base/buffer.h"
#include "simulation/forms.h"
#include "simulation/tables.h"

#include <bowline/simulation.h>

enum { ROW_CELLS = 20, ROW_MARKS = 24, LANGUAGE_NONE = 255 };

enum mark_type {
    MARK_PHONE,
    MARK_EMAIL,
    MARK_HANDLE,
    MARK_URL,
    MARK_ACCOUNT,
    MARK_PLATE,
    MARK_DOCUMENT,
    MARK_IMAGE,
    MARK_TYPES
};

/* An identifier in a cell. */
struct mark {
    uint8_t cell, type, form;
    uint8_t language;               /* of the text; LANGUAGE_NONE in a column */
    struct text_ref value, written; /* in noted */
};

struct row {
    enum table table;
    struct buffer bytes; /* the cells, one behind the other */
    size_t ends[ROW_CELLS];
    unsigned count;
    struct buffer noted;
    struct mark marks[ROW_MARKS];
    unsigned mark_count;
    uint32_t decoys; /* bits by enum bowline_decoy */
};

void row_init(struct row *row);
void row_release(struct row *row);
void row_begin(struct row *row, enum table table); /* forgets the row before */
bool row_ok(const struct row *row);

/* Ends the cell that was appended to row->bytes. The others append a cell and end it. */
void row_end_cell(struct row *row);
void row_add(struct row *row, struct span value);
void row_add_text(struct row *row, const char *value);

struct span row_cell(const struct row *row, unsigned cell);
/* Puts other bytes in the place of a cell. */
void row_replace(struct row *row, unsigned cell, struct span value);

/* Notes an identifier in the cell that comes next; where it is the whole cell, before it is ended. */
void row_mark(struct row *row, enum mark_type type, enum contact_form form, struct span value,
              struct span written);
/* The same for a cell that is named, in a text of that language. */
void row_mark_in(struct row *row, struct mark mark, struct span value, struct span written);

static inline void row_add_decoy(struct row *row, enum bowline_decoy decoy)
{
    row->decoys |= 1u << decoy;
}

#endif
