/* A bag (BagIt, RFC 8493): report, tables, cited rows, method, versions, log and provenance, with the digest
 * of each file, so that `sha256sum -c manifest-sha256.txt` alone checks it. */
#include "reports/bag.h"

#include "base/memory.h"
#include "pipeline/source.h"
#include "pipeline/stage_list.h"
#include "reports/csv_writer.h"
#include "reports/detail.h"
#include "reports/export.h"
#include "reports/json_log.h"
#include "reports/report.h"
#include "store/audit_store.h"
#include "store/read_export.h"

#include <bowline/version.h>

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define PATH_ROOM 4096

struct bagging {
    struct reader *reader;
    const char *folder;
    json_t *files; /* {"data/...": SHA-256}, by name */
    uint64_t bytes, count;
    struct bowline_error *err;
};

static bool path_in(const struct bagging *b, const char *name, char out[PATH_ROOM])
{
    return snprintf(out, PATH_ROOM, "%s/%s", b->folder, name) < PATH_ROOM;
}

static enum bowline_status make_folder(struct bagging *b, const char *name)
{
    char path[PATH_ROOM];
    if (!path_in(b, name, path) || (mkdir(path, 0700) != 0 && errno != EEXIST))
        return error_system(b->err, errno, "cannot make the folder", name);
    return BOWLINE_OK;
}

/* What stands in the folder already would be taken for a part of the bag. */
static enum bowline_status check_empty(struct bagging *b)
{
    DIR *folder = opendir(b->folder);
    const struct dirent *entry;
    bool is_empty = true;
    if (!folder)
        return error_system(b->err, errno, "cannot read the folder", b->folder);
    while ((entry = readdir(folder)))
        is_empty = is_empty && entry->d_name[0] == '.';
    closedir(folder);
    return is_empty ? BOWLINE_OK
                    : error_set(b->err, BOWLINE_ERROR_ARGUMENT,
                                "%s is not empty: a bag wants a folder of its own", b->folder);
}

static enum bowline_status write_text(struct bagging *b, const char *name, struct span text)
{
    struct file_part file;
    file_part_open(&file, b->folder, name, b->err);
    buffer_append_span(&file.out, text);
    return file_part_close(&file, BOWLINE_OK);
}

static enum bowline_status write_json(struct bagging *b, const char *name, json_t *tree)
{
    struct bowline_text text = {.data = json_dumps(tree, JSON_INDENT(1) | JSON_SORT_KEYS)};
    json_decref(tree);
    if (!text.data)
        return error_memory(b->err);
    enum bowline_status status = write_text(b, name, span_of(text.data));
    bowline_text_free(&text);
    return status;
}

/* An answer of the library as a file. */
static enum bowline_status keep_answer(struct bagging *b, const char *name, enum bowline_status status,
                                       struct bowline_text *json)
{
    if (status == BOWLINE_OK)
        status = write_text(b, name, (struct span){json->data, json->length});
    bowline_text_free(json);
    return status;
}

/* Whether the row holds what may be shown as a pseudonym only: then its bytes do not leave. */
static bool is_withheld(const struct detail *d)
{
    bool is_hidden = d->is_protected;
    for (size_t i = 0; i < d->cell_count; i++)
        is_hidden = is_hidden || !span_equal(d->cells[i].value, d->cells[i].shown);
    return is_hidden;
}

static void put_row(struct csv_writer *w, struct bagging *b, const struct record_row *row)
{
    char hex[DIGEST_HEX] = "";
    struct view v;
    view_init(&v, b->reader, b->err);
    const struct detail *d = view_detail(&v, row->record);
    const struct resource_row *resource = reader_resource(b->reader, row->resource);
    bool is_open = d && !is_withheld(d);
    if (v.status != BOWLINE_OK)
        w->file.status = v.status;
    if (is_open)
        digest_span(d->row.source, hex);
    csv_text(w, resource ? resource->name : span_of(""));
    csv_text(w, row->key);
    csv_text(w, resource ? resource->path : span_of(""));
    csv_text(w, resource ? resource->sha256 : span_of(""));
    csv_int(w, row->line);
    csv_int(w, row->byte);
    csv_int(w, row->length);
    csv_text(w, span_of(is_open ? "" : "protected"));
    csv_text(w, span_of(hex));
    csv_text(w, is_open ? d->row.source : span_of(""));
    csv_end_row(w);
    view_release(&v);
}

/* The rows of the sources that a conclusion rests on: those that are filed under an entity. */
static enum bowline_status write_cited(struct bagging *b)
{
    struct csv_writer w;
    struct cursor c;
    struct record_row row;
    csv_open(&w, b->folder, "data/cited-rows.csv",
             "resource,id,file,file_sha256,line,byte,length,withheld,row_sha256,row", b->err);
    read_all_records(b->reader->store, &c, b->err);
    while (csv_ok(&w) && next_record(&c, &row))
        if (row.entity)
            put_row(&w, b, &row);
    return csv_close(&w, cursor_close(&c));
}

static json_t *stages_of(struct bagging *b, enum bowline_status *status)
{
    struct bowline_text json = {NULL, 0};
    *status = stage_list_json(b->reader->store, &json, b->err);
    json_t *tree = *status == BOWLINE_OK ? json_loadb(json.data, json.length, 0, NULL) : NULL;
    bowline_text_free(&json);
    return tree;
}

static const char method_head[] = "How this case was made\n\n"
                                  "Tables were read row by row; each record keeps the SHA-256 of its file, "
                                  "its byte and its length (cited-rows.csv).\n"
                                  "The stages below ran in this order. Each reads only what earlier ones "
                                  "wrote. The same input, options and versions\n"
                                  "give the same bytes. Bits are log2 of how much more likely the evidence "
                                  "is if one operator is behind both\n"
                                  "records; they add up, and each link lists its summands "
                                  "(tables/links.csv). What cannot be known from these\n"
                                  "records is not claimed: a result is a lead, not a proof. Protected "
                                  "parties appear as pseudonyms, and rows that\n"
                                  "hold them are withheld: their place in the source is given instead.\n\n";

static enum bowline_status write_method(struct bagging *b)
{
    enum bowline_status status;
    struct buffer text;
    size_t i;
    json_t *row;
    json_t *stages = stages_of(b, &status);
    buffer_init(&text, 1 << 20);
    buffer_append_text(&text, method_head);
    json_array_foreach(json_object_get(stages, "stages"), i, row)
    {
        const char *summary = json_string_value(json_object_get(row, "summary"));
        buffer_format(&text, "%zu. %s, version %lld: %s.\n   %s\n", i + 1,
                      json_string_value(json_object_get(row, "name")),
                      (long long)json_integer_value(json_object_get(row, "version")),
                      json_string_value(json_object_get(row, "purpose")), summary ? summary : "");
    }
    if (status == BOWLINE_OK)
        status =
            buffer_ok(&text) ? write_text(b, "data/method.txt", buffer_all(&text)) : error_memory(b->err);
    json_decref(stages);
    buffer_release(&text);
    return status;
}

static enum bowline_status write_versions(struct bagging *b)
{
    return write_json(b, "data/versions.json",
                      json_pack("{s:s, s:i, s:s, s:s, s:s}", "bowline", BOWLINE_VERSION, "case",
                                BOWLINE_CASE_VERSION, "sqlite", store_library(), "libsodium",
                                sodium_version_string(), "compiler", __VERSION__));
}

/* The log, and the proof of its last entry, which is of this bag where a program noted it. */
static enum bowline_status write_log(struct bagging *b)
{
    struct bowline_text json = {NULL, 0};
    struct tree_head head;
    enum bowline_status status = keep_answer(b, "data/log.json", json_log(b->reader, &json, b->err), &json);
    if (status == BOWLINE_OK)
        status = audit_head(b->reader->store, &head, NULL, b->err);
    if (status != BOWLINE_OK || head.size == 0)
        return status;
    json = (struct bowline_text){NULL, 0};
    return keep_answer(b, "data/log-proof.json", json_log_proof(b->reader, head.size, &json, b->err), &json);
}

static enum bowline_status add_file(struct bagging *b, const char *name)
{
    char path[PATH_ROOM];
    char hex[DIGEST_HEX];
    struct stat info;
    if (!path_in(b, name, path) || stat(path, &info) != 0)
        return error_system(b->err, errno, "cannot read", name);
    enum bowline_status status = source_digest_file(path, hex, b->err);
    if (status == BOWLINE_OK && json_object_set_new(b->files, name, json_string(hex)) != 0)
        status = error_memory(b->err);
    b->bytes += (uint64_t)info.st_size;
    b->count++;
    return status;
}

static enum bowline_status add_tables(struct bagging *b)
{
    char path[PATH_ROOM];
    const struct dirent *entry;
    enum bowline_status status = BOWLINE_OK;
    DIR *folder = path_in(b, "data/tables", path) ? opendir(path) : NULL;
    if (!folder)
        return error_system(b->err, errno, "cannot read the folder", path);
    while (status == BOWLINE_OK && (entry = readdir(folder))) {
        char name[300];
        snprintf(name, sizeof name, "data/tables/%s", entry->d_name);
        if (entry->d_name[0] != '.')
            status = add_file(b, name);
    }
    closedir(folder);
    return status;
}

static enum bowline_status write_provenance(struct bagging *b)
{
    struct view v;
    view_init(&v, b->reader, b->err);
    json_t *tree = bag_provenance(&v, b->files);
    enum bowline_status status = v.status;
    view_release(&v);
    if (status != BOWLINE_OK) {
        json_decref(tree);
        return status;
    }
    return write_json(b, "data/provenance.json", tree);
}

static enum bowline_status write_payload(struct bagging *b)
{
    static const char *const written[] = {"data/report.html",   "data/cited-rows.csv", "data/method.txt",
                                          "data/versions.json", "data/log.json",       "data/log-proof.json"};
    char path[PATH_ROOM];
    enum bowline_status status = make_folder(b, "data");
    if (status == BOWLINE_OK)
        status = make_folder(b, "data/tables");
    if (status == BOWLINE_OK)
        status = path_in(b, "data/report.html", path)
                     ? report_html(b->reader, (struct span){NULL, 0}, path, b->err)
                     : error_memory(b->err);
    if (status == BOWLINE_OK)
        status = path_in(b, "data/tables", path) ? export_csv(b->reader, path, b->err) : error_memory(b->err);
    enum bowline_status (*const parts[])(struct bagging *) = {write_cited, write_method, write_versions,
                                                              write_log, add_tables};
    for (size_t i = 0; i < sizeof parts / sizeof *parts && status == BOWLINE_OK; i++)
        status = parts[i](b);
    for (size_t i = 0; i < sizeof written / sizeof *written && status == BOWLINE_OK; i++)
        if (path_in(b, written[i], path) && access(path, F_OK) == 0)
            status = add_file(b, written[i]);
    if (status == BOWLINE_OK)
        status = write_provenance(b);
    return status == BOWLINE_OK ? add_file(b, "data/provenance.json") : status;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* By name, as a folder is read in any order. */
static enum bowline_status write_manifest(struct bagging *b)
{
    struct buffer text;
    const char *name;
    json_t *digest;
    size_t count = 0;
    const char **names = memory_new(json_object_size(b->files), sizeof *names);
    if (!names)
        return error_memory(b->err);
    buffer_init(&text, 1 << 20);
    json_object_foreach(b->files, name, digest) names[count++] = name;
    qsort(names, count, sizeof *names, compare_names);
    for (size_t i = 0; i < count; i++)
        buffer_format(&text, "%s  %s\n", json_string_value(json_object_get(b->files, names[i])), names[i]);
    enum bowline_status status =
        buffer_ok(&text) ? write_text(b, "manifest-sha256.txt", buffer_all(&text)) : error_memory(b->err);
    buffer_release(&text);
    memory_free(names);
    return status;
}

static enum bowline_status write_info(struct bagging *b)
{
    struct buffer text;
    char date[16] = "";
    time_t now = time(NULL);
    struct tm day;
    if (gmtime_r(&now, &day))
        strftime(date, sizeof date, "%Y-%m-%d", &day);
    buffer_init(&text, 1 << 12);
    buffer_format(&text, "Bag-Software-Agent: Bowline %s\nBagging-Date: %s\nPayload-Oxum: %llu.%llu\n",
                  BOWLINE_VERSION, date, (unsigned long long)b->bytes, (unsigned long long)b->count);
    enum bowline_status status = write_text(b, "bag-info.txt", buffer_all(&text));
    buffer_release(&text);
    return status;
}

/* The tag manifest covers the files that are no payload. */
static enum bowline_status write_tag_manifest(struct bagging *b)
{
    static const char *const tags[] = {"bag-info.txt", "bagit.txt", "manifest-sha256.txt"};
    struct buffer text;
    enum bowline_status status = BOWLINE_OK;
    buffer_init(&text, 1 << 12);
    for (size_t i = 0; i < sizeof tags / sizeof *tags && status == BOWLINE_OK; i++) {
        char path[PATH_ROOM];
        char hex[DIGEST_HEX] = "";
        status = path_in(b, tags[i], path) ? source_digest_file(path, hex, b->err) : error_memory(b->err);
        buffer_format(&text, "%s  %s\n", hex, tags[i]);
    }
    if (status == BOWLINE_OK)
        status = write_text(b, "tagmanifest-sha256.txt", buffer_all(&text));
    buffer_release(&text);
    return status;
}

enum bowline_status export_bag(struct reader *reader, const char *folder, struct bowline_error *err)
{
    static const char declaration[] = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    struct bagging b = {.reader = reader, .folder = folder, .files = json_object(), .err = err};
    enum bowline_status status = b.files ? check_empty(&b) : error_memory(err);
    if (status == BOWLINE_OK)
        status = write_payload(&b);
    if (status == BOWLINE_OK)
        status = write_manifest(&b);
    if (status == BOWLINE_OK)
        status = write_text(&b, "bagit.txt", span_of(declaration));
    if (status == BOWLINE_OK)
        status = write_info(&b);
    if (status == BOWLINE_OK)
        status = write_tag_manifest(&b);
    json_decref(b.files);
    return status;
}
