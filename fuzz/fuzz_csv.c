/* Any bytes as CSV: blocks of any size give the same rows as the whole, a row stands where it says, and
 * splits again into the same cells. The first two bytes choose the delimiter and the block. */
#include "base/hash.h"
#include "records/csv.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool ok)
{
    if (!ok)
        abort();
}

static uint64_t add_row(const struct csv_row *row, struct span text, struct csv_dialect dialect,
                        uint64_t hash)
{
    struct csv_splitter splitter;
    csv_splitter_init(&splitter);
    check(row->byte + row->length <= text.length);
    check(span_equal(row->text, (struct span){text.at + row->byte, row->length}));
    hash = hash_mix(hash + row->line + (row->problem != NULL));
    if (!row->problem) {
        check(csv_split(&splitter, dialect, row->text) && splitter.count == row->count);
        for (size_t c = 0; c < row->count; c++) {
            check(span_equal(splitter.cells[c], row->cells[c]));
            hash = hash_bytes(row->cells[c].at, row->cells[c].length, hash);
        }
    }
    csv_splitter_release(&splitter);
    return hash;
}

static uint64_t read_rows(struct span text, struct csv_dialect dialect, size_t block, size_t width)
{
    struct csv_row row;
    uint64_t hash = 0;
    size_t at = 0;
    struct csv_reader *reader = csv_reader_new(dialect, ENCODING_UTF_8, 0);
    check(reader != NULL);
    csv_reader_expect(reader, width);
    csv_reader_limit(reader, 300);
    for (enum csv_result result = CSV_MORE; result != CSV_END;) {
        result = csv_reader_next(reader, &row);
        check(result != CSV_MEMORY);
        if (result == CSV_ROW) {
            hash = add_row(&row, text, dialect, hash);
        } else if (result == CSV_MORE && at < text.length) {
            size_t length = text.length - at < block ? text.length - at : block;
            check(csv_reader_push(reader, (struct span){text.at + at, length}));
            at += length;
        } else {
            csv_reader_finish(reader);
        }
    }
    csv_reader_free(reader);
    return hash;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    struct span text = {(const char *)data + 2, size - 2};
    struct csv_dialect dialect = {",;\t|"[data[0] % 4], '"'};
    if (data[0] % 5 == 4)
        dialect = CSV_LINES;
    size_t width = data[0] / 16;
    check(read_rows(text, dialect, size, width) == read_rows(text, dialect, 1 + data[1] % 70, width));
    csv_sniff(text);
    return 0;
}
