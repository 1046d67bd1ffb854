/* The beginning of a table: how it is written, its columns, some rows. */
#include "pipeline/table_sample.h"

#include "base/memory.h"
#include "pipeline/source.h"
#include "records/csv.h"
#include "records/json_lines.h"

#include <stdio.h>

/* Enough rows to see what a column holds; they come from the first blocks of the file. */
enum { SAMPLE_ROWS = 200 };
static const size_t most_head = (size_t)4 << 20;

/* Cells row by row; kept in one buffer, so that rows may be of either format. */
struct sample {
    struct buffer bytes;
    struct text_ref *refs;
    size_t count, capacity;
    size_t rows;
};

static bool keep_cell(struct sample *sample, struct span cell)
{
    if (!memory_reserve(&sample->refs, &sample->capacity, sample->count + 1, (size_t)1 << 24))
        return false;
    sample->refs[sample->count++] = buffer_keep(&sample->bytes, cell);
    return buffer_ok(&sample->bytes);
}

static bool add_column(struct package_resource *resource, struct span name)
{
    char text[256];
    name = span_trim(name);
    size_t length = name.length < sizeof text ? name.length : sizeof text - 1;
    memcpy(text, name.at, length);
    text[length] = '\0';
    return package_add_field(resource, text) != NULL;
}

/* A column of a table without a header: "column 1". */
static bool add_numbered(struct package_resource *resource)
{
    char name[40];
    snprintf(name, sizeof name, "column %zu", resource->field_count + 1);
    return package_add_field(resource, name) != NULL;
}

static bool take_csv_row(struct sample *sample, struct package_resource *resource, const struct csv_row *row)
{
    bool ok = true;
    if (resource->field_count == 0) {
        resource->is_headless = !csv_may_be_header(row->cells, row->count);
        for (size_t c = 0; c < row->count && ok; c++)
            ok = resource->is_headless ? add_numbered(resource) : add_column(resource, row->cells[c]);
        if (!resource->is_headless)
            return ok;
    }
    if (row->count != resource->field_count)
        return ok;
    for (size_t c = 0; c < row->count && ok; c++)
        ok = keep_cell(sample, row->cells[c]);
    sample->rows++;
    return ok;
}

static size_t find_column(const struct package_resource *resource, struct span name)
{
    size_t f = 0;
    while (f < resource->field_count && !span_equal(span_of(resource->fields[f].name), name))
        f++;
    return f;
}

/* The first row's members are the columns; a later row's other members are passed over. */
static bool take_json_row(struct sample *sample, struct package_resource *resource,
                          const struct json_row *row)
{
    bool ok = true;
    for (size_t c = 0; c < row->count && ok && sample->rows == 0; c++)
        ok = add_column(resource, buffer_span(&row->bytes, row->cells[c].name));
    for (size_t f = 0; f < resource->field_count && ok; f++) {
        struct span value = {"", 0};
        for (size_t c = 0; c < row->count; c++)
            if (find_column(resource, buffer_span(&row->bytes, row->cells[c].name)) == f)
                value = buffer_span(&row->bytes, row->cells[c].value);
        ok = keep_cell(sample, value);
    }
    sample->rows++;
    return ok;
}

static bool take_row(struct sample *sample, struct package_resource *resource, const struct csv_row *row,
                     struct json_row *json)
{
    bool memory = false;
    if (row->problem)
        return true;
    if (resource->format == FORMAT_CSV)
        return take_csv_row(sample, resource, row);
    if (json_row_parse(row->text, json, &memory))
        return !memory;
    return take_json_row(sample, resource, json);
}

static enum bowline_status take_rows(struct span head, bool is_whole, struct package_resource *resource,
                                     struct sample *sample, struct bowline_error *err)
{
    struct csv_row row;
    struct json_row json;
    struct csv_dialect dialect = {resource->delimiter, resource->delimiter ? '"' : '\0'};
    struct csv_reader *reader = csv_reader_new(dialect, ENCODING_UTF_8, 0);
    json_row_init(&json);
    bool ok = reader && csv_reader_push(reader, head);
    if (ok && is_whole)
        csv_reader_finish(reader);
    enum csv_result got = CSV_ROW;
    while (ok && got == CSV_ROW && sample->rows < SAMPLE_ROWS) {
        got = csv_reader_next(reader, &row);
        ok = got == CSV_ROW ? take_row(sample, resource, &row, &json) : got != CSV_MEMORY;
    }
    json_row_release(&json);
    csv_reader_free(reader);
    return ok ? BOWLINE_OK : error_memory(err);
}

static enum bowline_status guess(struct package_resource *resource, const struct sample *sample,
                                 struct bowline_error *err)
{
    struct span *cells = memory_new(sample->count, sizeof *cells);
    if (!cells)
        return error_memory(err);
    for (size_t i = 0; i < sample->count; i++)
        cells[i] = buffer_span(&sample->bytes, sample->refs[i]);
    const struct guess_sample rows = {.cells = cells, .rows = sample->rows, .columns = resource->field_count};
    bool ok = guess_roles(resource, &rows);
    memory_free(cells);
    return ok ? BOWLINE_OK : error_memory(err);
}

/* The first bytes as UTF-8. *is_whole: there are no more. */
static enum bowline_status read_head(const char *path, struct buffer *head, enum encoding *encoding,
                                     bool *is_whole, struct bowline_error *err)
{
    struct source *source = NULL;
    struct decoder decoder;
    struct span block = {"", 1};
    enum bowline_status status = source_open(path, &source, err);
    *is_whole = false;
    for (bool is_first = true; status == BOWLINE_OK && head->length < most_head / 8; is_first = false) {
        status = source_read(source, &block, err);
        if (status != BOWLINE_OK || block.length == 0) {
            *is_whole = status == BOWLINE_OK;
            break;
        }
        if (is_first) {
            *encoding = encoding_recognise(block);
            decoder_init(&decoder, *encoding);
            size_t mark = encoding_mark(*encoding, block);
            block = (struct span){block.at + mark, block.length - mark};
        }
        decoder_feed(&decoder, block, false, head);
    }
    source_close(source);
    return status == BOWLINE_OK && !buffer_ok(head) ? error_memory(err) : status;
}

static bool looks_like_json(struct span head)
{
    head = span_trim(head);
    return head.length && head.at[0] == '{';
}

static enum bowline_status set_encoding(struct package_resource *resource, enum encoding encoding,
                                        struct bowline_error *err)
{
    const char *name = encoding_name(encoding);
    resource->encoding = memory_new(strlen(name) + 1, 1);
    if (!resource->encoding)
        return error_memory(err);
    memcpy(resource->encoding, name, strlen(name) + 1);
    return BOWLINE_OK;
}

enum bowline_status table_sample_describe(const char *path, struct package_resource *resource,
                                          struct bowline_error *err)
{
    struct sample sample = {0};
    struct buffer head;
    enum encoding encoding = ENCODING_UTF_8;
    bool is_whole = false;
    buffer_init(&head, most_head);
    buffer_init(&sample.bytes, most_head);
    enum bowline_status status = read_head(path, &head, &encoding, &is_whole, err);
    if (status == BOWLINE_OK && head.length == 0)
        status = error_set(err, BOWLINE_ERROR_INPUT, "%s is empty: it has not even a header", path);
    if (status == BOWLINE_OK)
        status = set_encoding(resource, encoding, err);
    if (status == BOWLINE_OK) {
        resource->format = looks_like_json(buffer_all(&head)) ? FORMAT_JSON_LINES : FORMAT_CSV;
        if (resource->format == FORMAT_CSV)
            resource->delimiter = csv_sniff(buffer_all(&head)).delimiter;
        status = take_rows(buffer_all(&head), is_whole, resource, &sample, err);
    }
    if (status == BOWLINE_OK && resource->field_count == 0)
        status = error_set(err, BOWLINE_ERROR_INPUT, "%s: no columns were recognised: is it a table?", path);
    if (status == BOWLINE_OK)
        status = guess(resource, &sample, err);
    buffer_release(&head);
    buffer_release(&sample.bytes);
    memory_free(sample.refs);
    return status;
}
