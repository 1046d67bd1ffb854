/* Options and operands of one command, as its row of the command table declares them: --long VALUE,
 * --long=VALUE, -s VALUE, -sVALUE, flags together (-qh), "--" before operands that begin with "-". */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "builder.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct option {
    const char *name;     /* long name without dashes; NULL ends a list */
    char letter;          /* or 0 */
    bool required;        /* the command cannot run without it */
    const char *argument; /* its name in help, or NULL for a flag */
    uint64_t least;       /* of a number */
    uint64_t most;        /* of a number; 0: the argument is text */
    const char *words;    /* the texts that are allowed, split by blanks; NULL: any */
    const char *meaning;  /* a clause without a full stop */
    const char *usual;    /* the default in words, or NULL */
};

extern const struct option option_json;               /* of every command that prints data */
extern const struct option option_as, option_purpose; /* of every command that the log of a case notes */
extern const struct option option_help;               /* of every command */
extern const struct option option_keys[];             /* of every command that opens or makes a case */

struct command;

struct given_option {
    const struct option *option;
    const char *value; /* NULL of a flag */
    uint64_t number;
};

enum { OPTIONS_MOST = 26 };

struct arguments {
    const struct command *command;
    struct given_option given[OPTIONS_MOST];
    size_t given_count;
    const char **operands;
    size_t operand_count;
};

/* Every option of a command, its own first, --help last; NULL at the end. */
const struct option *command_option(const struct command *command, size_t index);

/* Of option_keys: no synopsis lists them. */
bool option_is_key(const struct option *option);

/* Parses what stands after the command's name. True, or false with one line of what is wrong in problem.
 * "--help" among the options is enough for success, whatever is missing. Releasing is the caller's in both
 * cases. */
bool arguments_parse(struct arguments *arguments, const struct command *command, int count,
                     const char *const *words, struct builder *problem);
void arguments_release(struct arguments *arguments);

/* name: of an option of the command. A number not given is fallback, a text not given NULL. */
bool option_flag(const struct arguments *arguments, const char *name);
const char *option_text(const struct arguments *arguments, const char *name);
uint64_t option_number(const struct arguments *arguments, const char *name, uint64_t fallback);

/* A whole number, with digits alone; separators are no part of it. False where it is not one. */
bool number_parse(const char *text, uint64_t *number);

#endif
