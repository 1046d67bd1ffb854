/* Walks over a text that grows, and splits it into rows and cells. csv.h is what others use. */
#ifndef RECORDS_CSV_WALK_H
#define RECORDS_CSV_WALK_H

#include "base/buffer.h"
#include "records/csv_index.h"

#define CSV_MOST_ROW   ((size_t)64 << 20) /* a row's declared maximum, bytes of UTF-8 */
#define CSV_MOST_CELLS ((size_t)65535)

struct csv_cell {
    uint32_t begin, end; /* from the row's start, without quotes */
    bool is_escaped;     /* holds quotes that are written twice */
};

/* Positions count from the text's start. */
struct csv_walk {
    const char *text;
    size_t length;
    size_t indexed; /* bytes of text whose marks are known */
    uint32_t *marks;
    size_t mark_count, marks_capacity;
    size_t next;     /* the first mark not looked at */
    size_t row;      /* where the row starts */
    size_t cell;     /* where its current cell starts */
    size_t close;    /* where the current cell's closing quote is; 0: it has none yet */
    size_t no_close; /* rows that start before it end with their line: a quote before it was never closed */
    size_t width;    /* cells that a row should have; 0: not known */
    uint64_t passed, torn; /* bytes of rows that were found, and of rows that were torn apart again */
    uint64_t line;         /* that the next mark stands in */
    uint64_t row_line;
    struct csv_cell *cells;
    size_t cell_count, cells_capacity;
    struct span *spans; /* the cells of the row that was found, once asked for */
    size_t spans_capacity;
    struct buffer unescaped;
    csv_index_function *index;
    char delimiter, quote;
    bool in_quotes, is_escaped, is_skipping;
};

struct csv_piece {
    size_t begin, end;
    uint64_t line;
    const char *reason; /* NULL, or why it is no row */
};

enum csv_found { FOUND_ROW, FOUND_NO_MORE, FOUND_NO_MEMORY };

/* 0 as delimiter: each line is one cell; 0 as quote: none. */
void csv_walk_init(struct csv_walk *s, char delimiter, char quote);
void csv_walk_release(struct csv_walk *s);

/* Forgets the text, keeps the memory. */
void csv_walk_reset(struct csv_walk *s, char delimiter, char quote);

/* The text is now `text`: what it was, with more at its end. False on failure of memory. */
bool csv_walk_extend(struct csv_walk *s, struct span text);

/* The text will lose its first `s->row` bytes. */
void csv_walk_drop(struct csv_walk *s);

/* The next row. is_last: the text will not grow. most: the longest row. At the end of the text the answer is
 * FOUND_NO_MORE. */
enum csv_found csv_walk_next(struct csv_walk *s, bool is_last, size_t most, struct csv_piece *piece);

/* The cells of the row that was found last, in the text or in the walk's memory; NULL on failure of
 * memory. */
const struct span *csv_walk_cells(struct csv_walk *s, const struct csv_piece *piece);

#endif
