/* Help for people, and the command table as data. */
#include "help.h"

#include "table.h"

#include <bowline/version.h>
#include <string.h>

const struct exit_meaning help_exit_codes[] = {
    {EXIT_OK, "done"},
    {EXIT_FAILED, "it failed; the reason stands on standard error"},
    {EXIT_USAGE, "it was called in a wrong way"},
    {EXIT_INTERRUPTED, "it was interrupted; what was committed stays"},
    {EXIT_REJECTS, "more rows and cells were rejected than --max-rejects allows"},
};
const size_t help_exit_code_count = sizeof help_exit_codes / sizeof help_exit_codes[0];

static void add_synopsis_option(struct builder *out, const struct option *option)
{
    builder_text(out, option->required ? " " : " [");
    if (option->letter && option->required) {
        builder_format(out, "-%c", option->letter);
    } else {
        builder_format(out, "--%s", option->name);
    }
    if (option->argument) {
        builder_format(out, " %s", option->argument);
    }
    builder_text(out, option->required ? "" : "]");
}

void help_synopsis(struct builder *out, const struct command *command)
{
    builder_format(out, "bowline %s%s%s", command->name, command->operands[0] ? " " : "", command->operands);
    const struct option *option;
    for (size_t i = 0; (option = command_option(command, i)) && option != &option_help; i++) {
        if (!option_is_key(option)) {
            add_synopsis_option(out, option);
        }
    }
}

void help_option_words(struct builder *out, const struct option *option)
{
    if (option->letter) {
        builder_format(out, "-%c, ", option->letter);
    } else {
        builder_text(out, "    ");
    }
    builder_format(out, "--%s%s%s", option->name, option->argument ? " " : "",
                   option->argument ? option->argument : "");
}

void help_overview(struct screen *screen)
{
    static const struct table_column columns[] = {{.title = ""}, {.title = "", .flexible = true}};
    struct table table;
    screen_title(screen,
                 "bowline: finds the organised groups behind records, with the evidence for every link");
    screen_blank(screen);
    screen_line(screen, "usage: bowline COMMAND [ARGUMENTS]");
    screen_blank(screen);
    table_init(&table, columns, 2);
    for (size_t i = 0; i < command_count; i++) {
        table_cell(&table, "%s", commands[i].name);
        table_cell(&table, "%s", commands[i].purpose);
    }
    table_print(&table, screen, 2);
    table_release(&table);
    screen_blank(screen);
    screen_line(screen, "\"bowline COMMAND --help\" explains a command and shows an example.");
    screen_line(screen,
                "To begin:  bowline init FILE...   then   bowline run datapackage.json -o case.bowline");
}

static void print_options(struct screen *screen, const struct command *command)
{
    const struct option *option;
    for (size_t i = 0; (option = command_option(command, i)); i++) {
        struct builder words = {0};
        help_option_words(&words, option);
        builder_text(&screen->out, "  ");
        builder_text(&screen->out, builder_string(&words));
        builder_repeat(&screen->out, " ", words.length < 22 ? 22 - words.length : 1);
        builder_text(&screen->out, option->meaning);
        if (option->usual) {
            builder_format(&screen->out, " (default: %s)", option->usual);
        }
        builder_text(&screen->out, "\n");
        builder_release(&words);
    }
}

static void print_description(struct screen *screen, const char *text)
{
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        screen_paragraph(screen, 0, "%.*s", (int)length, text);
        text += text[length] == '\n' ? length + 1 : length;
        screen_blank(screen);
    }
}

void help_of_command(struct screen *screen, const struct command *command)
{
    struct builder synopsis = {0};
    help_synopsis(&synopsis, command);
    screen_title(screen, "bowline %s: %s", command->name, command->purpose);
    screen_blank(screen);
    screen_line(screen, "usage: %s", builder_string(&synopsis));
    screen_blank(screen);
    print_description(screen, command->description);
    screen_line(screen, "options:");
    print_options(screen, command);
    screen_blank(screen);
    screen_line(screen, "example:");
    screen_line(screen, "  $ %s", command->example);
    screen_paragraph(screen, 2, "%s", command->example_result);
    builder_release(&synopsis);
}

static json_t *text_or_null(const char *text)
{
    return text ? json_string(text) : json_null();
}

static json_t *option_as_json(const struct option *option)
{
    char letter[2] = {option->letter, '\0'};
    json_t *row = json_object();
    json_object_set_new(row, "name", json_string(option->name));
    json_object_set_new(row, "letter", text_or_null(option->letter ? letter : NULL));
    json_object_set_new(row, "argument", text_or_null(option->argument));
    json_object_set_new(row, "required", json_boolean(option->required));
    json_object_set_new(row, "meaning", json_string(option->meaning));
    json_object_set_new(row, "default", text_or_null(option->usual));
    return row;
}

static json_t *command_as_json(const struct command *command)
{
    json_t *row = json_object();
    json_t *options = json_array();
    struct builder synopsis = {0};
    const struct option *option;
    help_synopsis(&synopsis, command);
    for (size_t i = 0; (option = command_option(command, i)); i++) {
        json_array_append_new(options, option_as_json(option));
    }
    json_object_set_new(row, "name", json_string(command->name));
    json_object_set_new(row, "purpose", json_string(command->purpose));
    json_object_set_new(row, "synopsis", json_string(builder_string(&synopsis)));
    json_object_set_new(row, "description", json_string(command->description));
    json_object_set_new(row, "options", options);
    json_object_set_new(row, "example", json_string(command->example));
    json_object_set_new(row, "example_result", json_string(command->example_result));
    json_object_set_new(row, "data", json_boolean(command->data));
    builder_release(&synopsis);
    return row;
}

json_t *help_json(const char *name)
{
    json_t *answer = json_object();
    json_t *list = json_array();
    for (size_t i = 0; i < command_count; i++) {
        if (!name || strcmp(name, commands[i].name) == 0) {
            json_array_append_new(list, command_as_json(&commands[i]));
        }
    }
    json_object_set_new(answer, "version", json_string(BOWLINE_VERSION));
    json_object_set_new(answer, "commands", list);
    return answer;
}
