/* Splits a text into rows and cells: a walk over the marks that csv_index.c found. The walk stops where the
 * text ends within a row and goes on from there when there is more. */
#include "records/csv_walk.h"

#include "base/memory.h"

static const char never_closed[] = "a quote is opened and never closed";
static const char torn[] = "a quote opens here, and the lines up to its end do not make a row";
static const char too_long[] = "the row is longer than 64 MiB";
static const char too_many[] = "the row has more than 65,535 cells";

/* How many bytes of torn rows are read again without question, and how many more for each byte read well. */
enum { TORN_ALWAYS = 1 << 20, TORN_RATIO = 4 };

void csv_walk_init(struct csv_walk *s, char delimiter, char quote)
{
    *s = (struct csv_walk){.index = csv_index_best()};
    buffer_init(&s->unescaped, (size_t)1 << 30);
    csv_walk_reset(s, delimiter, quote);
}

void csv_walk_release(struct csv_walk *s)
{
    memory_free(s->marks);
    memory_free(s->cells);
    memory_free(s->spans);
    buffer_release(&s->unescaped);
    csv_walk_init(s, s->delimiter, s->quote);
}

void csv_walk_reset(struct csv_walk *s, char delimiter, char quote)
{
    s->delimiter = delimiter ? delimiter : '\n';
    s->quote = quote ? quote : s->delimiter;
    s->text = NULL;
    s->length = s->indexed = s->mark_count = s->next = s->row = s->cell = s->close = s->no_close = s->width =
        0;
    s->line = s->row_line = 1;
    s->cell_count = 0;
    s->in_quotes = s->is_escaped = s->is_skipping = false;
}

bool csv_walk_extend(struct csv_walk *s, struct span text)
{
    size_t more = text.length - s->indexed;
    const char marks[2] = {s->delimiter, s->quote};
    if (!memory_reserve(&s->marks, &s->marks_capacity, s->mark_count + more + CSV_INDEX_SLACK, UINT32_MAX))
        return false;
    s->text = text.at;
    s->length = text.length;
    s->mark_count += s->index(text.at, s->indexed, text.length, marks, s->marks + s->mark_count);
    s->indexed = text.length;
    return true;
}

/* The first mark at `at` or after it. */
static size_t mark_from(const struct csv_walk *s, size_t at)
{
    size_t low = 0;
    size_t high = s->mark_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (s->marks[middle] < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void csv_walk_drop(struct csv_walk *s)
{
    size_t gone = s->row;
    if (gone == 0)
        return;
    size_t first = mark_from(s, gone);
    s->mark_count -= first;
    for (size_t m = 0; m < s->mark_count; m++)
        s->marks[m] = s->marks[first + m] - (uint32_t)gone;
    s->next -= first;
    s->row = 0;
    s->cell -= gone;
    s->close -= s->close ? gone : 0;
    s->no_close -= s->no_close < gone ? s->no_close : gone;
    s->length -= gone;
    s->indexed -= gone;
}

static bool is_blank(const struct csv_walk *s, char c)
{
    return c == ' ' || (c == '\t' && s->delimiter != '\t');
}

static size_t skip_blanks(const struct csv_walk *s, size_t at)
{
    while (at < s->length && is_blank(s, s->text[at]))
        at++;
    return at;
}

static void begin_row(struct csv_walk *s, size_t at)
{
    s->row = s->cell = at;
    s->row_line = s->line;
    s->close = 0;
    s->cell_count = 0;
    s->in_quotes = s->is_escaped = false;
}

static bool grow_cells(struct csv_walk *s)
{
    return memory_reserve(&s->cells, &s->cells_capacity, s->cell_count + 1, CSV_MOST_CELLS + 1);
}

/* The current cell ends before `at`, or at its closing quote. One cell above the most is kept: it says so. */
static inline bool end_cell(struct csv_walk *s, size_t at)
{
    if (s->cell_count > CSV_MOST_CELLS)
        return true;
    if (s->cell_count == s->cells_capacity && !grow_cells(s))
        return false;
    size_t end = s->close ? s->close : at;
    s->cells[s->cell_count++] =
        (struct csv_cell){(uint32_t)(s->cell - s->row), (uint32_t)(end - s->row), s->is_escaped};
    s->cell = at + 1;
    s->close = 0;
    s->is_escaped = false;
    return true;
}

/* The row from s->row to `end` is found; the next starts at `next`. */
static enum csv_found end_row(struct csv_walk *s, size_t end, size_t next, struct csv_piece *piece)
{
    if (!end_cell(s, end))
        return FOUND_NO_MEMORY;
    size_t cells = s->cell_count;
    s->passed += end - s->row;
    *piece = (struct csv_piece){s->row, end, s->row_line, cells > CSV_MOST_CELLS ? too_many : NULL};
    begin_row(s, next);
    s->cell_count = cells;
    return FOUND_ROW;
}

/* The row cannot be read: its first line is given up, and reading goes on after it. */
static enum csv_found give_up_line(struct csv_walk *s, const char *reason, struct csv_piece *piece)
{
    size_t end = s->row;
    while (end < s->length && s->text[end] != '\n' && s->text[end] != '\r')
        end++;
    size_t next = end + (end < s->length);
    if (next < s->length && s->text[end] == '\r' && s->text[next] == '\n')
        next++;
    *piece = (struct csv_piece){s->row, end, s->row_line, reason};
    s->next = mark_from(s, next);
    s->line = s->row_line + (end < s->length);
    s->is_skipping = end == s->length;
    begin_row(s, next);
    return FOUND_ROW;
}

/* Passes marks that are text within quotes, up to the next quote. Rows that must end with their line, and a
 * CR that nothing follows yet, are for pass_mark to see. */
static void pass_text(struct csv_walk *s)
{
    const char *text = s->text;
    size_t next = s->next;
    uint64_t lines = 0;
    if (s->row < s->no_close) {
        s->next++;
        return;
    }
    for (; next < s->mark_count; next++) {
        size_t at = s->marks[next];
        char mark = text[at];
        if (mark == s->quote || (mark == '\r' && at + 1 == s->length))
            break;
        lines += mark == '\r' || (mark == '\n' && text[at - 1] != '\r');
    }
    /* It was called for a mark that is text. */
    if (next == s->next) {
        next++;
        lines++;
    }
    s->line += lines;
    s->next = next;
}

/* Looks at a mark within quotes. False: the text that follows must be known first. */
static bool pass_quoted(struct csv_walk *s, size_t at, char mark, bool is_last)
{
    if (mark != s->quote) {
        pass_text(s);
        return true;
    }
    if (at + 1 < s->length && s->text[at + 1] == s->quote) {
        s->is_escaped = true;
        s->next += 2;
        return true;
    }
    size_t after = skip_blanks(s, at + 1);
    if (after == s->length && !is_last)
        return false;
    char c = after < s->length ? s->text[after] : '\n';
    if (c == s->delimiter || c == '\n' || c == '\r') {
        s->in_quotes = false;
        s->close = at;
    }
    s->next++;
    return true;
}

/* A quote outside of quotes opens a cell where only blanks stand before it. */
static void pass_quote(struct csv_walk *s, size_t at)
{
    s->next++;
    if (s->close || s->is_skipping || skip_blanks(s, s->cell) != at)
        return;
    s->cell = at + 1;
    s->in_quotes = true;
}

/* Whether the row that ends at `at` runs over several lines and has another number of cells than it should.
 */
static bool is_torn(const struct csv_walk *s)
{
    return s->width && s->line != s->row_line && s->cell_count + 1 != s->width && !s->is_skipping;
}

/* Such a row is read again line by line. A hostile file could ask for that at every line: where it comes to
 * much more than what was read well, quotes must close in their line until its end. */
static enum csv_found tear_row(struct csv_walk *s, size_t at, struct csv_piece *piece)
{
    s->torn += at - s->row;
    if (s->torn > TORN_ALWAYS + TORN_RATIO * s->passed)
        s->no_close = at;
    return give_up_line(s, torn, piece);
}

/* A line end outside of quotes. FOUND_NO_MORE: the line was empty. */
static enum csv_found pass_line_end(struct csv_walk *s, size_t at, struct csv_piece *piece)
{
    bool is_pair = s->text[at] == '\r' && at + 1 < s->length && s->text[at + 1] == '\n';
    size_t next = at + 1 + is_pair;
    bool is_empty = at == s->row || s->is_skipping;
    if (is_torn(s))
        return tear_row(s, at, piece);
    s->next += 1 + (size_t)is_pair;
    s->line++;
    s->is_skipping = false;
    if (!is_empty)
        return end_row(s, at, next, piece);
    begin_row(s, next);
    return FOUND_NO_MORE;
}

/* The row is longer than the most: a quote that was not closed, or one endless line. */
static enum csv_found give_up_row(struct csv_walk *s, size_t at, size_t most, struct csv_piece *piece)
{
    if (s->in_quotes) {
        s->no_close = s->row + most;
        return give_up_line(s, never_closed, piece);
    }
    *piece = (struct csv_piece){s->row, s->row, s->row_line, too_long};
    begin_row(s, at);
    s->is_skipping = true;
    return FOUND_ROW;
}

/* The text ends within a row. */
static enum csv_found end_text(struct csv_walk *s, bool is_last, size_t most, struct csv_piece *piece)
{
    if (s->is_skipping || s->row >= s->length) {
        begin_row(s, s->length);
        return FOUND_NO_MORE;
    }
    if (s->length - s->row > most)
        return give_up_row(s, s->length, most, piece);
    if (!is_last)
        return FOUND_NO_MORE;
    if (!s->in_quotes)
        return is_torn(s) ? tear_row(s, s->length, piece) : end_row(s, s->length, s->length, piece);
    s->no_close = s->length;
    return give_up_line(s, never_closed, piece);
}

/* Looks at one mark. FOUND_NO_MORE with *stop: what follows must be known first; without: go on. */
static inline enum csv_found pass_mark(struct csv_walk *s, size_t at, bool is_last, struct csv_piece *piece,
                                       bool *stop)
{
    char mark = s->text[at];
    bool is_end = mark == '\n' || mark == '\r';
    *stop = mark == '\r' && at + 1 == s->length && !is_last;
    if (*stop)
        return FOUND_NO_MORE;
    if (s->in_quotes) {
        if (is_end && s->row < s->no_close)
            return give_up_line(s, never_closed, piece);
        *stop = !pass_quoted(s, at, mark, is_last);
    } else if (is_end) {
        return pass_line_end(s, at, piece);
    } else if (mark == s->delimiter) {
        s->next++;
        return end_cell(s, at) ? FOUND_NO_MORE : FOUND_NO_MEMORY;
    } else {
        pass_quote(s, at);
    }
    return FOUND_NO_MORE;
}

enum csv_found csv_walk_next(struct csv_walk *s, bool is_last, size_t most, struct csv_piece *piece)
{
    if (s->cell == s->row)
        s->cell_count = 0;
    bool stop = false;
    while (s->next < s->mark_count && !stop) {
        size_t at = s->marks[s->next];
        enum csv_found found = at - s->row > most && !s->is_skipping
                                   ? give_up_row(s, at, most, piece)
                                   : pass_mark(s, at, is_last, piece, &stop);
        if (found != FOUND_NO_MORE)
            return found;
    }
    return end_text(s, is_last, most, piece);
}

/* Writes the cell's text with quotes once. */
static struct span unescape(struct csv_walk *s, struct span cell)
{
    char *out = s->unescaped.data + s->unescaped.length;
    size_t length = 0;
    for (size_t at = 0; at < cell.length; at++) {
        const char *quote = memchr(cell.at + at, s->quote, cell.length - at);
        size_t run = quote ? (size_t)(quote - cell.at) + 1 - at : cell.length - at;
        memcpy(out + length, cell.at + at, run);
        length += run;
        at += run - 1;
        if (quote && at + 1 < cell.length && cell.at[at + 1] == s->quote)
            at++;
    }
    s->unescaped.length += length;
    return (struct span){out, length};
}

const struct span *csv_walk_cells(struct csv_walk *s, const struct csv_piece *piece)
{
    const char *row = s->text + piece->begin;
    if (!memory_reserve(&s->spans, &s->spans_capacity, s->cell_count, CSV_MOST_CELLS + 1))
        return NULL;
    bool has_room = false;
    for (size_t c = 0; c < s->cell_count; c++) {
        struct csv_cell cell = s->cells[c];
        s->spans[c] = (struct span){row + cell.begin, cell.end - cell.begin};
        if (!cell.is_escaped)
            continue;
        /* All of a row's cells have room at once, so that none moves. */
        if (!has_room) {
            buffer_reset(&s->unescaped);
            if (!buffer_reserve(&s->unescaped, piece->end - piece->begin))
                return NULL;
            has_room = true;
        }
        s->spans[c] = unescape(s, s->spans[c]);
    }
    return s->spans;
}
