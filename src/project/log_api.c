/* The public functions of the log. */
#include "project/case_handle.h"
#include "reports/json.h"
#include "reports/json_log.h"
#include "store/audit_store.h"
#include "store/read_records.h"

#include <bowline/log.h>

static struct span text_or_nothing(const char *text)
{
    return span_of(text ? text : "");
}

enum bowline_status bowline_case_note(struct bowline_case *handle, const struct bowline_log_note *note,
                                      struct bowline_error *err)
{
    struct store *store = handle->reader.store;
    struct audit_entry entry = {.verb = audit_verb_find(text_or_nothing(note->verb)),
                                .command = note->command ? note->command : "",
                                .records = note->records,
                                .texts = {[AUDIT_OBJECT] = text_or_nothing(note->object),
                                          [AUDIT_PARAMETERS] = text_or_nothing(note->parameters),
                                          [AUDIT_ACTOR] = text_or_nothing(note->who),
                                          [AUDIT_PURPOSE] = text_or_nothing(note->purpose)},
                                .is_object_secret = note->object_is_secret};
    enum bowline_status status = BOWLINE_OK;
    if (entry.verb != AUDIT_CONSULTATION && entry.verb != AUDIT_DISCLOSURE)
        return error_set(err, BOWLINE_ERROR_ARGUMENT, "a program notes consultation or disclosure, not %s",
                         note->verb ? note->verb : "nothing");
    if (note->records == BOWLINE_ALL_RECORDS)
        status = read_record_count(store, &entry.records, err);
    return status == BOWLINE_OK ? audit_append_reading(store, &entry, err) : status;
}

enum bowline_status bowline_case_reveal(struct bowline_case *handle, const char *pseudonym, const char *who,
                                        const char *purpose, struct bowline_text *json,
                                        struct bowline_error *err)
{
    const struct bowline_log_note note = {.verb = "consultation",
                                          .command = "reveal",
                                          .object = pseudonym,
                                          .who = who,
                                          .purpose = purpose,
                                          .records = 1};
    if (!span_trim(text_or_nothing(who)).length || !span_trim(text_or_nothing(purpose)).length)
        return error_set(err, BOWLINE_ERROR_ARGUMENT,
                         "a pseudonym is revealed to somebody who is named, for a purpose");
    enum bowline_status status = json_reveal(&handle->reader, pseudonym, json, err);
    if (status != BOWLINE_OK)
        return status;
    status = bowline_case_note(handle, &note, err);
    if (status != BOWLINE_OK) {
        error_prefix(err, "nothing is revealed, as it cannot be noted in the log");
        bowline_text_free(json);
    }
    return status;
}

enum bowline_status bowline_case_log(struct bowline_case *handle, struct bowline_text *json,
                                     struct bowline_error *err)
{
    return json_log(&handle->reader, json, err);
}

enum bowline_status bowline_case_log_head(struct bowline_case *handle, struct bowline_text *json,
                                          struct bowline_error *err)
{
    return json_log_head(&handle->reader, json, err);
}

enum bowline_status bowline_case_log_proof(struct bowline_case *handle, uint64_t entry,
                                           struct bowline_text *json, struct bowline_error *err)
{
    return json_log_proof(&handle->reader, entry, json, err);
}

enum bowline_status bowline_case_log_growth(struct bowline_case *handle, uint64_t earlier, uint64_t size,
                                            struct bowline_text *json, struct bowline_error *err)
{
    return json_log_growth(&handle->reader, earlier, size, json, err);
}
