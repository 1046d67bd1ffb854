/* Help for people, from the command table. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "commands.h"
#include "screen.h"

#include <jansson.h>

void help_overview(struct screen *screen);
void help_of_command(struct screen *screen, const struct command *command);

/* "bowline run PACKAGE -o CASE [--threads N] [-q] [--json]" */
void help_synopsis(struct builder *out, const struct command *command);

/* "-o, --output FILE" */
void help_option_words(struct builder *out, const struct option *option);

/* The exit codes, in words; NULL at the end. */
struct exit_meaning {
    int code;
    const char *meaning;
};
extern const struct exit_meaning help_exit_codes[];
extern const size_t help_exit_code_count;

/* The commands and their options as data; name: of one command alone, or NULL. Owner: the caller. */
json_t *help_json(const char *name);

#endif
