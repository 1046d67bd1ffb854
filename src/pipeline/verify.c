/* The findings of a case as JSON (docs/json.md). */
#include "pipeline/verify.h"

#include "base/error.h"
#include "pipeline/case_package.h"
#include "pipeline/source.h"
#include "store/case_check.h"
#include "store/read_case.h"
#include "store/stage_store.h"

#include <errno.h>
#include <jansson.h>
#include <unistd.h>

static const size_t most_path = 1 << 16;

static bool take_finding(void *context, const struct finding *f)
{
    json_t *row = json_pack("{s:s, s:b, s:s}", "part", f->part, "fault", !f->is_note, "text", f->text);
    if (f->table[0])
        json_object_set_new(row, "table", json_string(f->table));
    if (f->page)
        json_object_set_new(row, "page", json_integer(f->page));
    if (f->row)
        json_object_set_new(row, "row", json_integer((json_int_t)f->row));
    return json_array_append_new(context, row) == 0;
}

static void check_source(struct finding_sink *sink, const struct resource_row *row, struct span folder)
{
    struct buffer path;
    char hex[DIGEST_HEX];
    struct bowline_error err = {0};
    struct finding finding = {.part = "source"};
    buffer_init(&path, most_path);
    buffer_append_span(&path, folder);
    buffer_append_span(&path, row->path);
    buffer_append_char(&path, '\0');
    if (!buffer_ok(&path)) {
        sink->status = error_memory(sink->err);
    } else if (access(path.data, F_OK) != 0) {
        finding.is_note = true;
        finding_add(sink, finding, "source %.*s is not at %s: it was not checked", (int)row->name.length,
                    row->name.at, path.data);
    } else if (source_digest_file(path.data, hex, &err) != BOWLINE_OK) {
        finding_add(sink, finding, "source %.*s: %s", (int)row->name.length, row->name.at, err.message);
    } else if (!span_equal(span_of(hex), row->sha256)) {
        finding_add(sink, finding, "source %.*s: %s is not what was read: its SHA-256 is %s",
                    (int)row->name.length, row->name.at, path.data, hex);
    }
    buffer_release(&path);
}

/* The folder that the data package lies in, with a slash; "" for here. */
static struct span folder_of(struct span path)
{
    while (path.length && path.at[path.length - 1] != '/')
        path.length--;
    return path;
}

static enum bowline_status check_sources(const char *case_path, const char *package_path,
                                         struct finding_sink *sink, uint64_t *count)
{
    struct store *store = NULL;
    struct cursor c;
    struct resource_row row;
    struct buffer package;
    struct bowline_error err;
    if (store_open_read(case_path, &store, &err) != BOWLINE_OK)
        return BOWLINE_OK; /* said already */
    buffer_init(&package, most_path);
    enum bowline_status status = BOWLINE_OK;
    if (package_path)
        buffer_append_text(&package, package_path);
    else
        status = case_package_path(store, &package, &err);
    if (status == BOWLINE_ERROR_CASE) {
        finding_add(sink, (struct finding){.part = "source"}, "where the sources lie cannot be read: %s",
                    err.message);
        status = sink->status;
    }
    read_resources(store, &c, &err);
    while (status == BOWLINE_OK && sink->status == BOWLINE_OK && next_resource(&c, &row)) {
        check_source(sink, &row, folder_of(buffer_all(&package)));
        ++*count;
    }
    if (cursor_close(&c) != BOWLINE_OK)
        finding_add(sink, (struct finding){.part = "source"}, "the sources cannot be read: %s", err.message);
    buffer_release(&package);
    store_close(store);
    return status == BOWLINE_OK ? sink->status : status;
}

enum bowline_status verify_case(const char *case_path, const char *package_path, struct bowline_text *json,
                                struct bowline_error *err)
{
    json_t *findings = json_array();
    struct finding_sink sink = {.take = take_finding, .context = findings, .err = err};
    struct case_checked found;
    uint64_t sources = 0;
    *json = (struct bowline_text){NULL, 0};
    enum bowline_status status = case_check(case_path, &sink, &found);
    if (status == BOWLINE_OK)
        status = check_sources(case_path, package_path, &sink, &sources);
    json_t *answer =
        json_pack("{s:s, s:I, s:{s:I, s:I, s:I, s:I, s:I}, s:o}", "case", case_path, "faults",
                  (json_int_t)sink.faults, "checked", "pages", (json_int_t)found.pages, "tables",
                  (json_int_t)found.tables, "rows", (json_int_t)found.rows, "entries",
                  (json_int_t)found.entries, "sources", (json_int_t)sources, "findings", findings);
    if (status == BOWLINE_OK) {
        json->data = answer ? json_dumps(answer, JSON_COMPACT) : NULL;
        json->length = json->data ? strlen(json->data) : 0;
        if (!json->data)
            status = error_memory(err);
    }
    json_decref(answer);
    return status;
}
