/* CSV: a streaming reader over a window of decoded text, and single rows. */
#include "records/csv.h"

#include "base/memory.h"

/* Room for a row of the greatest length and the block that completes it. */
#define MOST_WINDOW ((size_t)1 << 30)

struct csv_reader {
    struct csv_walk walk;
    enum encoding encoding;
    struct buffer window;
    size_t counted;  /* bytes of the window that `source` counts */
    uint64_t source; /* place in the source up to there */
    size_t most_row;
    bool is_finished;
};

struct csv_reader *csv_reader_new(struct csv_dialect dialect, enum encoding encoding, size_t mark)
{
    struct csv_reader *reader = memory_new(1, sizeof *reader);
    if (!reader)
        return NULL;
    csv_walk_init(&reader->walk, dialect.delimiter, dialect.quote);
    buffer_init(&reader->window, MOST_WINDOW);
    reader->encoding = encoding;
    reader->source = mark;
    reader->most_row = CSV_MOST_ROW;
    return reader;
}

void csv_reader_free(struct csv_reader *reader)
{
    if (!reader)
        return;
    csv_walk_release(&reader->walk);
    buffer_release(&reader->window);
    memory_free(reader);
}

void csv_reader_limit(struct csv_reader *reader, size_t most_row)
{
    reader->most_row = most_row;
}

void csv_reader_expect(struct csv_reader *reader, size_t cells)
{
    reader->walk.width = cells;
}

/* Counts the source's bytes up to a place of the window. */
static void count_source(struct csv_reader *r, size_t at)
{
    if (at > r->counted)
        r->source +=
            encoding_source_length(r->encoding, (struct span){r->window.data + r->counted, at - r->counted});
    r->counted = at;
}

/* Moves the window to the row that is being read. */
static void drop_rows(struct csv_reader *r)
{
    size_t gone = r->walk.row;
    if (gone == 0)
        return;
    count_source(r, gone);
    r->counted = 0;
    csv_walk_drop(&r->walk);
    r->window.length -= gone;
    memmove(r->window.data, r->window.data + gone, r->window.length);
}

bool csv_reader_push(struct csv_reader *reader, struct span block)
{
    drop_rows(reader);
    buffer_append_span(&reader->window, block);
    return buffer_ok(&reader->window) && csv_walk_extend(&reader->walk, buffer_all(&reader->window));
}

void csv_reader_finish(struct csv_reader *reader)
{
    reader->is_finished = true;
}

enum csv_result csv_reader_next(struct csv_reader *reader, struct csv_row *row)
{
    struct csv_walk *walk = &reader->walk;
    struct csv_piece piece;
    enum csv_found found = csv_walk_next(walk, reader->is_finished, reader->most_row, &piece);
    if (found == FOUND_NO_MEMORY)
        return CSV_MEMORY;
    if (found == FOUND_NO_MORE)
        return reader->is_finished ? CSV_END : CSV_MORE;
    *row = (struct csv_row){.text = {walk->text + piece.begin, piece.end - piece.begin},
                            .line = (uint32_t)piece.line,
                            .problem = piece.reason};
    count_source(reader, piece.begin);
    row->byte = reader->source;
    count_source(reader, piece.end);
    row->length = reader->source - row->byte;
    if (piece.reason)
        return CSV_ROW;
    row->cells = csv_walk_cells(walk, &piece);
    row->count = walk->cell_count;
    return row->cells ? CSV_ROW : CSV_MEMORY;
}

void csv_splitter_init(struct csv_splitter *splitter)
{
    *splitter = (struct csv_splitter){0};
    csv_walk_init(&splitter->walk, ',', '"');
}

void csv_splitter_release(struct csv_splitter *splitter)
{
    csv_walk_release(&splitter->walk);
}

bool csv_split(struct csv_splitter *splitter, struct csv_dialect dialect, struct span row)
{
    struct csv_walk *walk = &splitter->walk;
    struct csv_piece piece;
    splitter->count = 0;
    csv_walk_reset(walk, dialect.delimiter, dialect.quote);
    if (row.length == 0 || row.length > MOST_WINDOW)
        return true;
    if (!csv_walk_extend(walk, row))
        return false;
    enum csv_found found = csv_walk_next(walk, true, SIZE_MAX, &piece);
    if (found != FOUND_ROW || piece.reason)
        return found != FOUND_NO_MEMORY;
    splitter->cells = csv_walk_cells(walk, &piece);
    splitter->count = splitter->cells ? walk->cell_count : 0;
    return splitter->cells != NULL;
}
