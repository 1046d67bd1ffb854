/* A case computed again into another file, table by table the same, or which stage differs and why. */
#include "pipeline/rerun.h"

#include "base/buffer.h"
#include "pipeline/case_package.h"
#include "pipeline/fingerprint.h"
#include "pipeline/run.h"
#include "pipeline/source.h"
#include "store/case_compare.h"
#include "store/read_case.h"
#include "store/stage_store.h"

#include <jansson.h>
#include <unistd.h>

static const size_t most_path = 1 << 16;
static const size_t most_text = 1 << 16;

struct rerunning {
    const char *case_path;
    struct buffer package; /* path, with a closing zero */
    struct buffer again;   /* path of the other case, likewise */
    struct store *before, *after;
    struct fingerprints expected; /* of the case as it stands, with today's program */
    bool is_source_changed, is_package_changed;
    bool differs[STAGE_COUNT];
    bool is_same;
    struct bowline_error *err;
};

/* The files that belong to the other case. */
static void remove_again(const struct rerunning *r)
{
    static const char *const ends[] = {"", "-journal", ".log-key"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        struct buffer path;
        buffer_init(&path, most_path);
        buffer_append_text(&path, r->again.data);
        buffer_append_text(&path, ends[i]);
        buffer_append_char(&path, '\0');
        if (buffer_ok(&path))
            unlink(path.data);
        buffer_release(&path);
    }
}

static enum bowline_status find_paths(struct rerunning *r, const char *package_path)
{
    enum bowline_status status = BOWLINE_OK;
    buffer_append_text(&r->again, r->case_path);
    buffer_append(&r->again, ".rerun", sizeof ".rerun");
    if (package_path)
        buffer_append(&r->package, package_path, strlen(package_path) + 1);
    else
        status = case_package_path(r->before, &r->package, r->err);
    if (status == BOWLINE_OK && !(buffer_ok(&r->again) && buffer_ok(&r->package)))
        status = error_memory(r->err);
    if (status == BOWLINE_OK && r->package.length == 0)
        status =
            error_set(r->err, BOWLINE_ERROR_NOT_FOUND,
                      "%s: it does not say where its data package lay: give it with --package", r->case_path);
    return status;
}

static enum bowline_status copy_given(struct rerunning *r)
{
    enum bowline_status status = store_make_twin(r->before, r->again.data, &r->after, r->err);
    if (status == BOWLINE_OK)
        status = store_begin(r->after, r->err);
    if (status == BOWLINE_OK)
        status = case_copy_given(r->before, r->after, r->err);
    if (status == BOWLINE_OK)
        status = store_commit(r->after, r->err);
    return status;
}

/* Digests of the sources and of the data package, then and now. */
static enum bowline_status compare_input(struct rerunning *r)
{
    struct cursor a;
    struct cursor b;
    struct resource_row x;
    struct resource_row y;
    struct buffer texts[2];
    read_resources(r->before, &a, r->err);
    read_resources(r->after, &b, r->err);
    bool has_x = next_resource(&a, &x);
    bool has_y = next_resource(&b, &y);
    for (; has_x && has_y; has_x = next_resource(&a, &x), has_y = next_resource(&b, &y))
        r->is_source_changed |= !span_equal(x.sha256, y.sha256) || !span_equal(x.name, y.name);
    r->is_source_changed |= has_x != has_y;
    enum bowline_status status = cursor_close(&a);
    enum bowline_status other = cursor_close(&b);
    status = status == BOWLINE_OK ? other : status;
    buffer_init(&texts[0], (size_t)64 << 20);
    buffer_init(&texts[1], (size_t)64 << 20);
    if (status == BOWLINE_OK)
        status = store_get_info(r->before, "description", &texts[0], r->err);
    if (status == BOWLINE_OK)
        status = store_get_info(r->after, "description", &texts[1], r->err);
    r->is_package_changed = !span_equal(buffer_all(&texts[0]), buffer_all(&texts[1]));
    buffer_release(&texts[0]);
    buffer_release(&texts[1]);
    return status;
}

static enum bowline_status stored_fingerprint(struct rerunning *r, struct store *store, unsigned s,
                                              char hex[DIGEST_HEX])
{
    struct buffer fingerprint;
    struct buffer summary;
    buffer_init(&fingerprint, most_text);
    buffer_init(&summary, most_text);
    enum bowline_status status = stage_store_read(store, stages[s].name, &fingerprint, &summary, r->err);
    snprintf(hex, DIGEST_HEX, "%.*s", (int)fingerprint.length, fingerprint.length ? fingerprint.data : "");
    buffer_release(&fingerprint);
    buffer_release(&summary);
    return status;
}

static enum bowline_status expect(struct rerunning *r)
{
    char first[DIGEST_HEX];
    struct decided_digests decided;
    enum bowline_status status = stored_fingerprint(r, r->before, 0, first);
    if (status == BOWLINE_OK)
        status = decided_digest(r->before, &decided, r->err);
    if (status == BOWLINE_OK)
        fingerprints_follow(first, &decided, &r->expected);
    return status;
}

/* The first earlier stage that differs and that the stage reads; STAGE_COUNT where there is none. */
static unsigned cause_of(const struct rerunning *r, unsigned s)
{
    unsigned earlier = 0;
    while (earlier < s && !(r->differs[earlier] && (stages[earlier].writes & stages[s].reads)))
        earlier++;
    return earlier < s ? earlier : STAGE_COUNT;
}

static enum bowline_status say_why(struct rerunning *r, unsigned s, json_t *row)
{
    char stored[DIGEST_HEX];
    unsigned version = 0;
    unsigned cause = cause_of(r, s);
    enum bowline_status status = stored_fingerprint(r, r->before, s, stored);
    if (status == BOWLINE_OK)
        status = stage_store_version(r->before, stages[s].name, &version, r->err);
    if (status != BOWLINE_OK)
        return status;
    const char *why =
        "nothing that it depends on has changed: the case was changed after its run (\"bowline verify\" "
        "says where), or this program gives other results under the same version";
    if (!stored[0])
        why = "the stage never ran in this case, or its run was cut short";
    else if (version != stages[s].version)
        why = "version: the method has another one in this program";
    else if (s == 0 && r->is_source_changed)
        why = "input: a source is not what was read";
    else if (s == 0 && r->is_package_changed)
        why = "options: the data package says something else";
    else if (cause < STAGE_COUNT)
        why = "input: an earlier stage that it reads differs";
    else if (strcmp(stored, r->expected.hex[s]) != 0)
        why = "input: decisions were made since the last run";
    json_object_set_new(row, "why", json_string(why));
    if (version != stages[s].version && version)
        json_object_set_new(row, "version", json_pack("[i, i]", (int)version, (int)stages[s].version));
    return BOWLINE_OK;
}

static enum bowline_status compare_tables(struct rerunning *r, unsigned s, json_t *list)
{
    enum bowline_status status = BOWLINE_OK;
    for (unsigned t = 0; t < CASE_TABLE_COUNT; t++) {
        if (!(stages[s].writes & TABLE_BIT(t)))
            continue;
        for (const char *const *sql = case_table_sql((enum case_table)t); *sql && status == BOWLINE_OK;
             sql++) {
            struct table_difference d;
            status = case_compare_table(r->before, r->after, *sql, &d, r->err);
            if (status != BOWLINE_OK || !d.differs)
                continue;
            r->differs[s] = true;
            json_array_append_new(list,
                                  json_pack("{s:s, s:I, s:s, s:I, s:I}", "table", *sql, "row",
                                            (json_int_t)d.row, "column", d.column, "rows",
                                            (json_int_t)d.rows[0], "rows_again", (json_int_t)d.rows[1]));
        }
    }
    return status;
}

static enum bowline_status compare_all(struct rerunning *r, json_t *list)
{
    enum bowline_status status = compare_input(r);
    if (status == BOWLINE_OK)
        status = expect(r);
    r->is_same = true;
    for (unsigned s = 0; s < STAGE_COUNT && status == BOWLINE_OK; s++) {
        json_t *row = json_pack("{s:s, s:[]}", "stage", stages[s].name, "tables");
        json_array_append_new(list, row);
        status = compare_tables(r, s, json_object_get(row, "tables"));
        if (status == BOWLINE_OK && r->differs[s])
            status = say_why(r, s, row);
        json_object_set_new(row, "same", json_boolean(!r->differs[s]));
        r->is_same = r->is_same && !r->differs[s];
    }
    return status;
}

static enum bowline_status run_again(struct rerunning *r, const struct bowline_run_options *options,
                                     json_t *list)
{
    remove_again(r);
    enum bowline_status status = copy_given(r);
    if (status == BOWLINE_OK) {
        status = run_in_case(r->package.data, r->after, options, r->err);
        if (status != BOWLINE_OK)
            error_prefix(r->err, "it cannot be computed again");
    }
    if (status == BOWLINE_OK)
        status = compare_all(r, list);
    store_close(r->after);
    remove_again(r);
    return status;
}

enum bowline_status rerun_case(const char *case_path, const char *package_path,
                               const struct bowline_run_options *options, struct bowline_text *json,
                               struct bowline_error *err)
{
    struct rerunning r = {.case_path = case_path, .err = err};
    json_t *list = json_array();
    buffer_init(&r.package, most_path);
    buffer_init(&r.again, most_path);
    *json = (struct bowline_text){NULL, 0};
    enum bowline_status status = store_open_read(case_path, &r.before, err);
    if (status == BOWLINE_OK)
        status = find_paths(&r, package_path);
    if (status == BOWLINE_OK)
        status = run_again(&r, options, list);
    json_t *out = json_pack("{s:s, s:b, s:o}", "case", case_path, "same", r.is_same, "stages", list);
    if (status == BOWLINE_OK) {
        json->data = out ? json_dumps(out, JSON_COMPACT) : NULL;
        json->length = json->data ? strlen(json->data) : 0;
        status = json->data ? BOWLINE_OK : error_memory(err);
    }
    json_decref(out);
    store_close(r.before);
    buffer_release(&r.package);
    buffer_release(&r.again);
    return status;
}
