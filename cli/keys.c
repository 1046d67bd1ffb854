/* Passphrases are read with the terminal's echo off. */
#include "keys.h"

#include "display.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

bool keys_can_ask(void)
{
    return isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
}

void keys_say(void *context, const char *sentence)
{
    struct builder safe = {0};
    (void)context;
    display_escape(&safe, sentence);
    fprintf(stderr, "bowline: %s\n", builder_string(&safe));
    builder_release(&safe);
}

void keys_use(const struct arguments *arguments)
{
    const struct bowline_keys keys = {.key_file = option_text(arguments, "key-file"),
                                      .second_key_file = option_text(arguments, "second-key-file"),
                                      .passphrase_file = option_text(arguments, "passphrase-file"),
                                      .unsealed = option_flag(arguments, "unsealed"),
                                      .ask = keys_can_ask() ? keys_ask : NULL,
                                      .say = keys_say};
    bowline_use_keys(&keys);
}

/* False at the end of the input, at Ctrl-C, and where the line is too long. */
static bool read_line(char *out, size_t size)
{
    enum { CTRL_C = 3 };
    size_t length = 0;
    while (length < size) {
        ssize_t got = read(STDIN_FILENO, out + length, 1);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0 || out[length] == CTRL_C) {
            out[0] = got > 0 ? CTRL_C : '\0';
            return false;
        }
        if (out[length] == '\n') {
            out[length] = '\0';
            return true;
        }
        length++;
    }
    out[0] = '\0';
    return false;
}

/* Ctrl-C is read as a letter meanwhile, so that it does not leave the terminal without its echo. */
static bool ask_once(const char *before_name, const char *case_path, const char *after_name, char *out)
{
    struct termios before;
    if (tcgetattr(STDIN_FILENO, &before) != 0) {
        return false;
    }
    struct builder safe = {0};
    struct termios silent = before;
    silent.c_lflag &= ~(tcflag_t)(ECHO | ISIG);
    display_escape(&safe, case_path);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    fprintf(stderr, "%s%s%s: ", before_name, builder_string(&safe), after_name);
    fflush(stderr);
    bool is_read = read_line(out, BOWLINE_PASSPHRASE_MOST);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    fputc('\n', stderr);
    builder_release(&safe);
    if (!is_read && out[0] != '\0') {
        raise(SIGINT);
    }
    return is_read;
}

bool keys_ask(void *context, const char *case_path, bool is_new, char passphrase[BOWLINE_PASSPHRASE_MOST])
{
    (void)context;
    if (!is_new) {
        return ask_once("Passphrase of ", case_path, "", passphrase);
    }
    for (;;) {
        char again[BOWLINE_PASSPHRASE_MOST];
        if (!ask_once("New passphrase for ", case_path, " (empty: a key file beside it)", passphrase) ||
            passphrase[0] == '\0') {
            return false;
        }
        bool is_read = ask_once("The same again, for ", case_path, "", again);
        bool is_same = is_read && strcmp(passphrase, again) == 0;
        explicit_bzero(again, sizeof again);
        if (is_same || !is_read) {
            return is_same;
        }
        keys_say(NULL, "the two differ");
    }
}
