/* Files of known answers, read strictly. */
#include "reports/truth_file.h"

#include "base/memory.h"
#include "pipeline/source.h"
#include "records/csv.h"

#include <stdarg.h>
#include <stdio.h>

#define NAME_SHOWN 60 /* bytes of a given name in a message */

struct file_reader {
    const char *path;
    const struct truth_columns *columns;
    struct truth_file *file;
    size_t cell_of[TRUTH_COLUMNS_MOST];
    size_t cell_count; /* of the header; 0 before it was read */
    bool is_begun;     /* whether the first block has been read */
    struct bowline_error *err;
};

enum bowline_status truth_line_refuse(const struct truth_line *row, struct bowline_error *err,
                                      const char *format, ...)
{
    char text[600];
    va_list list;
    va_start(list, format);
    vsnprintf(text, sizeof text, format, list);
    va_end(list);
    return error_set(err, BOWLINE_ERROR_INPUT, "%s line %u: %s", row->path, row->line, text);
}

enum bowline_status truth_line_number(const struct truth_line *row, size_t column, const char *name,
                                      uint32_t *out, struct bowline_error *err)
{
    struct span cell = row->cells[column];
    bool is_number = cell.length > 0 && cell.length <= 9;
    *out = 0;
    for (size_t i = 0; is_number && i < cell.length; i++) {
        is_number = cell.at[i] >= '0' && cell.at[i] <= '9';
        *out = *out * 10 + (uint32_t)(cell.at[i] - '0');
    }
    if (is_number)
        return BOWLINE_OK;
    return truth_line_refuse(row, err, "%s is a whole number, not \"%.*s\"", name,
                             (int)(cell.length < NAME_SHOWN ? cell.length : NAME_SHOWN), cell.at);
}

void truth_gaps_add(struct truth_gaps *gaps, uint32_t line, struct span resource, struct span id)
{
    if (gaps->count < TRUTH_GAPS_SHOWN) {
        gaps->first[gaps->count].line = line;
        snprintf(gaps->first[gaps->count].record, sizeof gaps->first->record, "%.*s/%.*s",
                 (int)(resource.length < 40 ? resource.length : 40), resource.at,
                 (int)(id.length < 50 ? id.length : 50), id.at);
    }
    gaps->count++;
}

static void list_columns(const struct truth_columns *columns, char *out, size_t size)
{
    size_t length = 0;
    for (size_t i = 0; i < columns->count && length < size; i++)
        length += (size_t)snprintf(out + length, size - length, "%s%s", i ? "," : "", columns->names[i]);
}

/* The place of a column among those that are asked for, or their count. */
static size_t find_column(const struct truth_columns *columns, struct span name)
{
    size_t i = 0;
    while (i < columns->count && !span_equal(name, span_of(columns->names[i])))
        i++;
    return i;
}

static enum bowline_status read_header(struct file_reader *r, const struct truth_line *at,
                                       const struct csv_row *row)
{
    char all[200] = "";
    bool is_seen[TRUTH_COLUMNS_MOST] = {false};
    list_columns(r->columns, all, sizeof all);
    for (size_t i = 0; i < row->count; i++) {
        struct span name = span_trim(row->cells[i]);
        size_t column = find_column(r->columns, name);
        if (column == r->columns->count || is_seen[column])
            return truth_line_refuse(at, r->err, "%s column \"%.*s\": the columns are %s",
                                     column == r->columns->count ? "unknown" : "twice the",
                                     (int)(name.length < NAME_SHOWN ? name.length : NAME_SHOWN), name.at,
                                     all);
        is_seen[column] = true;
        r->cell_of[column] = i;
    }
    for (size_t i = 0; i < r->columns->count; i++)
        if (!is_seen[i])
            return truth_line_refuse(at, r->err, "no column \"%s\": the columns are %s", r->columns->names[i],
                                     all);
    r->cell_count = row->count;
    return BOWLINE_OK;
}

static enum bowline_status read_row(struct file_reader *r, const struct csv_row *row)
{
    struct truth_line line = {.line = row->line, .path = r->path};
    if (row->problem)
        return truth_line_refuse(&line, r->err, "%s", row->problem);
    if (r->cell_count == 0)
        return read_header(r, &line, row);
    if (row->count != r->cell_count)
        return truth_line_refuse(&line, r->err, "%zu cells, where the header has %zu", row->count,
                                 r->cell_count);
    for (size_t i = 0; i < r->columns->count; i++)
        line.cells[i] = span_trim(row->cells[r->cell_of[i]]);
    r->file->lines++;
    return r->columns->take(r->columns->context, &line, r->err);
}

/* Gives the reader the next block of the source; a byte order mark at the start is left out. */
static enum bowline_status push_block(struct file_reader *r, struct csv_reader *csv, struct source *source)
{
    struct span block;
    enum bowline_status status = source_read(source, &block, r->err);
    if (status != BOWLINE_OK)
        return status;
    if (!r->is_begun && block.length >= 3 && memcmp(block.at, "\xef\xbb\xbf", 3) == 0)
        block = (struct span){block.at + 3, block.length - 3};
    r->is_begun = true;
    if (block.length == 0)
        csv_reader_finish(csv);
    else if (!csv_reader_push(csv, block))
        return error_memory(r->err);
    return BOWLINE_OK;
}

static enum bowline_status read_rows(struct file_reader *r, struct csv_reader *csv, struct source *source)
{
    struct csv_row row;
    enum bowline_status status = BOWLINE_OK;
    while (status == BOWLINE_OK) {
        switch (csv_reader_next(csv, &row)) {
        case CSV_ROW:
            status = read_row(r, &row);
            csv_reader_expect(csv, r->cell_count);
            break;
        case CSV_MORE: status = push_block(r, csv, source); break;
        case CSV_MEMORY: return error_memory(r->err);
        case CSV_END:
            return r->cell_count ? BOWLINE_OK
                                 : error_set(r->err, BOWLINE_ERROR_INPUT,
                                             "%s: an empty file, no known answers", r->path);
        }
    }
    return status;
}

enum bowline_status truth_file_read(const char *path, const struct truth_columns *columns,
                                    struct truth_file *file, struct bowline_error *err)
{
    struct file_reader r = {.path = path, .columns = columns, .file = file, .err = err};
    struct source *source = NULL;
    enum bowline_status status = source_open(path, &source, err);
    if (status != BOWLINE_OK)
        return status;
    file->is_there = true;
    source_skip_digest(source);
    struct csv_reader *csv = csv_reader_new((struct csv_dialect){',', '"'}, ENCODING_UTF_8, 0);
    status = csv ? read_rows(&r, csv, source) : error_memory(err);
    csv_reader_free(csv);
    source_close(source);
    return status;
}

/* Where ".csv" stands in the name of the file, as its last part or before the ending of a compression. */
static const char *find_ending(const char *path)
{
    const char *name = strrchr(path, '/');
    const char *found = NULL;
    for (const char *at = strstr(name ? name : path, ".csv"); at; at = strstr(at + 1, ".csv"))
        found = at;
    return found;
}

enum bowline_status truth_file_read_beside(const char *truth_path, const char *part,
                                           const struct truth_columns *columns, struct truth_file *file,
                                           struct bowline_error *err)
{
    static const char *const endings[] = {".csv", ".csv.gz", ".csv.zst"};
    const char *ending = find_ending(truth_path);
    enum bowline_status status = ending ? BOWLINE_ERROR_NOT_FOUND : BOWLINE_OK;
    size_t size = strlen(truth_path) + strlen(part) + sizeof "-.csv.zst";
    char *path = memory_new(size, 1);
    if (!path)
        return error_memory(err);
    for (size_t i = 0; i < sizeof endings / sizeof *endings && status == BOWLINE_ERROR_NOT_FOUND; i++) {
        snprintf(path, size, "%.*s-%s%s", (int)(ending - truth_path), truth_path, part, endings[i]);
        status = truth_file_read(path, columns, file, err);
    }
    memory_free(path);
    return status == BOWLINE_ERROR_NOT_FOUND ? BOWLINE_OK : status;
}
