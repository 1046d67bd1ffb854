/* Commands that read a case file: show, why, why-not, search, stages, score, report, export. */
#include "answer.h"
#include "commands.h"
#include "note.h"
#include "render.h"
#include "suggest.h"

#include <bowline/bowline.h>
#include <stdlib.h>
#include <string.h>

/* Asks the open case what the arguments say. */
typedef enum bowline_status ask_function(struct bowline_case *handle, const struct arguments *arguments,
                                         struct bowline_text *json, struct bowline_error *error);

/* Notes what is about to be printed, unless it holds nothing of a person. */
static void note_answer(struct bowline_case *handle, const struct arguments *arguments,
                        const struct bowline_text *json)
{
    if (arguments->command->logged) {
        note_consultation(handle, arguments, note_records_of(json));
    }
}

static void warn_of_erasing(struct bowline_case *handle, const struct arguments *arguments)
{
    bool is_erasing = false;
    if (bowline_case_is_erasing(handle, &is_erasing, NULL) == BOWLINE_OK && is_erasing) {
        answer_warn("an erasure was cut short: \"bowline erase %s\" ends it", arguments->operands[0]);
    }
}

/* render: NULL where nothing is to be printed. */
static int ask_case(const struct arguments *arguments, ask_function *ask, render_function *render)
{
    struct bowline_case *handle = NULL;
    struct bowline_text json = {0};
    struct bowline_error error = {0};
    enum bowline_status status = bowline_case_open(arguments->operands[0], &handle, &error);
    if (!status) {
        status = ask(handle, arguments, &json, &error);
        warn_of_erasing(handle, arguments);
    }
    if (!status && render) {
        note_answer(handle, arguments, &json);
    }
    bowline_case_close(handle);
    if (status) {
        return answer_fail(&error);
    }
    if (!render) {
        bowline_text_free(&json);
        return EXIT_OK;
    }
    return answer_print(arguments, &json, render);
}

static enum bowline_status ask_summary(struct bowline_case *handle, const struct arguments *arguments,
                                       struct bowline_text *json, struct bowline_error *error)
{
    (void)arguments;
    return bowline_case_summary(handle, json, error);
}

/* show has checked that the id is a number. */
static uint32_t operand_id(const struct arguments *arguments)
{
    uint64_t id = 0;
    return number_parse(arguments->operands[2], &id) ? (uint32_t)id : 0;
}

static enum bowline_status ask_network(struct bowline_case *handle, const struct arguments *arguments,
                                       struct bowline_text *json, struct bowline_error *error)
{
    return bowline_case_network(handle, operand_id(arguments), json, error);
}

static enum bowline_status ask_entity(struct bowline_case *handle, const struct arguments *arguments,
                                      struct bowline_text *json, struct bowline_error *error)
{
    return bowline_case_entity(handle, operand_id(arguments), json, error);
}

static enum bowline_status ask_record(struct bowline_case *handle, const struct arguments *arguments,
                                      struct bowline_text *json, struct bowline_error *error)
{
    return bowline_case_record(handle, arguments->operands[2], json, error);
}

static enum bowline_status ask_template(struct bowline_case *handle, const struct arguments *arguments,
                                        struct bowline_text *json, struct bowline_error *error)
{
    return bowline_case_template(handle, operand_id(arguments), json, error);
}

static const struct show_kind {
    const char *name;
    bool numbered;
    ask_function *ask;
    render_function *render;
} show_kinds[] = {
    {"network", true, ask_network, render_network},
    {"entity", true, ask_entity, render_entity},
    {"record", false, ask_record, render_record},
    {"template", true, ask_template, render_template},
};
enum { SHOW_KINDS = sizeof show_kinds / sizeof show_kinds[0] };

static int unknown_kind(const struct arguments *arguments)
{
    struct builder hint = {0};
    struct suggestion suggestion = {.typed = arguments->operands[1]};
    for (size_t i = 0; i < SHOW_KINDS; i++) {
        suggestion_offer(&suggestion, show_kinds[i].name);
    }
    suggestion_add(&suggestion, "", &hint);
    int code = answer_usage(arguments->command, "\"%s\" is none of network, entity, record, template%s",
                            arguments->operands[1], builder_string(&hint));
    builder_release(&hint);
    return code;
}

int command_show(const struct arguments *arguments)
{
    const struct show_kind *kind = NULL;
    uint64_t id = 0;
    if (arguments->operand_count == 1) {
        return ask_case(arguments, ask_summary, render_summary);
    }
    for (size_t i = 0; i < SHOW_KINDS; i++) {
        kind = strcmp(show_kinds[i].name, arguments->operands[1]) == 0 ? &show_kinds[i] : kind;
    }
    if (!kind) {
        return unknown_kind(arguments);
    }
    if (arguments->operand_count < 3) {
        return answer_usage(arguments->command, "which %s? Its ID is missing", kind->name);
    }
    if (kind->numbered && (!number_parse(arguments->operands[2], &id) || id == 0 || id > UINT32_MAX)) {
        return answer_usage(arguments->command, "the ID of a %s is a whole number from 1 to %u, not \"%s\"",
                            kind->name, UINT32_MAX, arguments->operands[2]);
    }
    return ask_case(arguments, kind->ask, kind->render);
}

static enum bowline_status ask_why(struct bowline_case *handle, const struct arguments *arguments,
                                   struct bowline_text *json, struct bowline_error *error)
{
    return bowline_case_why(handle, arguments->operands[1], arguments->operands[2], json, error);
}

int command_why(const struct arguments *arguments)
{
    return ask_case(arguments, ask_why, render_why);
}

static enum bowline_status ask_why_not(struct bowline_case *handle, const struct arguments *arguments,
                                       struct bowline_text *json, struct bowline_error *error)
{
    return bowline_case_why_not(handle, arguments->operands[1], arguments->operands[2], json, error);
}

int command_why_not(const struct arguments *arguments)
{
    return ask_case(arguments, ask_why_not, render_why_not);
}

static enum bowline_status ask_search(struct bowline_case *handle, const struct arguments *arguments,
                                      struct bowline_text *json, struct bowline_error *error)
{
    struct builder words = {0};
    for (size_t i = 1; i < arguments->operand_count; i++) {
        builder_format(&words, "%s%s", i > 1 ? " " : "", arguments->operands[i]);
    }
    unsigned limit = (unsigned)option_number(arguments, "limit", 20);
    enum bowline_status status = bowline_case_search(handle, builder_string(&words), limit, json, error);
    builder_release(&words);
    return status;
}

int command_search(const struct arguments *arguments)
{
    return ask_case(arguments, ask_search, render_search);
}

static enum bowline_status ask_stages(struct bowline_case *handle, const struct arguments *arguments,
                                      struct bowline_text *json, struct bowline_error *error)
{
    (void)arguments;
    return bowline_stages(handle, json, error);
}

static enum bowline_status ask_calibration(struct bowline_case *handle, const struct arguments *arguments,
                                           struct bowline_text *json, struct bowline_error *error)
{
    (void)arguments;
    return bowline_case_calibration(handle, json, error);
}

int command_stages(const struct arguments *arguments)
{
    struct bowline_text json = {0};
    struct bowline_error error = {0};
    if (option_flag(arguments, "calibration")) {
        if (arguments->operand_count == 0)
            return answer_usage(arguments->command, "--calibration wants CASE");
        return ask_case(arguments, ask_calibration, render_calibration);
    }
    if (arguments->operand_count > 0) {
        return ask_case(arguments, ask_stages, render_stages);
    }
    if (ask_stages(NULL, arguments, &json, &error)) {
        return answer_fail(&error);
    }
    return answer_print(arguments, &json, render_stages);
}

static enum bowline_status ask_score(struct bowline_case *handle, const struct arguments *arguments,
                                     struct bowline_text *json, struct bowline_error *error)
{
    const char *page = option_text(arguments, "output");
    if (page) {
        return bowline_case_score_page(handle, arguments->operands[1], page, json, error);
    }
    return bowline_case_score(handle, arguments->operands[1], json, error);
}

int command_score(const struct arguments *arguments)
{
    const char *page = option_text(arguments, "output");
    bool is_silent = page && !option_flag(arguments, "json");
    int code = ask_case(arguments, ask_score, is_silent ? NULL : render_score);
    if (code != EXIT_OK || !is_silent) {
        return code;
    }
    return answer_say("Wrote %s. Open it with a browser; it needs nothing else.", page);
}

static enum bowline_status ask_report(struct bowline_case *handle, const struct arguments *arguments,
                                      struct bowline_text *json, struct bowline_error *error)
{
    (void)json;
    note_disclosure(handle, arguments, "report");
    const char *referral = option_text(arguments, "referral");
    const char *output = option_text(arguments, "output");
    return referral ? bowline_case_report_with(handle, output, referral, error)
                    : bowline_case_report(handle, output, error);
}

int command_report(const struct arguments *arguments)
{
    int code = ask_case(arguments, ask_report, NULL);
    if (code != EXIT_OK) {
        return code;
    }
    return answer_say("Wrote %s. Open it with a browser; it needs nothing else.",
                      option_text(arguments, "output"));
}

int command_export(const struct arguments *arguments)
{
    struct bowline_case *handle = NULL;
    struct bowline_text head = {0};
    struct bowline_error error = {0};
    const char *format = option_text(arguments, "format");
    const char *folder = option_text(arguments, "output");
    enum bowline_status status = bowline_case_open(arguments->operands[0], &handle, &error);
    if (!status) {
        note_disclosure(handle, arguments, format ? format : "csv");
        status = bowline_case_export(handle, format ? format : "csv", folder, &error);
    }
    if (!status) {
        status = bowline_case_log_head(handle, &head, &error);
    }
    bowline_case_close(handle);
    if (status) {
        return answer_fail(&error);
    }
    bool is_bag = format && strcmp(format, "bag") == 0;
    int code =
        is_bag
            ? answer_say("Wrote a bag of %s into %s. \"sha256sum -c manifest-sha256.txt\" in it checks it.",
                         arguments->operands[0], folder)
            : answer_say("Wrote the tables of %s into %s.", arguments->operands[0], folder);
    return code != EXIT_OK ? code : answer_print(arguments, &head, render_log_head);
}
