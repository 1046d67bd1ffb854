/* One table of a data package, from its file to records. */
#include "pipeline/table_reader.h"

#include "base/memory.h"
#include "pipeline/row_cells.h"
#include "records/row_reader.h"

/* A batch is handed on when it holds this much: large enough to amortise the hand-over, small enough to stay
 * in memory. */
static const size_t batch_bytes = (size_t)4 << 20;

/* A row that alone is longer than any block is pushed in parts, so a decoded block stays small. */
static const size_t most_decoded = (size_t)16 << 20;

struct table_reader {
    const struct package_resource *resource;
    struct record_table *table;
    resource_id id;
    char *path;
    struct source *source;
    struct decoder decoder;
    struct buffer decoded;
    struct csv_dialect dialect;
    char delimiter[2];
    struct csv_reader *rows;
    struct row_cells json; /* of JSON Lines; holds nothing for CSV */
    struct row_reader *reader;
    struct read_batch *batch;        /* that is being filled */
    const struct erasures *erasures; /* NULL: nothing was erased */
    uint64_t records, rejects, erased;
    char sha256[DIGEST_HEX];
    bool has_columns; /* fields are described, rows may come */
    bool has_json;
    bool failed; /* a reject could not be kept */
};

static enum bowline_status fail_input(const struct table_reader *t, struct bowline_error *err,
                                      const char *why)
{
    return error_set(err, BOWLINE_ERROR_INPUT, "resource %s: %s: %s", t->resource->name, t->path, why);
}

static void note_reject(void *context, const struct row_place *place, const char *column, const char *reason)
{
    struct table_reader *t = context;
    struct reject_row row = {.resource = t->id,
                             .line = place->line,
                             .byte = (int64_t)place->byte,
                             .column = span_of(column),
                             .reason = span_of(reason)};
    t->rejects++;
    if (!read_batch_reject(t->batch, &row))
        t->failed = true;
}

static const struct package_field *find_field(const struct package_resource *resource, struct span name)
{
    for (size_t f = 0; f < resource->field_count; f++)
        if (span_equal(span_of(resource->fields[f].name), name))
            return &resource->fields[f];
    return NULL;
}

/* A column that the data package does not name has no role. */
static enum bowline_status add_column(struct table_reader *t, struct span cell, struct bowline_error *err)
{
    char name[256];
    struct span trimmed = span_trim(cell);
    if (trimmed.length >= sizeof name || !encoding_is_clean(trimmed))
        return fail_input(t, err, "a name in the header is too long or not text: is this a CSV table?");
    memcpy(name, trimmed.at, trimmed.length);
    name[trimmed.length] = '\0';
    const struct package_field *field = find_field(t->resource, trimmed);
    struct role role = field ? field->role : (struct role){.type = TYPE_NONE};
    if (!record_table_add_field(t->table, t->id, name, role, field ? field->format : NULL))
        return error_memory(err);
    return BOWLINE_OK;
}

static bool header_has(const struct csv_row *header, const char *name)
{
    for (size_t c = 0; c < header->count; c++)
        if (span_equal(span_trim(header->cells[c]), span_of(name)))
            return true;
    return false;
}

static bool header_repeats(const struct csv_row *header, size_t at)
{
    for (size_t c = 0; c < at; c++)
        if (header->cells[at].length && span_equal(span_trim(header->cells[c]), span_trim(header->cells[at])))
            return true;
    return false;
}

static enum bowline_status check_header(const struct table_reader *t, const struct csv_row *header,
                                        struct bowline_error *err)
{
    for (size_t f = 0; f < t->resource->field_count; f++) {
        const char *name = t->resource->fields[f].name;
        if (!header_has(header, name))
            return error_set(
                err, BOWLINE_ERROR_INPUT,
                "resource %s: %s has no column \"%s\"; its header is: %.*s (delimiter '%c'). Correct the "
                "field's name, or the delimiter, in the data package",
                t->resource->name, t->path, name, header->text.length < 200 ? (int)header->text.length : 200,
                header->text.at, t->dialect.delimiter);
    }
    for (size_t c = 0; c < header->count; c++)
        if (header_repeats(header, c))
            return error_set(err, BOWLINE_ERROR_INPUT, "resource %s: %s has two columns \"%.*s\": rename one",
                             t->resource->name, t->path, (int)header->cells[c].length, header->cells[c].at);
    return BOWLINE_OK;
}

static bool is_erased(void *context, struct span key)
{
    struct table_reader *t = context;
    bool was = key.length && erasures_have(t->erasures, ERASURE_KEY, span_of(t->resource->name), key);
    t->erased += was;
    return was;
}

static enum bowline_status begin_rows(struct table_reader *t, struct bowline_error *err)
{
    t->has_columns = true;
    enum bowline_status status = row_reader_new(t->table, t->id, note_reject, t, &t->reader, err);
    if (status == BOWLINE_OK && t->erasures)
        row_reader_leave_out(t->reader, is_erased);
    return status;
}

void table_reader_leave_out(struct table_reader *t, const struct erasures *erasures)
{
    t->erasures = erasures->count ? erasures : NULL;
    if (t->erasures && t->reader)
        row_reader_leave_out(t->reader, is_erased);
}

static enum bowline_status take_header(struct table_reader *t, const struct csv_row *header,
                                       struct bowline_error *err)
{
    if (header->problem)
        return fail_input(t, err, header->problem);
    enum bowline_status status = check_header(t, header, err);
    for (size_t c = 0; c < header->count && status == BOWLINE_OK; c++)
        status = add_column(t, header->cells[c], err);
    csv_reader_expect(t->rows, header->count);
    return status == BOWLINE_OK ? begin_rows(t, err) : status;
}

/* Without a header the columns are the fields that the data package names. */
static enum bowline_status describe_headless(struct table_reader *t, struct bowline_error *err)
{
    if (!package_describe(t->resource, t->table, t->id))
        return error_memory(err);
    csv_reader_expect(t->rows, t->resource->field_count);
    return begin_rows(t, err);
}

static enum bowline_status describe_json(struct table_reader *t, struct bowline_error *err)
{
    if (!package_describe(t->resource, t->table, t->id))
        return error_memory(err);
    t->has_json = row_cells_init(&t->json, t->table, t->id, FORMAT_JSON_LINES, t->dialect);
    if (!t->has_json) {
        row_cells_release(&t->json);
        return error_memory(err);
    }
    return begin_rows(t, err);
}

static enum bowline_status push(struct table_reader *t, struct span block, bool is_last,
                                struct bowline_error *err)
{
    struct span text = block;
    if (t->decoder.encoding != ENCODING_UTF_8) {
        buffer_reset(&t->decoded);
        decoder_feed(&t->decoder, block, is_last, &t->decoded);
        text = buffer_all(&t->decoded);
        if (!buffer_ok(&t->decoded))
            return error_memory(err);
    }
    return csv_reader_push(t->rows, text) ? BOWLINE_OK : error_memory(err);
}

static struct csv_dialect choose_dialect(const struct table_reader *t, struct span head,
                                         enum encoding encoding)
{
    struct buffer decoded;
    struct decoder decoder;
    struct csv_dialect dialect = {t->resource->delimiter, '"'};
    if (t->resource->format == FORMAT_JSON_LINES)
        return CSV_LINES;
    if (t->resource->delimiter)
        return dialect;
    buffer_init(&decoded, most_decoded);
    decoder_init(&decoder, encoding);
    decoder_feed(&decoder, head, false, &decoded);
    dialect = csv_sniff(buffer_all(&decoded));
    buffer_release(&decoded);
    return dialect;
}

/* The encoding: by its mark, by what the data package says, by what the bytes look like. */
static enum encoding choose_encoding(const struct table_reader *t, struct span head)
{
    enum encoding seen = encoding_recognise(head);
    if (encoding_mark(seen, head) || !t->resource->encoding)
        return seen;
    return encoding_find(span_of(t->resource->encoding));
}

static enum bowline_status open_rows(struct table_reader *t, struct bowline_error *err)
{
    struct span head;
    enum bowline_status status = source_read(t->source, &head, err);
    if (status != BOWLINE_OK)
        return status;
    enum encoding encoding = choose_encoding(t, head);
    size_t mark = encoding_mark(encoding, head);
    head = (struct span){head.at + mark, head.length - mark};
    decoder_init(&t->decoder, encoding);
    t->dialect = choose_dialect(t, head, encoding);
    t->delimiter[0] = t->resource->format == FORMAT_CSV ? t->dialect.delimiter : '\0';
    t->rows = csv_reader_new(t->dialect, encoding, mark);
    if (!t->rows)
        return error_memory(err);
    return push(t, head, false, err);
}

enum bowline_status table_reader_new(const struct package_file *file, size_t resource,
                                     struct record_table *table, unsigned threads, struct table_reader **out,
                                     struct bowline_error *err)
{
    struct buffer path;
    struct table_reader *t = memory_new(1, sizeof *t);
    if (!t)
        return error_memory(err);
    t->resource = &file->package.resources[resource];
    t->table = table;
    buffer_init(&t->decoded, most_decoded);
    buffer_init(&path, 1 << 16);
    package_file_path(file, t->resource->path, &path);
    t->path = path.data;
    t->id = buffer_ok(&path) ? record_table_add_resource(table, t->resource->name, t->resource->kind) : 0;
    enum bowline_status status = t->id ? source_open(t->path, &t->source, err) : error_memory(err);
    if (status == BOWLINE_OK && threads > 1)
        source_hash_behind(t->source);
    if (status == BOWLINE_OK)
        status = open_rows(t, err);
    if (status == BOWLINE_OK && t->resource->format == FORMAT_JSON_LINES)
        status = describe_json(t, err);
    else if (status == BOWLINE_OK && t->resource->is_headless)
        status = describe_headless(t, err);
    if (status == BOWLINE_OK)
        *out = t;
    else
        table_reader_free(t);
    return status;
}

void table_reader_free(struct table_reader *reader)
{
    if (!reader)
        return;
    source_close(reader->source);
    csv_reader_free(reader->rows);
    row_reader_free(reader->reader);
    if (reader->has_json)
        row_cells_release(&reader->json);
    buffer_release(&reader->decoded);
    memory_free(reader->path);
    memory_free(reader);
}

static enum bowline_status read_more(struct table_reader *t, struct bowline_error *err)
{
    struct span block;
    enum bowline_status status = source_read(t->source, &block, err);
    if (status == BOWLINE_OK)
        status = push(t, block, block.length == 0, err);
    if (status == BOWLINE_OK && block.length == 0)
        csv_reader_finish(t->rows);
    return status;
}

/* A JSON line's cells; a line that is no row is rejected, and the first such line says that the file is
 * something else. */
static enum bowline_status parse_json(struct table_reader *t, const struct csv_row *row,
                                      const struct row_place *place, bool *is_row, struct bowline_error *err)
{
    bool memory = false;
    const char *reason = row_cells_parse(&t->json, row->text, &memory);
    *is_row = reason == NULL;
    if (memory)
        return error_memory(err);
    if (reason && t->records == 0 && t->rejects == 0)
        return error_set(
            err, BOWLINE_ERROR_INPUT,
            "resource %s: %s, line %u: %s: is this JSON Lines? Correct the format in the data package",
            t->resource->name, t->path, row->line, reason);
    if (reason)
        note_reject(t, place, NULL, reason);
    return BOWLINE_OK;
}

static bool keep(struct table_reader *t, record_id id, const struct csv_row *row,
                 const struct row_place *place)
{
    struct record_row kept = {.record = id,
                              .resource = t->id,
                              .line = place->line,
                              .length = place->length,
                              .byte = (int64_t)place->byte,
                              .duplicate_of = t->table->records[id].duplicate_of,
                              .key = record_key(t->table, id),
                              .source = row->text};
    t->records++;
    return read_batch_add(t->batch, &kept);
}

static enum bowline_status take_row(struct table_reader *t, const struct csv_row *row,
                                    struct bowline_error *err)
{
    struct row_place place = {.byte = row->byte, .length = (uint32_t)row->length, .line = row->line};
    const struct span *cells = row->cells;
    size_t count = row->count;
    bool is_row = true;
    record_id id = 0;
    enum bowline_status status = BOWLINE_OK;
    if (row->problem) {
        note_reject(t, &place, NULL, row->problem);
        return BOWLINE_OK;
    }
    if (erasures_have(t->erasures, ERASURE_ROW, span_of(t->resource->name), row->text)) {
        t->erased++;
        return BOWLINE_OK;
    }
    if (t->has_json) {
        status = parse_json(t, row, &place, &is_row, err);
        cells = t->json.cells;
        count = t->json.count;
    }
    if (status == BOWLINE_OK && is_row)
        status = row_reader_add(t->reader, cells, count, &place, &id, err);
    if (status == BOWLINE_OK && ((id && !keep(t, id, row, &place)) || t->failed))
        status = error_memory(err);
    return status;
}

static enum bowline_status finish(struct table_reader *t, struct bowline_error *err)
{
    if (!t->has_columns)
        return fail_input(t, err, "the file is empty: it has not even a header");
    source_digest(t->source, t->sha256);
    return BOWLINE_OK;
}

enum bowline_status table_reader_fill(struct table_reader *reader, struct read_batch *batch, bool *more,
                                      struct bowline_error *err)
{
    struct table_reader *t = reader;
    enum bowline_status status = BOWLINE_OK;
    struct csv_row row;
    t->batch = batch;
    *more = true;
    while (status == BOWLINE_OK && batch->bytes.length < batch_bytes) {
        switch (csv_reader_next(t->rows, &row)) {
        case CSV_ROW: status = t->has_columns ? take_row(t, &row, err) : take_header(t, &row, err); break;
        case CSV_MORE: status = read_more(t, err); break;
        case CSV_MEMORY: return error_memory(err);
        case CSV_END: *more = false; return finish(t, err);
        }
    }
    return status;
}

uint64_t table_reader_bytes(const struct table_reader *reader)
{
    return source_bytes_read(reader->source);
}

uint64_t table_reader_erased(const struct table_reader *reader)
{
    return reader->erased;
}

uint64_t table_reader_rejects(const struct table_reader *reader)
{
    return reader->rejects;
}

struct resource_row table_reader_resource(struct table_reader *reader)
{
    return (struct resource_row){
        .resource = reader->id,
        .name = span_of(reader->resource->name),
        .kind = span_of(kind_name(reader->resource->kind)),
        .path = span_of(reader->resource->path),
        .format = span_of(reader->resource->format == FORMAT_CSV ? "csv" : "jsonl"),
        .encoding = span_of(encoding_name(reader->decoder.encoding)),
        .compression = span_of(compression_name(source_compression(reader->source))),
        .delimiter = span_of(reader->delimiter),
        .sha256 = span_of(reader->sha256),
        .bytes = (int64_t)source_bytes_total(reader->source),
        .records = (int64_t)reader->records,
        .rejected = (int64_t)reader->rejects,
    };
}

const char *table_reader_secret(const struct table_reader *reader)
{
    return source_secret(reader->source);
}
