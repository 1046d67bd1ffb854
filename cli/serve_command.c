/* bowline serve: the analyst's page, until Ctrl-C. */
#include "answer.h"
#include "commands.h"
#include "note.h"
#include "signals.h"

#include "server/serve.h"

#include <stdio.h>

#define USUAL_PORT 8640

/* Lines that a program may wait for: they must not stay in a buffer. */
static void say_link(void *context, const char *link)
{
    unsigned *said = context;
    printf(*said ? "That link was used. The next: %s\n" : "Open %s\nIt works once. Ctrl-C ends the server.\n",
           link);
    fflush(stdout);
    *said = 1;
}

static void say_warning(void *context, const char *message)
{
    (void)context;
    answer_warn("not noted in the log: %s", message);
}

static bool should_stop(void *context)
{
    (void)context;
    return signals_caught();
}

int command_serve(const struct arguments *arguments)
{
    unsigned said = 0;
    struct bowline_error error = {0};
    const struct serve_options options = {.case_path = arguments->operands[0],
                                          .port = (unsigned)option_number(arguments, "port", USUAL_PORT),
                                          .socket_path = option_text(arguments, "socket"),
                                          .who = note_who(arguments),
                                          .purpose = option_text(arguments, "purpose"),
                                          .announce = say_link,
                                          .warn = say_warning,
                                          .should_stop = should_stop,
                                          .context = &said};
    signals_catch();
    if (serve_case(&options, &error)) {
        return answer_fail(&error);
    }
    return EXIT_OK;
}
