/* CSV as people really have it: quotes, doubled quotes, line breaks inside quotes, any line end, any usual
 * delimiter (docs/methods/reading.md). A streaming reader: bytes are pushed in blocks, rows are pulled out,
 * cells without escapes are not copied. The rows do not depend on where the blocks are cut.
 *
 * A quote opens a cell that begins with it (blanks before it are passed over), and closes it only where a
 * delimiter or a line end follows (blanks between are passed over): "he said "yes" twice" is one cell. */
#ifndef RECORDS_CSV_H
#define RECORDS_CSV_H

#include "records/csv_walk.h"
#include "records/encoding.h"

struct csv_dialect {
    char delimiter; /* 0: each line is one cell, as in JSON Lines */
    char quote;     /* 0: none */
};

/* A dialect that cuts lines only: for JSON Lines. */
#define CSV_LINES ((struct csv_dialect){0, 0})

/* A row and where it stood. Spans are valid until the next call. */
struct csv_row {
    const struct span *cells;
    size_t count;
    struct span text;    /* the row as UTF-8, without its line end */
    uint64_t byte;       /* where the row starts in the source */
    uint64_t length;     /* bytes in the source, line end not counted */
    uint32_t line;       /* 1-based */
    const char *problem; /* why these lines are no row (static), else NULL; cells are then empty */
};

enum csv_result {
    CSV_ROW,
    CSV_MORE, /* push another block, or csv_reader_finish */
    CSV_END,
    CSV_MEMORY
};

struct csv_reader;

/* encoding: of the source, so that places count its bytes; mark: bytes of byte order mark before the first
 * row. */
struct csv_reader *csv_reader_new(struct csv_dialect dialect, enum encoding encoding, size_t mark);
void csv_reader_free(struct csv_reader *reader); /* NULL allowed */

/* The longest row, CSV_MOST_ROW where not set. */
void csv_reader_limit(struct csv_reader *reader, size_t most_row);

/* Says how many cells a row has, from the header. A row that runs over several lines in quotes and has
 * another number is taken for a quote that was not closed: its first line is given up, the next is read by
 * itself. */
void csv_reader_expect(struct csv_reader *reader, size_t cells);

/* block: decoded text. Copied. False where memory is short. */
bool csv_reader_push(struct csv_reader *reader, struct span block);
void csv_reader_finish(struct csv_reader *reader); /* no more blocks will come */

/* Empty lines are passed over. A quote that is never closed costs its own line, not the rest of the file. */
enum csv_result csv_reader_next(struct csv_reader *reader, struct csv_row *row);

/* Splits one row that was read before. Spans are valid until the next call or csv_splitter_release. */
struct csv_splitter {
    const struct span *cells;
    size_t count;
    struct csv_dialect dialect;
    struct csv_walk walk;
};

void csv_splitter_init(struct csv_splitter *splitter);
void csv_splitter_release(struct csv_splitter *splitter);

/* False where memory is short. A text that is no row has no cells. */
bool csv_split(struct csv_splitter *splitter, struct csv_dialect dialect, struct span row);

/* Finds the delimiter (comma, semicolon, tab or bar) that cuts the head's lines most evenly. head: decoded
 * text from the file's start. */
struct csv_dialect csv_sniff(struct span head);

/* Whether a table's first row may be names of columns: none of its cells looks like a value. */
bool csv_may_be_header(const struct span *cells, size_t count);

#endif
