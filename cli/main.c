/* The command line: finds the command's row, parses what follows, runs it. */
#include "answer.h"
#include "commands.h"
#include "help.h"
#include "keys.h"
#include "signals.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static int show_overview(void)
{
    struct screen screen;
    screen_init(&screen);
    help_overview(&screen);
    int code = screen_write(&screen);
    screen_release(&screen);
    return code;
}

static int show_help(const struct command *command)
{
    struct screen screen;
    screen_init(&screen);
    help_of_command(&screen, command);
    int code = screen_write(&screen);
    screen_release(&screen);
    return code;
}

static int run_command(const struct command *command, int count, const char *const *words)
{
    struct arguments arguments;
    struct builder problem = {0};
    int code;
    if (!arguments_parse(&arguments, command, count, words, &problem)) {
        code = answer_usage(command, "%s", builder_string(&problem));
    } else if (option_flag(&arguments, "help")) {
        code = show_help(command);
    } else {
        keys_use(&arguments);
        code = command->run(&arguments);
    }
    builder_release(&problem);
    arguments_release(&arguments);
    return code;
}

static bool is_one_of(const char *word, const char *a, const char *b)
{
    return strcmp(word, a) == 0 || strcmp(word, b) == 0;
}

/* A file that is opened must never become standard output: where one of the three is closed, it is filled. It
 * is opened for reading, so that writing to it still fails. */
static void fill_standard_files(void)
{
    for (int file = STDIN_FILENO; file <= STDERR_FILENO; file++) {
        if (fcntl(file, F_GETFD) < 0 && open("/dev/null", O_RDONLY) < 0) {
            return;
        }
    }
}

int main(int count, char **words)
{
    fill_standard_files();
    signals_ignore_pipe();
    if (count < 2) {
        return answer_usage(NULL, "which command?");
    }
    if (is_one_of(words[1], "--help", "-h")) {
        return show_overview();
    }
    const char *name = is_one_of(words[1], "--version", "-V") ? "version" : words[1];
    const struct command *command = command_find(name);
    if (command) {
        return run_command(command, count - 2, (const char *const *)words + 2);
    }
    return name[0] == '-' ? answer_usage(NULL, "options stand after the command, not before it: %s", name)
                          : command_unknown(name);
}
