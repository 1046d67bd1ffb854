/* The public functions behind a page. */
#include "project/case_handle.h"

#include "base/error.h"
#include "base/memory.h"
#include "pipeline/case_package.h"
#include "reports/json.h"
#include "store/store_guard.h"

#include <bowline/served.h>

enum bowline_status bowline_case_open_guarded(const char *path, struct bowline_case **out,
                                              struct bowline_error *err)
{
    *out = NULL;
    struct store *store = NULL;
    struct bowline_case *handle = memory_new(1, sizeof *handle);
    if (!handle)
        return error_memory(err);
    enum bowline_status status = store_open_guarded(path, &store, err);
    if (status == BOWLINE_OK)
        status = reader_attach(store, &handle->reader, err);
    if (status != BOWLINE_OK)
        memory_free(handle);
    else
        *out = handle;
    return status;
}

enum bowline_status bowline_case_overview(struct bowline_case *handle, unsigned rows,
                                          struct bowline_text *json, struct bowline_error *err)
{
    if (rows < 1 || rows > JSON_SUMMARY_ROWS)
        return error_set(err, BOWLINE_ERROR_ARGUMENT, "%u rows: say 1 to %d", rows, JSON_SUMMARY_ROWS);
    return json_summary(&handle->reader, rows, json, err);
}

enum bowline_status bowline_case_networks(struct bowline_case *handle, uint32_t first, unsigned limit,
                                          struct bowline_text *json, struct bowline_error *err)
{
    return json_networks(&handle->reader, first, limit, json, err);
}

enum bowline_status bowline_case_chart(struct bowline_case *handle, uint32_t network,
                                       struct bowline_text *json, struct bowline_error *err)
{
    return json_chart(&handle->reader, network, json, err);
}

enum bowline_status bowline_case_identifier(struct bowline_case *handle, const char *value,
                                            struct bowline_text *json, struct bowline_error *err)
{
    return json_identifier(&handle->reader, value, json, err);
}

enum bowline_status bowline_case_review(struct bowline_case *handle, unsigned limit,
                                        struct bowline_text *json, struct bowline_error *err)
{
    return json_review(&handle->reader, limit, json, err);
}

enum bowline_status bowline_case_package(const char *case_path, struct bowline_text *path,
                                         struct bowline_error *err)
{
    struct store *store = NULL;
    struct buffer found;
    *path = (struct bowline_text){NULL, 0};
    enum bowline_status status = store_open_read(case_path, &store, err);
    if (status != BOWLINE_OK)
        return status;
    buffer_init(&found, 1 << 16);
    status = case_package_path(store, &found, err);
    char *copy = status == BOWLINE_OK ? memory_new(found.length + 1, 1) : NULL;
    if (status == BOWLINE_OK && !copy)
        status = error_memory(err);
    if (copy) {
        if (found.length)
            memcpy(copy, found.data, found.length);
        *path = (struct bowline_text){copy, strlen(copy)};
    }
    buffer_release(&found);
    store_close(store);
    return status;
}
