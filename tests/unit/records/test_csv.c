/* csv: a naive parser, a byte at a time over the whole text, is the oracle; every cut into blocks and every
 * form of the index must give the same rows, and each row must stand in the source where it says. */
#include "base/buffer.h"
#include "base/random.h"
#include "records/csv.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

/* Rows as text: cells between '<' and '>', one row a line, "!" and the first line of what is no row. */
struct naive {
    struct span text;
    struct csv_dialect dialect;
    size_t width; /* cells that a row should have, or 0 */
    size_t at;
    bool no_close; /* a quote was found that nothing closes: from there on, cells end with their line */
};

static bool is_end(char c)
{
    return c == '\n' || c == '\r';
}

static size_t after_blanks(const struct naive *n, size_t at)
{
    while (at < n->text.length &&
           (n->text.at[at] == ' ' || (n->text.at[at] == '\t' && n->dialect.delimiter != '\t')))
        at++;
    return at;
}

static bool ends_cell(const struct naive *n, size_t at)
{
    return at == n->text.length || n->text.at[at] == n->dialect.delimiter || is_end(n->text.at[at]);
}

static size_t after_line_end(const struct naive *n, size_t at)
{
    if (at + 1 < n->text.length && n->text.at[at] == '\r' && n->text.at[at + 1] == '\n')
        return at + 2;
    return at < n->text.length ? at + 1 : at;
}

/* Returns false where the cell's quote is never closed. */
static bool naive_cell(struct naive *n, size_t *at, struct buffer *out)
{
    size_t start = after_blanks(n, *at);
    if (!n->dialect.quote || start == n->text.length || n->text.at[start] != n->dialect.quote) {
        for (; !ends_cell(n, *at); (*at)++)
            buffer_append_char(out, n->text.at[*at]);
        return true;
    }
    for (size_t i = start + 1; i < n->text.length; i++) {
        char c = n->text.at[i];
        if (is_end(c) && n->no_close)
            return false;
        if (c == n->dialect.quote) {
            if (i + 1 < n->text.length && n->text.at[i + 1] == c) {
                i++;
            } else if (ends_cell(n, after_blanks(n, i + 1))) {
                *at = after_blanks(n, i + 1);
                return true;
            }
        }
        buffer_append_char(out, c);
    }
    n->no_close = true;
    return false;
}

static void give_up_line(struct naive *n, size_t *at, size_t kept, struct buffer *out)
{
    out->length = kept;
    buffer_append_char(out, '!');
    for (*at = n->at; *at < n->text.length && !is_end(n->text.at[*at]); ++*at)
        buffer_append_char(out, n->text.at[*at]);
}

static bool has_line_end(struct span text)
{
    return memchr(text.at, '\n', text.length) || memchr(text.at, '\r', text.length);
}

static bool naive_row(struct naive *n, struct buffer *out)
{
    while (n->at < n->text.length && is_end(n->text.at[n->at]))
        n->at = after_line_end(n, n->at);
    if (n->at == n->text.length)
        return false;
    size_t at = n->at;
    size_t kept = out->length;
    for (size_t cells = 1;; at++, cells++) {
        buffer_append_char(out, '<');
        if (!naive_cell(n, &at, out)) {
            give_up_line(n, &at, kept, out);
            break;
        }
        buffer_append_char(out, '>');
        if (at < n->text.length && !is_end(n->text.at[at]))
            continue;
        if (n->width && cells != n->width && has_line_end((struct span){n->text.at + n->at, at - n->at}))
            give_up_line(n, &at, kept, out);
        break;
    }
    buffer_append_char(out, '\n');
    n->at = after_line_end(n, at);
    return true;
}

static void naive_parse(struct span text, struct csv_dialect dialect, size_t width, struct buffer *out)
{
    struct naive n = {.text = text, .dialect = dialect, .width = width};
    while (naive_row(&n, out))
        continue;
}

static void append_row(const struct csv_row *row, struct buffer *out)
{
    if (row->problem) {
        buffer_append_char(out, '!');
        buffer_append_span(out, row->text);
    }
    for (size_t c = 0; c < row->count; c++) {
        buffer_append_char(out, '<');
        buffer_append_span(out, row->cells[c]);
        buffer_append_char(out, '>');
    }
    buffer_append_char(out, '\n');
}

static uint32_t line_at(struct span text, uint64_t byte)
{
    uint32_t line = 1;
    assert_true(byte <= text.length);
    for (uint64_t i = 0; i < byte; i++)
        line +=
            text.at[i] == '\n' || (text.at[i] == '\r' && (i + 1 == text.length || text.at[i + 1] != '\n'));
    return line;
}

/* A row must stand where it says, start the line that it says, and split again to the same cells. */
static void check_row(const struct csv_row *row, struct span text, struct csv_dialect dialect)
{
    struct csv_splitter splitter;
    assert_true(row->byte + row->length <= text.length);
    assert_true(span_equal(row->text, (struct span){text.at + row->byte, row->length}));
    assert_int_equal(row->line, line_at(text, row->byte));
    if (row->problem)
        return;
    csv_splitter_init(&splitter);
    assert_true(csv_split(&splitter, dialect, row->text));
    assert_int_equal(splitter.count, row->count);
    for (size_t c = 0; c < row->count; c++)
        assert_true(span_equal(splitter.cells[c], row->cells[c]));
    csv_splitter_release(&splitter);
}

static void read_in_blocks(struct span text, struct csv_dialect dialect, size_t width, size_t block,
                           struct buffer *out)
{
    struct csv_row row;
    struct csv_reader *reader = csv_reader_new(dialect, ENCODING_UTF_8, 0);
    csv_reader_expect(reader, width);
    size_t at = 0;
    for (enum csv_result result = CSV_MORE; result != CSV_END;) {
        result = csv_reader_next(reader, &row);
        assert_int_not_equal(result, CSV_MEMORY);
        if (result == CSV_ROW) {
            check_row(&row, text, dialect);
            append_row(&row, out);
        } else if (result == CSV_MORE && at < text.length) {
            size_t length = text.length - at < block ? text.length - at : block;
            assert_true(csv_reader_push(reader, (struct span){text.at + at, length}));
            at += length;
        } else {
            csv_reader_finish(reader);
        }
    }
    csv_reader_free(reader);
}

/* Every block size up to `most`, and the whole. */
static void compare(struct span text, struct csv_dialect dialect, size_t width, size_t most)
{
    struct buffer wanted;
    struct buffer found;
    buffer_init(&wanted, 1 << 24);
    buffer_init(&found, 1 << 24);
    naive_parse(text, dialect, width, &wanted);
    for (size_t block = 1; block <= most + 1; block++) {
        buffer_reset(&found);
        read_in_blocks(text, dialect, width, block <= most ? block : text.length + 1, &found);
        if (!span_equal(buffer_all(&wanted), buffer_all(&found)))
            fail_msg("block %zu of\n%.*s\nwanted\n%.*s\nfound\n%.*s", block, (int)text.length, text.at,
                     (int)wanted.length, wanted.data, (int)found.length, found.data);
    }
    buffer_release(&wanted);
    buffer_release(&found);
}

static void assert_rows(const char *text, char delimiter, const char *rows)
{
    struct buffer found;
    struct csv_dialect dialect = {delimiter, delimiter ? '"' : 0};
    buffer_init(&found, 1 << 20);
    read_in_blocks(span_of(text), dialect, 0, 1000, &found);
    buffer_append_char(&found, '\0');
    assert_string_equal(found.data, rows);
    buffer_release(&found);
    compare(span_of(text), dialect, 0, strlen(text));
}

static void rows_as_people_write_them(void **state)
{
    (void)state;
    assert_rows("a,b,c\n1,2,3\n", ',', "<a><b><c>\n<1><2><3>\n");
    assert_rows("a;b\r\n1;2\r\n", ';', "<a><b>\n<1><2>\n");
    assert_rows("a\tb\r1\t2", '\t', "<a><b>\n<1><2>\n");
    assert_rows("\n\r\n\ra,\n\n,b\n,\n", ',', "<a><>\n<><b>\n<><>\n");
    assert_rows("\"a,b\",\"c\"\"d\"\n\"two\r\nlines\",x\n", ',', "<a,b><c\"d>\n<two\r\nlines><x>\n");
    assert_rows("\"\",\"\"\"\",x\"y\n", ',', "<><\"><x\"y>\n");
    assert_rows(" \"a\" , \"b\",c \n", ',', "<a><b><c >\n");
    assert_rows("{\"a\": \"x\ty\"}\n\n{}\r\n", 0, "<{\"a\": \"x\ty\"}>\n<{}>\n");
}

static void quotes_that_are_not_doubled(void **state)
{
    (void)state;
    assert_rows("\"he said \"yes, now\" twice\",2\nx,y\n", ',', "<he said \"yes, now\" twice><2>\n<x><y>\n");
    assert_rows("\"5\" pipe\",2\n", ',', "<5\" pipe><2>\n");
}

static void an_unclosed_quote_costs_its_line(void **state)
{
    (void)state;
    assert_rows("a,b\n1,\"open\n2,x\n3,y\n", ',', "<a><b>\n!1,\"open\n<2><x>\n<3><y>\n");
    assert_rows("a,b\n1,\"open\n\"2\n3,x\n", ',', "<a><b>\n!1,\"open\n!\"2\n<3><x>\n");
    assert_rows("\"", ',', "!\"\n");
}

static void a_quote_closed_lines_later_is_found_out_by_the_width(void **state)
{
    (void)state;
    static const char text[] = "a,b\n1,\"open\n2,x\n\"3\",\"two\nlines\"\n";
    struct buffer found;
    buffer_init(&found, 1 << 16);
    read_in_blocks(span_of(text), (struct csv_dialect){',', '"'}, 2, 1000, &found);
    buffer_append_char(&found, '\0');
    assert_string_equal(found.data, "<a><b>\n!1,\"open\n<2><x>\n<3><two\nlines>\n");
    buffer_release(&found);
    compare(span_of(text), (struct csv_dialect){',', '"'}, 2, sizeof text);
}

static void random_texts_in_every_block_size(void **state)
{
    (void)state;
    static const char letters[] = "\"\"\",,;\n\r\n ab\t\"";
    struct random random;
    char text[80] = {0};
    random_init(&random, 5);
    for (unsigned round = 0; round < 3000; round++) {
        size_t length = random_below(&random, round % 8 ? 30 : sizeof text);
        for (size_t i = 0; i < length; i++)
            text[i] = letters[random_below(&random, sizeof letters - 1)];
        struct csv_dialect dialect = {",;\t"[round % 3], '"'};
        compare((struct span){text, length}, dialect, round % 5, round % 4 ? 3 : length);
        compare((struct span){text, length}, CSV_LINES, 0, 2);
    }
}

static void index_forms_agree(void **state)
{
    (void)state;
    enum { SIZE = 700 };
    struct random random;
    char text[SIZE];
    uint32_t plain[SIZE + CSV_INDEX_SLACK];
    uint32_t other[SIZE + CSV_INDEX_SLACK];
    random_init(&random, 6);
    for (unsigned round = 0; round < 2000; round++) {
        for (size_t i = 0; i < SIZE; i++)
            text[i] =
                random_below(&random, 8) ? (char)random_next(&random) : ",\"\r\n"[random_below(&random, 4)];
        size_t begin = random_below(&random, 100);
        size_t end = begin + random_below(&random, SIZE - 100);
        size_t count = csv_index_form(CSV_INDEX_PLAIN)(text, begin, end, ",\"", plain);
        for (int form = 0; form < CSV_INDEX_FORMS; form++) {
            csv_index_function *index = csv_index_form((enum csv_index_form)form);
            if (!index)
                continue;
            assert_int_equal(index(text, begin, end, ",\"", other), count);
            assert_memory_equal(plain, other, count * sizeof *plain);
        }
    }
}

static void long_rows_are_rejected_alike_for_any_block(void **state)
{
    (void)state;
    static const char text[] = "a,b\nlonger than ten,x\nc,d\n\"open,\nlonger than ten\n1,2\n";
    for (size_t block = 1; block < sizeof text; block++) {
        struct csv_row row;
        struct buffer out;
        buffer_init(&out, 1 << 16);
        struct csv_reader *reader = csv_reader_new((struct csv_dialect){',', '"'}, ENCODING_UTF_8, 0);
        csv_reader_limit(reader, 10);
        for (size_t at = 0; at < sizeof text - 1; at += block) {
            size_t left = sizeof text - 1 - at;
            assert_true(csv_reader_push(reader, (struct span){text + at, left < block ? left : block}));
            while (csv_reader_next(reader, &row) == CSV_ROW)
                append_row(&row, &out);
        }
        csv_reader_finish(reader);
        while (csv_reader_next(reader, &row) == CSV_ROW)
            append_row(&row, &out);
        csv_reader_free(reader);
        buffer_append_char(&out, '\0');
        assert_string_equal(out.data, "<a><b>\n!\n<c><d>\n!\"open,\n!\n<1><2>\n");
        buffer_release(&out);
    }
}

static void too_many_cells_reject_the_row(void **state)
{
    (void)state;
    struct buffer text;
    struct csv_row row;
    buffer_init(&text, 1 << 20);
    for (size_t i = 0; i < CSV_MOST_CELLS; i++)
        buffer_append_char(&text, ',');
    buffer_append_text(&text, "\nx,y\n");
    struct csv_reader *reader = csv_reader_new((struct csv_dialect){',', '"'}, ENCODING_UTF_8, 0);
    assert_true(csv_reader_push(reader, buffer_all(&text)));
    assert_int_equal(csv_reader_next(reader, &row), CSV_ROW);
    assert_non_null(row.problem);
    assert_int_equal(csv_reader_next(reader, &row), CSV_ROW);
    assert_null(row.problem);
    assert_int_equal(row.count, 2);
    csv_reader_free(reader);
    buffer_release(&text);
}

static bool needs_quotes(struct csv_dialect d, struct span cell)
{
    if (cell.length && (cell.at[0] == ' ' || cell.at[0] == '\t'))
        return true;
    for (size_t i = 0; i < cell.length; i++)
        if (cell.at[i] == d.delimiter || cell.at[i] == d.quote || cell.at[i] == '\n' || cell.at[i] == '\r')
            return true;
    return false;
}

/* Appends cells as a row that csv_split splits again. */
static void join(struct csv_dialect dialect, const struct span *cells, size_t count, struct buffer *out)
{
    for (size_t c = 0; c < count; c++) {
        if (c)
            buffer_append_char(out, dialect.delimiter);
        /* A row of one empty cell would be an empty line, which is no row. */
        if (!needs_quotes(dialect, cells[c]) && (count > 1 || cells[c].length)) {
            buffer_append_span(out, cells[c]);
            continue;
        }
        buffer_append_char(out, dialect.quote);
        for (size_t i = 0; i < cells[c].length; i++) {
            if (cells[c].at[i] == dialect.quote)
                buffer_append_char(out, dialect.quote);
            buffer_append_char(out, cells[c].at[i]);
        }
        buffer_append_char(out, dialect.quote);
    }
}

static void joined_cells_split_again(void **state)
{
    (void)state;
    struct random random;
    struct csv_splitter splitter;
    struct buffer out;
    random_init(&random, 7);
    csv_splitter_init(&splitter);
    buffer_init(&out, 1 << 16);
    for (unsigned round = 0; round < 5000; round++) {
        char text[6][8];
        struct span cells[6];
        struct csv_dialect dialect = {",\t"[round % 2], '"'};
        size_t count = 1 + random_below(&random, 6);
        for (size_t c = 0; c < count; c++) {
            cells[c] = (struct span){text[c], random_below(&random, 8)};
            for (size_t i = 0; i < cells[c].length; i++)
                text[c][i] = "\",\t\n\r a"[random_below(&random, 7)];
        }
        buffer_reset(&out);
        join(dialect, cells, count, &out);
        assert_true(csv_split(&splitter, dialect, buffer_all(&out)));
        assert_int_equal(splitter.count, count);
        for (size_t c = 0; c < count; c++)
            assert_true(span_equal(splitter.cells[c], cells[c]));
    }
    buffer_release(&out);
    csv_splitter_release(&splitter);
}

static void assert_sniffed(const char *head, char delimiter, bool has_header)
{
    struct csv_splitter splitter;
    struct csv_dialect dialect = csv_sniff(span_of(head));
    csv_splitter_init(&splitter);
    assert_int_equal(dialect.delimiter, delimiter);
    assert_true(csv_split(&splitter, dialect, (struct span){head, strcspn(head, "\n")}));
    assert_int_equal(csv_may_be_header(splitter.cells, splitter.count), has_header);
    csv_splitter_release(&splitter);
}

static void delimiters_are_found(void **state)
{
    (void)state;
    assert_sniffed("id,name,body\n1,a,x; y; z\n2,b,x\n3,c,\"u; v\"\n", ',', true);
    assert_sniffed("id;preis;ort\n1;2,50;Gent\n2;3,75;Aken\n3;4,00;Gent, Zuid\n", ';', true);
    assert_sniffed("id\tname\n1\ta, b\n2\tc\n", '\t', true);
    assert_sniffed("id|name\n1|a\n2|b\n", '|', true);
    assert_sniffed("1,a,2025-01-02\n2,b,2025-01-03\n", ',', false);
    assert_sniffed("one\ntwo\nthree\n", ',', true);
    assert_sniffed("id,,2,5\nx,y,z,w\n", ',', false);
    assert_sniffed("a@b.example,Gent\nc@d.example,Gent\n", ',', false);
    assert_sniffed("id,name,name,\n1,b,c,d\n", ',', true);
}

static bool read_all(struct span text)
{
    struct csv_row row;
    enum csv_result result = CSV_MORE;
    struct csv_reader *reader = csv_reader_new((struct csv_dialect){',', '"'}, ENCODING_UTF_8, 0);
    bool ok = reader && csv_reader_push(reader, text);
    if (ok)
        csv_reader_finish(reader);
    while (ok && result != CSV_END) {
        result = csv_reader_next(reader, &row);
        ok = result != CSV_MEMORY;
    }
    csv_reader_free(reader);
    return ok;
}

static void memory_may_fail_anywhere(void **state)
{
    (void)state;
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        failing_memory_begin(&memory, n);
        bool ok = read_all(span_of("a,b\n\"x\"\"y\",2\n,,,,,,,,,,,,,,,,,,,,,,,,,,,,\n"));
        if (!failing_memory_end(&memory)) {
            assert_true(ok);
            assert_true(n > 4);
            break;
        }
        assert_false(ok);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_as_people_write_them),
        cmocka_unit_test(quotes_that_are_not_doubled),
        cmocka_unit_test(an_unclosed_quote_costs_its_line),
        cmocka_unit_test(a_quote_closed_lines_later_is_found_out_by_the_width),
        cmocka_unit_test(random_texts_in_every_block_size),
        cmocka_unit_test(index_forms_agree),
        cmocka_unit_test(long_rows_are_rejected_alike_for_any_block),
        cmocka_unit_test(too_many_cells_reject_the_row),
        cmocka_unit_test(joined_cells_split_again),
        cmocka_unit_test(delimiters_are_found),
        cmocka_unit_test(memory_may_fail_anywhere),
    };
    return cmocka_run_group_tests_name("csv", tests, NULL, NULL);
}
