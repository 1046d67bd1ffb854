/* Answers that change something: sessions, decisions, what is revealed (the log), runs, exports. */
#include "answers.h"
#include "server.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum bowline_status answer_session(struct exchange *x, struct bowline_error *err)
{
    char session[SECRET_HEX];
    char cookie[256];
    struct guard *guard = &x->server->guard;
    if (!guard_exchange(guard, exchange_text(x, "token"), session))
        return exchange_fail(
            err, BOWLINE_ERROR_PERMISSION,
            "this link was used before, or is another server's: the terminal in which bowline "
            "serve runs shows the one that works");
    enum bowline_status status = exchange_json_answer(x, MHD_HTTP_OK, json_pack("{s:b}", "open", 1), err);
    snprintf(cookie, sizeof cookie, "%s=%s; HttpOnly; SameSite=Strict; Path=/", guard->cookie, session);
    if (status == BOWLINE_OK && MHD_add_response_header(x->response, "Set-Cookie", cookie) != MHD_YES)
        status = exchange_fail(err, BOWLINE_ERROR_MEMORY, "out of memory");
    server_announce(x->server);
    return status;
}

static const char *who_decides(const struct exchange *x)
{
    const char *named = exchange_text(x, "who");
    return named && *named ? named : x->server->options->who;
}

/* A decision is alone with the case, and followed by a run where the request asks for one. */
static enum bowline_status change_case(struct exchange *x, const struct bowline_decision *decision,
                                       uint32_t undone, struct bowline_error *err)
{
    struct server *server = x->server;
    struct bowline_text json = {NULL, 0};
    if (case_door_is_claimed(&server->door))
        return exchange_fail(err, BOWLINE_ERROR_BUSY,
                             "the case is being brought up to date: decide after that");
    case_door_close(&server->door);
    enum bowline_status status = undone ? bowline_decide_undo(server->door.path, undone, decision, &json, err)
                                        : bowline_decide(server->door.path, decision, &json, err);
    case_door_open(&server->door, false);
    if (status != BOWLINE_OK)
        return status;
    struct bowline_error ignored;
    if (json_is_true(json_object_get(x->body, "run")))
        (void)!rerun_start(&server->rerun, &ignored); /* one that is on will not see it: it stays pending */
    return exchange_text_answer(x, &json, err);
}

enum bowline_status answer_decide(struct exchange *x, struct bowline_error *err)
{
    const struct bowline_decision decision = {.what = exchange_text(x, "what"),
                                              .a = exchange_text(x, "a"),
                                              .b = exchange_text(x, "b"),
                                              .because = exchange_text(x, "because"),
                                              .who = who_decides(x)};
    return change_case(x, &decision, 0, err);
}

enum bowline_status answer_undo(struct exchange *x, struct bowline_error *err)
{
    const struct bowline_decision reason = {.because = exchange_text(x, "because"), .who = who_decides(x)};
    return change_case(x, &reason, x->number, err);
}

/* Who asks must say so in the request: the name that the server was started with may be a colleague's. It is
 * alone with the case, as it writes to the log before it answers. */
enum bowline_status answer_reveal(struct exchange *x, struct bowline_error *err)
{
    struct case_door *door = &x->server->door;
    struct bowline_case *handle = NULL;
    struct bowline_text json = {NULL, 0};
    const char *pseudonym = exchange_text(x, "pseudonym");
    if (!pseudonym)
        return exchange_fail(err, BOWLINE_ERROR_ARGUMENT, "pseudonym is missing");
    if (case_door_is_claimed(door))
        return exchange_fail(err, BOWLINE_ERROR_BUSY, "the case is being brought up to date: ask after that");
    case_door_close(door);
    enum bowline_status status = bowline_case_open(door->path, &handle, err);
    if (status == BOWLINE_OK)
        status = bowline_case_reveal(handle, pseudonym, exchange_text(x, "who"), exchange_text(x, "purpose"),
                                     &json, err);
    bowline_case_close(handle);
    case_door_open(door, false);
    return status == BOWLINE_OK ? exchange_text_answer(x, &json, err) : status;
}

enum bowline_status answer_run_state(struct exchange *x, struct bowline_error *err)
{
    return exchange_json_answer(x, MHD_HTTP_OK, rerun_json(&x->server->rerun), err);
}

enum bowline_status answer_run(struct exchange *x, struct bowline_error *err)
{
    enum bowline_status status = rerun_start(&x->server->rerun, err);
    if (status != BOWLINE_OK)
        return status;
    return exchange_json_answer(x, MHD_HTTP_ACCEPTED, rerun_json(&x->server->rerun), err);
}

static void note_disclosure(struct server *server, const char *format)
{
    struct bowline_error error;
    const struct serve_options *options = server->options;
    const struct bowline_log_note note = {.verb = "disclosure",
                                          .command = "serve",
                                          .object = format,
                                          .who = options->who,
                                          .purpose = options->purpose,
                                          .records = BOWLINE_ALL_RECORDS};
    if (case_note(&server->door, &note, &error) != BOWLINE_OK)
        options->warn(options->context, error.message);
}

enum bowline_status answer_export(struct exchange *x, struct bowline_error *err)
{
    struct case_visit visit;
    json_t *files = NULL;
    const char *format = exchange_text(x, "format");
    if (!format)
        return exchange_fail(err, BOWLINE_ERROR_ARGUMENT, "format is missing");
    enum bowline_status status = case_door_begin(&x->server->door, &visit, err);
    if (status != BOWLINE_OK)
        return status;
    status = exports_make(&x->server->exports, visit.handle, format, &files, err);
    case_door_end(&x->server->door, &visit);
    if (status == BOWLINE_OK)
        note_disclosure(x->server, format);
    return status == BOWLINE_OK ? exchange_json_answer(x, MHD_HTTP_CREATED, files, err) : status;
}

enum bowline_status answer_export_file(struct exchange *x, struct bowline_error *err)
{
    int file;
    uint64_t size = 0;
    const char *name;
    char disposition[320];
    enum bowline_status status = exchange_need(x, "name", &name, err);
    if (status == BOWLINE_OK)
        status = exports_open(&x->server->exports, x->number, name, &file, &size, err);
    if (status != BOWLINE_OK)
        return status;
    struct MHD_Response *response = MHD_create_response_from_fd64(size, file);
    if (!response) {
        close(file);
        return exchange_fail(err, BOWLINE_ERROR_MEMORY, "out of memory");
    }
    snprintf(disposition, sizeof disposition, "attachment; filename=\"%s\"", name);
    MHD_add_response_header(response, "Content-Disposition", disposition);
    MHD_add_response_header(response, "Content-Type", "application/octet-stream");
    x->code = MHD_HTTP_OK;
    x->response = response;
    return BOWLINE_OK;
}
