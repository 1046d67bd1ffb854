/* Erasing: first, in one transaction, the records and all that rests on them go, and that they went is noted;
 * then what is concluded from the rest is computed, and the file is written anew without free space. */
#include "pipeline/erase.h"

#include "base/memory.h"
#include "pipeline/record_loader.h"
#include "pipeline/run.h"
#include "pipeline/stages.h"
#include "records/dates.h"
#include "store/audit_store.h"
#include "store/erase_store.h"
#include "store/read_records.h"
#include "store/stage_store.h"
#include "store/table_digest.h"

#include <jansson.h>

struct erasing {
    const struct bowline_erasure *wanted;
    struct store *store;
    struct record_table records;
    uint8_t *is_doomed;
    struct doom doom;
    uint32_t timeless; /* records without a time, where a date was given */
    struct erasures erasures;
    struct bowline_error *err;
};

/* Marks the record that has the name, and those of its table with the same text where it has no id. */
static enum bowline_status doom_record(struct erasing *e)
{
    const char *name = e->wanted->record;
    const char *slash = strchr(name, '/');
    struct span resource = {name, slash ? (size_t)(slash - name) : 0};
    struct span key = span_of(slash ? slash + 1 : name);
    for (record_id r = 1; r <= e->records.count; r++) {
        const struct record *record = &e->records.records[r];
        bool is_there = !slash || span_equal(span_of(e->records.resources[record->resource].name), resource);
        if (is_there && span_equal(record_key(&e->records, r), key)) {
            e->is_doomed[r] = 1;
            e->doom.count++;
        }
    }
    if (e->doom.count == 1)
        return BOWLINE_OK;
    if (e->doom.count > 1)
        return error_set(e->err, BOWLINE_ERROR_ARGUMENT,
                         "%s: more than one table has a record %s: give it as RESOURCE/ID",
                         store_path(e->store), name);
    return error_set(e->err, BOWLINE_ERROR_NOT_FOUND, "%s: there is no record %s, or it was erased before",
                     store_path(e->store), name);
}

static enum bowline_status doom_older(struct erasing *e)
{
    struct moment moment;
    if (date_parse(span_of(e->wanted->older_than), NULL, &moment))
        return error_set(e->err, BOWLINE_ERROR_ARGUMENT, "\"%s\" is no date, such as 2020-01-01",
                         e->wanted->older_than);
    for (record_id r = 1; r <= e->records.count; r++) {
        const struct record *record = &e->records.records[r];
        e->timeless += record->end == TIME_NONE;
        e->is_doomed[r] = record->end != TIME_NONE && record->end <= moment.begin;
        e->doom.count += e->is_doomed[r];
    }
    return BOWLINE_OK;
}

static bool has_id_column(const struct record_table *t, resource_id resource)
{
    const struct resource *row = &t->resources[resource];
    for (field_id f = row->first_field; f < row->first_field + row->field_count; f++)
        if (t->fields[f].role.type == TYPE_ID)
            return true;
    return false;
}

/* A row whose key is its line is known again by its text. */
static bool is_keyed_by_line(const struct record_table *t, record_id r)
{
    char line[16];
    snprintf(line, sizeof line, "%u", t->records[r].line);
    return span_equal(record_key(t, r), span_of(line));
}

static enum bowline_status remember_row(struct erasing *e, const struct record_row *row)
{
    const struct record_table *t = &e->records;
    resource_id resource = t->records[row->record].resource;
    struct span name = span_of(t->resources[resource].name);
    enum bowline_status status = BOWLINE_OK;
    bool has_id = has_id_column(t, resource);
    if (has_id)
        status = erasure_add(e->store, &e->erasures, ERASURE_KEY, name, row->key, e->err);
    if (status == BOWLINE_OK && (!has_id || is_keyed_by_line(t, row->record)))
        status = erasure_add(e->store, &e->erasures, ERASURE_ROW, name, row->source, e->err);
    return status;
}

/* Rows that read like one that goes and have no id: they would be left out of the next reading too. */
static enum bowline_status remember_rows(struct erasing *e, bool is_second)
{
    struct cursor c;
    struct record_row row;
    enum bowline_status status = BOWLINE_OK;
    for (resource_id id = 1; id <= e->records.resource_count && status == BOWLINE_OK; id++) {
        read_resource_records(e->store, id, &c, e->err);
        while (status == BOWLINE_OK && next_record(&c, &row)) {
            bool goes = row.record <= e->records.count && e->is_doomed[row.record];
            struct span name = span_of(e->records.resources[id].name);
            if (!is_second && goes)
                status = remember_row(e, &row);
            else if (is_second && !goes && erasures_have(&e->erasures, ERASURE_ROW, name, row.source)) {
                e->is_doomed[row.record] = 1;
                e->doom.count++;
            }
        }
        enum bowline_status read_status = cursor_close(&c);
        status = status == BOWLINE_OK ? read_status : status;
    }
    return status;
}

static enum bowline_status remember_all(struct erasing *e)
{
    enum bowline_status status = remember_rows(e, false);
    erasures_release(&e->erasures);
    if (status == BOWLINE_OK)
        status = erasures_load(e->store, &e->erasures, e->err);
    return status == BOWLINE_OK ? remember_rows(e, true) : status;
}

/* No conclusion outlives the facts that it rests on. */
static enum bowline_status clear_conclusions(struct erasing *e)
{
    enum bowline_status status = store_drop_indexes(e->store, e->err);
    if (status == BOWLINE_OK)
        status = table_digests_forget(e->store, e->err);
    for (unsigned s = 1; s < STAGE_COUNT; s++)
        for (unsigned t = 0; t < CASE_TABLE_COUNT && status == BOWLINE_OK; t++)
            if (stages[s].writes & TABLE_BIT(t))
                status =
                    stage_store_clear(e->store, stages[s].name, case_table_sql((enum case_table)t), e->err);
    return status;
}

static enum bowline_status log_erasure(struct erasing *e)
{
    char object[64];
    char parameters[DIGEST_HEX + 64];
    char state[DIGEST_HEX];
    const struct bowline_erasure *wanted = e->wanted;
    snprintf(object, sizeof object, "%u record%s", e->doom.count, e->doom.count == 1 ? "" : "s");
    struct audit_entry entry = {.verb = AUDIT_ERASURE,
                                .command = "erase",
                                .records = e->doom.count,
                                .texts = {[AUDIT_OBJECT] = span_of(object),
                                          [AUDIT_ACTOR] = span_of(wanted->who ? wanted->who : ""),
                                          [AUDIT_PURPOSE] = span_of(wanted->because)}};
    enum bowline_status status = table_digest_small(e->store, "decision", state, e->err);
    if (status != BOWLINE_OK)
        return status;
    snprintf(parameters, sizeof parameters, "%s%.40s%sdecisions=%s", wanted->older_than ? "older-than=" : "",
             wanted->older_than ? wanted->older_than : "", wanted->older_than ? " " : "", state);
    entry.texts[AUDIT_PARAMETERS] = span_of(parameters);
    return audit_append(e->store, &entry, e->err);
}

static enum bowline_status take_out(struct erasing *e)
{
    enum bowline_status status = remember_all(e);
    if (status == BOWLINE_OK)
        status = erase_records(e->store, &e->doom, e->err);
    if (status == BOWLINE_OK)
        status = clear_conclusions(e);
    if (status == BOWLINE_OK)
        status = erasure_set_open(e->store, e->err);
    if (status == BOWLINE_OK)
        status = log_erasure(e);
    return status;
}

static enum bowline_status choose(struct erasing *e)
{
    enum bowline_status status = record_loader_load(e->store, &e->records, e->err);
    if (status == BOWLINE_OK)
        e->is_doomed = memory_new((size_t)e->records.count + 1, 1);
    if (status == BOWLINE_OK && !e->is_doomed)
        status = error_memory(e->err);
    e->doom.records = &e->records;
    e->doom.is_doomed = e->is_doomed;
    if (status == BOWLINE_OK)
        status = erasures_load(e->store, &e->erasures, e->err);
    if (status == BOWLINE_OK)
        status = e->wanted->record ? doom_record(e) : doom_older(e);
    return status;
}

/* All of it, or nothing. */
static enum bowline_status take_out_at_once(struct erasing *e)
{
    enum bowline_status status = store_begin(e->store, e->err);
    if (status != BOWLINE_OK)
        return status;
    status = take_out(e);
    if (status == BOWLINE_OK)
        status = store_commit(e->store, e->err);
    else
        store_undo(e->store);
    if (status != BOWLINE_OK)
        error_prefix(e->err, "nothing was erased");
    return status;
}

static enum bowline_status check_request(const struct bowline_erasure *wanted, struct bowline_error *err)
{
    bool has_record = wanted->record != NULL;
    if (has_record && wanted->older_than)
        return error_set(err, BOWLINE_ERROR_ARGUMENT, "a record or a date, not both");
    if ((has_record || wanted->older_than) &&
        (!wanted->because || !span_trim(span_of(wanted->because)).length))
        return error_set(err, BOWLINE_ERROR_ARGUMENT, "an erasure needs its reason");
    return BOWLINE_OK;
}

/* What is to be done: take records out, and, where some were taken out now or before, end the erasure. */
static enum bowline_status take_wanted(struct erasing *e, const char *path, bool *is_open)
{
    enum bowline_status status = store_open_change(path, &e->store, e->err);
    bool is_wanted = e->wanted->record || e->wanted->older_than;
    if (status == BOWLINE_OK && is_wanted)
        status = choose(e);
    if (status == BOWLINE_OK && e->doom.count)
        status = take_out_at_once(e);
    if (status == BOWLINE_OK)
        status = erasure_is_open(e->store, is_open, e->err);
    if (status == BOWLINE_OK && !is_wanted && !*is_open)
        status = error_set(e->err, BOWLINE_ERROR_ARGUMENT, "%s: no erasure was cut short: say what to erase",
                           path);
    store_close(e->store);
    return status;
}

static enum bowline_status answer(const struct erasing *e, struct bowline_text *json)
{
    json_t *out =
        json_pack("{s:i, s:i, s:i, s:i}", "records", (int)e->doom.count, "decisions", (int)e->doom.decisions,
                  "texts", (int)e->doom.notes, "without_time", (int)e->timeless);
    json->data = out ? json_dumps(out, JSON_COMPACT) : NULL;
    json->length = json->data ? strlen(json->data) : 0;
    json_decref(out);
    return json->data ? BOWLINE_OK : error_memory(e->err);
}

enum bowline_status erase_case(const char *case_path, const struct bowline_erasure *erasure,
                               const struct bowline_run_options *options, struct bowline_text *json,
                               struct bowline_error *err)
{
    struct erasing e = {.wanted = erasure, .err = err};
    bool is_open = false;
    *json = (struct bowline_text){NULL, 0};
    record_table_init(&e.records);
    enum bowline_status status = check_request(erasure, err);
    if (status == BOWLINE_OK)
        status = take_wanted(&e, case_path, &is_open);
    if (status == BOWLINE_OK && is_open) {
        status = run_conclusions(case_path, options, "erase", err);
        if (status != BOWLINE_OK)
            error_prefix(err, "the records are gone, but the erasing is not ended: run `bowline erase %s`",
                         case_path);
    }
    if (status == BOWLINE_OK)
        status = answer(&e, json);
    erasures_release(&e.erasures);
    record_table_release(&e.records);
    memory_free(e.is_doomed);
    return status;
}
