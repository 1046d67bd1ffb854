/* The commands, as one table. Parsing, help, manual pages, completions and usage errors read its rows; a new
 * command is a new row and its function. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "options.h"

enum exit_code { EXIT_OK = 0, EXIT_FAILED = 1, EXIT_USAGE = 2, EXIT_INTERRUPTED = 3, EXIT_REJECTS = 4 };

struct command {
    const char *name;
    const char *purpose;  /* a clause without a full stop, below 60 letters */
    const char *operands; /* as in the synopsis; "" for none */
    unsigned least_operands;
    unsigned most_operands;
    const struct option *options;                  /* its own; NULL: none */
    bool data;                                     /* prints data: has --json */
    bool logged;                                   /* the log notes it: has --as and --purpose */
    const char *description;                       /* paragraphs, split by line breaks */
    const char *example;                           /* a command line */
    const char *example_result;                    /* what it gives, a sentence */
    int (*run)(const struct arguments *arguments); /* gives the exit code */
};

/* Of the commands in proof_commands.c. */
extern const struct option log_options[], verify_options[], rerun_options[], erase_options[];

extern const struct command commands[];
extern const size_t command_count;

const struct command *command_find(const char *name); /* NULL where there is none */
int command_unknown(const char *name);                /* says so; gives EXIT_USAGE */

int command_init(const struct arguments *arguments);
int command_run(const struct arguments *arguments);
int command_simulate(const struct arguments *arguments);
int command_show(const struct arguments *arguments);
int command_why(const struct arguments *arguments);
int command_why_not(const struct arguments *arguments);
int command_decide(const struct arguments *arguments);
int command_reveal(const struct arguments *arguments);
int command_key(const struct arguments *arguments);
int command_search(const struct arguments *arguments);
int command_report(const struct arguments *arguments);
int command_export(const struct arguments *arguments);
int command_stages(const struct arguments *arguments);
int command_serve(const struct arguments *arguments);
int command_score(const struct arguments *arguments);
int command_log(const struct arguments *arguments);
int command_erase(const struct arguments *arguments);
int command_rerun(const struct arguments *arguments);
int command_verify(const struct arguments *arguments);
int command_help(const struct arguments *arguments);
int command_version(const struct arguments *arguments);

#endif
