/* Requests read, answers sent. */
#include "exchange.h"

#include "routes.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Nothing but what this server sends may run, load, frame or be sent to; docs/server.md says why each. */
static const struct {
    const char *name, *value;
} headers[] = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
     "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
    {"Cache-Control", "no-store"},
};

static const char json_media[] = "application/json; charset=utf-8";

const char *exchange_query(const struct exchange *x, const char *name)
{
    return MHD_lookup_connection_value(x->connection, MHD_GET_ARGUMENT_KIND, name);
}

enum bowline_status exchange_fail(struct bowline_error *err, enum bowline_status status, const char *format,
                                  ...)
{
    va_list arguments;
    va_start(arguments, format);
    err->status = status;
    vsnprintf(err->message, sizeof err->message, format, arguments);
    va_end(arguments);
    return status;
}

enum bowline_status exchange_need(const struct exchange *x, const char *name, const char **out,
                                  struct bowline_error *err)
{
    *out = exchange_query(x, name);
    if (*out && **out)
        return BOWLINE_OK;
    return exchange_fail(err, BOWLINE_ERROR_ARGUMENT, "the parameter %s is missing", name);
}

enum bowline_status exchange_rows(const struct exchange *x, unsigned *out, struct bowline_error *err)
{
    const char *text = exchange_query(x, "limit");
    char *end = NULL;
    *out = x->route->rows_usual;
    if (!text)
        return BOWLINE_OK;
    unsigned long value = *text >= '1' && *text <= '9' ? strtoul(text, &end, 10) : 0;
    if (value < 1 || *end || value > x->route->rows_most)
        return exchange_fail(err, BOWLINE_ERROR_ARGUMENT, "limit is not a number from 1 to %u",
                             x->route->rows_most);
    *out = (unsigned)value;
    return BOWLINE_OK;
}

const char *exchange_text(const struct exchange *x, const char *name)
{
    return json_string_value(json_object_get(x->body, name));
}

static enum bowline_status take_response(struct exchange *x, unsigned code, struct MHD_Response *response,
                                         const char *type, struct bowline_error *err)
{
    if (!response || MHD_add_response_header(response, "Content-Type", type) != MHD_YES) {
        if (response)
            MHD_destroy_response(response);
        return exchange_fail(err, BOWLINE_ERROR_MEMORY, "out of memory");
    }
    x->code = code;
    x->response = response;
    return BOWLINE_OK;
}

enum bowline_status exchange_bytes_answer(struct exchange *x, const void *bytes, size_t length,
                                          const char *type, struct bowline_error *err)
{
    return take_response(x, MHD_HTTP_OK,
                         MHD_create_response_from_buffer(length, (void *)bytes, MHD_RESPMEM_PERSISTENT), type,
                         err);
}

enum bowline_status exchange_text_answer(struct exchange *x, struct bowline_text *json,
                                         struct bowline_error *err)
{
    enum bowline_status status = take_response(
        x, MHD_HTTP_OK, MHD_create_response_from_buffer(json->length, json->data, MHD_RESPMEM_MUST_COPY),
        json_media, err);
    bowline_text_free(json);
    return status;
}

enum bowline_status exchange_copy_answer(struct exchange *x, char *json, struct bowline_error *err)
{
    return take_response(x, MHD_HTTP_OK,
                         MHD_create_response_from_buffer(strlen(json), json, MHD_RESPMEM_MUST_FREE),
                         json_media, err);
}

enum bowline_status exchange_json_answer(struct exchange *x, unsigned code, json_t *json,
                                         struct bowline_error *err)
{
    char *text = json ? json_dumps(json, JSON_COMPACT) : NULL;
    json_decref(json);
    if (!text)
        return exchange_fail(err, BOWLINE_ERROR_MEMORY, "out of memory");
    return take_response(x, code, MHD_create_response_from_buffer(strlen(text), text, MHD_RESPMEM_MUST_FREE),
                         json_media, err);
}

void exchange_error(struct exchange *x, unsigned code, const char *word, const char *message)
{
    struct bowline_error ignored;
    json_t *error = json_pack("{s:{s:s, s:s}}", "error", "status", word, "message", message);
    if (!error) /* the message is not UTF-8 */
        error = json_pack("{s:{s:s, s:s}}", "error", "status", word, "message", word);
    (void)!exchange_json_answer(x, code, error, &ignored);
}

static unsigned code_of(enum bowline_status status)
{
    switch (status) {
    case BOWLINE_ERROR_ARGUMENT: return MHD_HTTP_BAD_REQUEST;
    case BOWLINE_ERROR_NOT_FOUND: return MHD_HTTP_NOT_FOUND;
    case BOWLINE_ERROR_PERMISSION: return MHD_HTTP_FORBIDDEN;
    case BOWLINE_ERROR_BUSY: return MHD_HTTP_SERVICE_UNAVAILABLE;
    case BOWLINE_ERROR_SPACE: return MHD_HTTP_INSUFFICIENT_STORAGE;
    default: return MHD_HTTP_INTERNAL_SERVER_ERROR;
    }
}

void exchange_failed(struct exchange *x, const struct bowline_error *err)
{
    exchange_error(x, code_of(err->status), bowline_status_name(err->status), err->message);
}

enum MHD_Result exchange_send(struct exchange *x)
{
    if (!x->response)
        return MHD_NO; /* no memory for an answer: the connection is closed */
    enum MHD_Result ok = MHD_YES;
    for (size_t i = 0; i < sizeof headers / sizeof *headers && ok == MHD_YES; i++)
        ok = MHD_add_response_header(x->response, headers[i].name, headers[i].value);
    if (ok == MHD_YES)
        ok = MHD_queue_response(x->connection, x->code, x->response);
    MHD_destroy_response(x->response);
    x->response = NULL;
    return ok;
}
