/* What a table's beginning looks like: the delimiter that gives most rows as many cells as the first, and
 * whether a first row names the columns. */
#include "records/csv.h"

/* Enough rows to see a pattern, few enough to cost nothing. */
enum { ROWS_LOOKED_AT = 200, LONGEST_TITLE = 64 };

/* How the head looks when one delimiter is taken for true. */
struct trial {
    unsigned rows, even; /* even: with as many cells as the first */
    size_t cells;        /* of the first row */
};

/* Mostly digits, an address, or a text that runs on: no name of a column. */
static bool is_value(struct span cell)
{
    size_t digits = 0;
    cell = span_trim(cell);
    for (size_t i = 0; i < cell.length; i++) {
        if (cell.at[i] == '@' || cell.at[i] == '\n' || cell.at[i] == '\r')
            return true;
        digits += cell.at[i] >= '0' && cell.at[i] <= '9';
    }
    return cell.length > LONGEST_TITLE || (cell.length && digits * 2 >= cell.length);
}

bool csv_may_be_header(const struct span *cells, size_t count)
{
    for (size_t c = 0; c < count; c++)
        if (is_value(cells[c]))
            return false;
    return count > 0;
}

static struct trial try_delimiter(struct span head, char delimiter)
{
    struct trial found = {0};
    struct csv_row row;
    struct csv_reader *reader = csv_reader_new((struct csv_dialect){delimiter, '"'}, ENCODING_UTF_8, 0);
    bool ok = reader && csv_reader_push(reader, head);
    if (ok)
        csv_reader_finish(reader);
    while (ok && found.rows < ROWS_LOOKED_AT && csv_reader_next(reader, &row) == CSV_ROW) {
        if (row.problem)
            continue;
        if (found.rows++ == 0)
            found.cells = row.count;
        found.even += row.count == found.cells;
    }
    csv_reader_free(reader);
    return found;
}

struct csv_dialect csv_sniff(struct span head)
{
    /* Those that rarely stand in text come first: they win a tie. */
    static const char delimiters[] = {'\t', '|', ';', ','};
    struct csv_dialect best = {',', '"'};
    double best_score = 0;
    for (size_t d = 0; d < sizeof delimiters; d++) {
        struct trial found = try_delimiter(head, delimiters[d]);
        /* The last row may be cut, so one is forgiven. */
        double share = (double)(found.even + 1) / (double)(found.rows + 1);
        if (found.cells < 2 || share <= best_score)
            continue;
        best_score = share;
        best.delimiter = delimiters[d];
    }
    return best;
}
