/* What a command answers, gathered line by line and written at once, so that a failed write is seen. Text of
 * records passes display_escape on its way in: nothing of a case can steer the terminal. */
#ifndef CLI_SCREEN_H
#define CLI_SCREEN_H

#include "builder.h"

#include <stdbool.h>

struct screen {
    struct builder out;
    unsigned width; /* cells */
    bool unicode;   /* whether bars and ellipses may leave ASCII */
    bool color;
};

enum screen_style { STYLE_PLAIN, STYLE_STRONG, STYLE_FAINT, STYLE_FOR, STYLE_AGAINST };

/* For standard output: width of the terminal, else COLUMNS, else 100; colours only on a terminal without
 * NO_COLOR. */
void screen_init(struct screen *screen);
void screen_release(struct screen *screen);

/* One line. Line breaks and control characters in it are escaped. */
__attribute__((format(printf, 2, 3))) void screen_line(struct screen *screen, const char *format, ...);
__attribute__((format(printf, 2, 3))) void screen_title(struct screen *screen, const char *format, ...);
void screen_blank(struct screen *screen);

/* Words in lines of at most the width, each indented. */
__attribute__((format(printf, 3, 4))) void screen_paragraph(struct screen *screen, unsigned indent,
                                                            const char *format, ...);

/* Adds already escaped text in a style, without a line end. */
void screen_styled(struct screen *screen, enum screen_style style, const char *text);

/* Writes everything to standard output. 0, or the exit code: a reader that went away is no failure; anything
 * else is said on standard error and is 1. */
int screen_write(struct screen *screen);

/* The environment: whether LC_ALL, LC_CTYPE or LANG (the first one set) names UTF-8; the width of a terminal
 * or 0. */
bool terminal_is_utf8(void);
unsigned terminal_width(int file);
bool terminal_has_color(int file);

#endif
