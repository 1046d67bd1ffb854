/* Ctrl-C and a request to end. */
#include "signals.h"

#include "commands.h"

#include <signal.h>
#include <unistd.h>

static volatile sig_atomic_t caught;

static void note_signal(int number)
{
    (void)number;
    if (caught) {
        _exit(EXIT_INTERRUPTED);
    }
    caught = 1;
}

void signals_ignore_pipe(void)
{
    struct sigaction action = {.sa_handler = SIG_IGN};
    sigaction(SIGPIPE, &action, NULL);
}

void signals_catch(void)
{
    struct sigaction action = {.sa_handler = note_signal, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
}

bool signals_caught(void)
{
    return caught != 0;
}
