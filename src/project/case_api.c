/* The public functions that read a case. */
#include "project/case_handle.h"

#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "decisions/decide.h"
#include "pipeline/source.h"
#include "pipeline/stage_list.h"
#include "project/case_handle.h"
#include "reports/export.h"
#include "reports/json.h"
#include "reports/report.h"
#include "reports/score_case.h"

#include <bowline/case.h>
#include <bowline/key.h>

enum bowline_status bowline_case_open(const char *path, struct bowline_case **out, struct bowline_error *err)
{
    *out = NULL;
    struct bowline_case *handle = memory_new(1, sizeof *handle);
    if (!handle)
        return error_memory(err);
    enum bowline_status status = reader_open(path, &handle->reader, err);
    if (status != BOWLINE_OK)
        memory_free(handle);
    else
        *out = handle;
    return status;
}

void bowline_case_close(struct bowline_case *handle)
{
    if (handle)
        reader_close(&handle->reader);
    memory_free(handle);
}

enum bowline_status bowline_case_summary(struct bowline_case *handle, struct bowline_text *json,
                                         struct bowline_error *err)
{
    return json_summary(&handle->reader, json, err);
}

enum bowline_status bowline_case_network(struct bowline_case *handle, uint32_t network,
                                         struct bowline_text *json, struct bowline_error *err)
{
    return json_network(&handle->reader, network, json, err);
}

enum bowline_status bowline_case_entity(struct bowline_case *handle, uint32_t entity,
                                        struct bowline_text *json, struct bowline_error *err)
{
    return json_entity(&handle->reader, entity, json, err);
}

enum bowline_status bowline_case_record(struct bowline_case *handle, const char *record,
                                        struct bowline_text *json, struct bowline_error *err)
{
    return json_record(&handle->reader, record, json, err);
}

enum bowline_status bowline_case_template(struct bowline_case *handle, uint32_t template_id,
                                          struct bowline_text *json, struct bowline_error *err)
{
    return json_template(&handle->reader, template_id, json, err);
}

enum bowline_status bowline_case_why(struct bowline_case *handle, const char *a, const char *b,
                                     struct bowline_text *json, struct bowline_error *err)
{
    return json_why(&handle->reader, a, b, json, err);
}

enum bowline_status bowline_case_why_not(struct bowline_case *handle, const char *a, const char *b,
                                         struct bowline_text *json, struct bowline_error *err)
{
    return json_why_not(&handle->reader, a, b, json, err);
}

enum bowline_status bowline_case_search(struct bowline_case *handle, const char *words, unsigned limit,
                                        struct bowline_text *json, struct bowline_error *err)
{
    return json_search(&handle->reader, words, limit, json, err);
}

enum bowline_status bowline_case_calibration(struct bowline_case *handle, struct bowline_text *json,
                                             struct bowline_error *err)
{
    return json_calibration(&handle->reader, json, err);
}

enum bowline_status bowline_decide(const char *case_path, const struct bowline_decision *decision,
                                   struct bowline_text *json, struct bowline_error *err)
{
    return decide_make(case_path, decision, json, err);
}

enum bowline_status bowline_decide_undo(const char *case_path, uint32_t number,
                                        const struct bowline_decision *reason, struct bowline_text *json,
                                        struct bowline_error *err)
{
    return decide_withdraw(case_path, number, reason, json, err);
}

enum bowline_status bowline_case_decisions(struct bowline_case *handle, struct bowline_text *json,
                                           struct bowline_error *err)
{
    return json_decisions(&handle->reader, json, err);
}

enum bowline_status bowline_case_score(struct bowline_case *handle, const char *truth_path,
                                       struct bowline_text *json, struct bowline_error *err)
{
    return score_case(&handle->reader, truth_path, json, err);
}

enum bowline_status bowline_case_score_page(struct bowline_case *handle, const char *truth_path,
                                            const char *path, struct bowline_text *json,
                                            struct bowline_error *err)
{
    return score_page(&handle->reader, truth_path, path, json, err);
}

enum bowline_status bowline_case_report(struct bowline_case *handle, const char *path,
                                        struct bowline_error *err)
{
    return report_html(&handle->reader, (struct span){NULL, 0}, path, err);
}

enum bowline_status bowline_case_report_with(struct bowline_case *handle, const char *path,
                                             const char *referral_path, struct bowline_error *err)
{
    struct buffer card;
    buffer_init(&card, 16384);
    enum bowline_status status = source_slurp(referral_path, &card, err);
    if (status == BOWLINE_OK && span_trim(buffer_all(&card)).length == 0)
        status = error_set(err, BOWLINE_ERROR_INPUT, "%s: an empty card: its first line is the heading",
                           referral_path);
    if (status == BOWLINE_OK)
        status = report_html(&handle->reader, buffer_all(&card), path, err);
    buffer_release(&card);
    return status;
}

enum bowline_status bowline_case_export(struct bowline_case *handle, const char *format, const char *folder,
                                        struct bowline_error *err)
{
    return export_case(&handle->reader, format, folder, err);
}

enum bowline_status bowline_stages(struct bowline_case *handle, struct bowline_text *json,
                                   struct bowline_error *err)
{
    return stage_list_json(handle ? handle->reader.store : NULL, json, err);
}

enum bowline_status bowline_case_lock(const char *case_path, struct bowline_text *json,
                                      struct bowline_error *err)
{
    return json_lock(case_path, json, err);
}

enum bowline_status bowline_case_relock(const char *case_path, const struct bowline_keys *lock,
                                        struct bowline_text *json, struct bowline_error *err)
{
    return json_relock(case_path, lock, json, err);
}
