/* Answers and failures. */
#include "answer.h"

#include "display.h"

#include <stdio.h>
#include <stdlib.h>

static void complain(const char *message)
{
    struct builder safe = {0};
    display_escape(&safe, message);
    fprintf(stderr, "bowline: %s\n", builder_string(&safe));
    builder_release(&safe);
}

int answer_fail(const struct bowline_error *error)
{
    complain(error->message[0] != '\0' ? error->message : bowline_status_name(error->status));
    if (error->status == BOWLINE_ERROR_INTERRUPTED) {
        return EXIT_INTERRUPTED;
    }
    return error->status == BOWLINE_ERROR_REJECTS ? EXIT_REJECTS : EXIT_FAILED;
}

void answer_warn(const char *format, ...)
{
    struct builder message = {0};
    va_list arguments;
    va_start(arguments, format);
    builder_vformat(&message, format, arguments);
    va_end(arguments);
    complain(builder_string(&message));
    builder_release(&message);
}

int answer_usage(const struct command *command, const char *format, ...)
{
    struct builder message = {0};
    va_list arguments;
    if (command) {
        builder_format(&message, "%s: ", command->name);
    }
    va_start(arguments, format);
    builder_vformat(&message, format, arguments);
    va_end(arguments);
    complain(builder_string(&message));
    builder_release(&message);
    fprintf(stderr, "Read \"bowline %s%s--help\".\n", command ? command->name : "", command ? " " : "");
    return EXIT_USAGE;
}

static int write_json(const char *json, size_t length)
{
    struct screen screen;
    screen_init(&screen);
    display_escape_json(&screen.out, json, length);
    if (length == 0 || json[length - 1] != '\n') {
        builder_text(&screen.out, "\n");
    }
    int code = screen_write(&screen);
    screen_release(&screen);
    return code;
}

static int write_rendered(const json_t *answer, render_function *render)
{
    struct screen screen;
    screen_init(&screen);
    render(&screen, answer);
    int code = screen_write(&screen);
    screen_release(&screen);
    return code;
}

int answer_print(const struct arguments *arguments, struct bowline_text *json, render_function *render)
{
    json_error_t problem;
    int code;
    if (option_flag(arguments, "json")) {
        code = write_json(json->data, json->length);
    } else {
        json_t *answer = json_loadb(json->data, json->length, JSON_ALLOW_NUL, &problem);
        if (answer) {
            code = write_rendered(answer, render);
        } else {
            complain("the answer is not valid JSON, which is an error in Bowline; --json prints it as it is");
            code = EXIT_FAILED;
        }
        json_decref(answer);
    }
    bowline_text_free(json);
    return code;
}

int answer_print_own(const struct arguments *arguments, json_t *answer, render_function *render)
{
    int code;
    if (option_flag(arguments, "json")) {
        char *text = json_dumps(answer, JSON_COMPACT);
        struct builder json = {0};
        builder_text(&json, text ? text : "");
        code = write_json(builder_string(&json), json.length);
        builder_release(&json);
        free(text);
    } else {
        code = write_rendered(answer, render);
    }
    json_decref(answer);
    return code;
}

int answer_say(const char *format, ...)
{
    struct screen screen;
    struct builder text = {0};
    va_list arguments;
    va_start(arguments, format);
    builder_vformat(&text, format, arguments);
    va_end(arguments);
    screen_init(&screen);
    screen_line(&screen, "%s", builder_string(&text));
    int code = screen_write(&screen);
    screen_release(&screen);
    builder_release(&text);
    return code;
}
