/* bowline help and bowline version. */
#include "answer.h"
#include "commands.h"
#include "completion.h"
#include "help.h"
#include "json_fields.h"
#include "manual.h"
#include "suggest.h"

#include <bowline/version.h>
#include <string.h>

extern const char json_markdown[]; /* docs/json.md */

static int print_text(const struct builder *text)
{
    struct screen screen;
    screen_init(&screen);
    builder_text(&screen.out, builder_string(text));
    int code = screen_write(&screen);
    screen_release(&screen);
    return code;
}

int command_unknown(const char *name)
{
    struct builder hint = {0};
    struct suggestion suggestion = {.typed = name};
    for (size_t i = 0; i < command_count; i++) {
        suggestion_offer(&suggestion, commands[i].name);
    }
    suggestion_add(&suggestion, "", &hint);
    int code = answer_usage(NULL, "there is no command \"%s\"%s", name, builder_string(&hint));
    builder_release(&hint);
    return code;
}

static int print_manual(const char *name)
{
    struct builder page = {0};
    const struct command *command = command_find(name);
    if (strcmp(name, "bowline") == 0) {
        manual_overview(&page);
    } else if (strcmp(name, "json") == 0) {
        manual_of_json(&page, json_markdown);
    } else if (command) {
        manual_of_command(&page, command);
    } else {
        return command_unknown(name);
    }
    int code = print_text(&page);
    builder_release(&page);
    return code;
}

static int print_completion(const char *shell)
{
    struct builder script = {0};
    completion_script(&script, shell);
    int code = print_text(&script);
    builder_release(&script);
    return code;
}

static void render_overview(struct screen *screen, const json_t *answer)
{
    (void)answer;
    help_overview(screen);
}

static void render_command(struct screen *screen, const json_t *answer)
{
    help_of_command(screen, command_find(field_text(field_item(answer, "commands", 0), "name")));
}

int command_help(const struct arguments *arguments)
{
    const char *name = arguments->operand_count > 0 ? arguments->operands[0] : NULL;
    const char *shell = option_text(arguments, "completion");
    if (option_flag(arguments, "man")) {
        return print_manual(name ? name : "bowline");
    }
    if (shell) {
        return print_completion(shell);
    }
    if (name && !command_find(name)) {
        return command_unknown(name);
    }
    return answer_print_own(arguments, help_json(name), name ? render_command : render_overview);
}

static void render_version(struct screen *screen, const json_t *answer)
{
    screen_line(screen, "bowline %s", field_text(answer, "version"));
}

int command_version(const struct arguments *arguments)
{
    json_t *answer = json_object();
    json_object_set_new(answer, "version", json_string(BOWLINE_VERSION));
    json_object_set_new(answer, "case_version", json_integer(BOWLINE_CASE_VERSION));
    return answer_print_own(arguments, answer, render_version);
}
