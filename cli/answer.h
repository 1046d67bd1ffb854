/* What a command gives back: data as JSON or as text for people, or a failure as a message and an exit code.
 */
#ifndef CLI_ANSWER_H
#define CLI_ANSWER_H

#include "commands.h"
#include "screen.h"

#include <bowline/error.h>
#include <bowline/run.h>
#include <jansson.h>

/* Turns an answer's JSON into lines. */
typedef void render_function(struct screen *screen, const json_t *answer);

/* Prints json as it is where --json was given, else as render shows it. Frees json. Gives the exit code. */
int answer_print(const struct arguments *arguments, struct bowline_text *json, render_function *render);

/* The same for an answer that the command line made itself. Takes over answer. */
int answer_print_own(const struct arguments *arguments, json_t *answer, render_function *render);

/* One line on standard output. Gives the exit code. */
__attribute__((format(printf, 1, 2))) int answer_say(const char *format, ...);

/* "bowline: " and the message on standard error, escaped. Gives the exit code of the status. */
int answer_fail(const struct bowline_error *error);

/* The same for what went wrong without stopping the command. */
__attribute__((format(printf, 1, 2))) void answer_warn(const char *format, ...);

/* What is wrong with how a command was called, and where to read more. Gives EXIT_USAGE. */
__attribute__((format(printf, 2, 3))) int answer_usage(const struct command *command, const char *format,
                                                       ...);

#endif
