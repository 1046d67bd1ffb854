/* The stage table as a JSON answer (docs/json.md). */
#include "pipeline/stage_list.h"

#include "pipeline/fingerprint.h"
#include "store/stage_store.h"

#include <jansson.h>

/* What is known of a stage in a case. */
struct stage_state {
    struct buffer fingerprint, summary;
};

static json_t *names_of(unsigned tables, bool of_sql)
{
    json_t *names = json_array();
    for (unsigned t = 0; t < CASE_TABLE_COUNT; t++) {
        if (!(tables & TABLE_BIT(t)))
            continue;
        if (!of_sql)
            json_array_append_new(names, json_string(case_table_name((enum case_table)t)));
        for (const char *const *sql = case_table_sql((enum case_table)t); of_sql && *sql; sql++)
            json_array_append_new(names, json_string(*sql));
    }
    return names;
}

/* fresh: the stored fingerprint is what today's stage would write over today's earlier stages; the sources
 * are taken as they were read. */
static const char *state_word(struct span stored, struct span expected)
{
    if (stored.length == 0)
        return "never";
    return span_equal(stored, expected) ? "fresh" : "stale";
}

static enum bowline_status add_state(struct store *store, unsigned s, const struct fingerprints *expected,
                                     json_t *row, struct bowline_error *err)
{
    struct buffer fingerprint;
    struct buffer summary;
    buffer_init(&fingerprint, 1 << 16);
    buffer_init(&summary, 1 << 16);
    enum bowline_status status = stage_store_read(store, stages[s].name, &fingerprint, &summary, err);
    if (status == BOWLINE_OK) {
        const char *word = state_word(buffer_all(&fingerprint), span_of(expected->hex[s]));
        struct span text = buffer_all(&summary);
        json_object_set_new(row, "state", json_string(word));
        json_object_set_new(row, "summary", json_stringn(text.at, text.length));
    }
    buffer_release(&fingerprint);
    buffer_release(&summary);
    return status;
}

static json_t *row_of(unsigned s)
{
    json_t *reads = s == 0 ? json_pack("[s]", "sources") : names_of(stages[s].reads, false);
    return json_pack("{s:s, s:s, s:o, s:o, s:i}", "name", stages[s].name, "purpose", stages[s].purpose,
                     "reads", reads, "writes", names_of(stages[s].writes, true), "version",
                     (int)stages[s].version);
}

static enum bowline_status expect(struct store *store, struct fingerprints *out, struct bowline_error *err)
{
    struct buffer read;
    struct buffer summary;
    struct decided_digests decided;
    buffer_init(&read, 1 << 16);
    buffer_init(&summary, 1 << 16);
    enum bowline_status status = stage_store_read(store, stages[0].name, &read, &summary, err);
    if (status == BOWLINE_OK)
        status = decided_digest(store, &decided, err);
    buffer_append_char(&read, '\0');
    if (status == BOWLINE_OK && buffer_ok(&read))
        fingerprints_follow(read.data, &decided, out);
    buffer_release(&read);
    buffer_release(&summary);
    return status;
}

enum bowline_status stage_list_json(struct store *store, struct bowline_text *json, struct bowline_error *err)
{
    struct fingerprints expected = {0};
    json_t *list = json_array();
    enum bowline_status status = store ? expect(store, &expected, err) : BOWLINE_OK;
    for (unsigned s = 0; s < STAGE_COUNT && status == BOWLINE_OK; s++) {
        json_t *row = row_of(s);
        json_array_append_new(list, row);
        if (store)
            status = add_state(store, s, &expected, row, err);
        else
            json_object_set_new(row, "state", json_null());
    }
    json_t *answer = json_pack("{s:o}", "stages", list);
    if (status == BOWLINE_OK) {
        json->data = json_dumps(answer, JSON_COMPACT);
        json->length = json->data ? strlen(json->data) : 0;
        if (!json->data)
            status = error_memory(err);
    }
    json_decref(answer);
    return status;
}
