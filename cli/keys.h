/* The keys that a command is given: options, key files, a passphrase typed on the terminal. */
#ifndef CLI_KEYS_H
#define CLI_KEYS_H

#include "options.h"

#include <bowline/key.h>

/* Tells the library what to open cases with, before the command runs. */
void keys_use(const struct arguments *arguments);

/* Asks on the terminal without showing what is typed, a new one twice (bowline_ask_function). */
bool keys_ask(void *context, const char *case_path, bool is_new, char passphrase[BOWLINE_PASSPHRASE_MOST]);

/* Whether there is a person to ask: standard input and standard error are terminals. */
bool keys_can_ask(void);

/* A sentence on standard error (bowline_say_function). */
void keys_say(void *context, const char *sentence);

#endif
