/* Answers on standard output. */
#include "screen.h"

#include "display.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { WIDTH_LEAST = 40, WIDTH_MOST = 400, WIDTH_USUAL = 100 };

bool terminal_is_utf8(void)
{
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *value = getenv(names[i]);
        if (value && value[0] != '\0') {
            const char *charset = strchr(value, '.');
            return charset &&
                   (strncasecmp(charset + 1, "utf-8", 5) == 0 || strncasecmp(charset + 1, "utf8", 4) == 0);
        }
    }
    return false;
}

unsigned terminal_width(int file)
{
    struct winsize size;
    if (!isatty(file)) {
        return 0;
    }
    return ioctl(file, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

bool terminal_has_color(int file)
{
    const char *no_color = getenv("NO_COLOR");
    const char *terminal = getenv("TERM");
    return isatty(file) && !(no_color && no_color[0] != '\0') && terminal && strcmp(terminal, "dumb") != 0;
}

static unsigned chosen_width(void)
{
    unsigned width = terminal_width(STDOUT_FILENO);
    const char *columns = getenv("COLUMNS");
    if (width == 0 && columns) {
        unsigned long wanted = strtoul(columns, NULL, 10);
        width = wanted <= WIDTH_MOST ? (unsigned)wanted : WIDTH_MOST;
    }
    if (width == 0) {
        return WIDTH_USUAL;
    }
    return width < WIDTH_LEAST ? WIDTH_LEAST : width;
}

void screen_init(struct screen *screen)
{
    *screen = (struct screen){
        .width = chosen_width(),
        .unicode = terminal_is_utf8(),
        .color = terminal_has_color(STDOUT_FILENO),
    };
}

void screen_release(struct screen *screen)
{
    builder_release(&screen->out);
}

void screen_styled(struct screen *screen, enum screen_style style, const char *text)
{
    static const char *const starts[] = {"", "\x1b[1m", "\x1b[2m", "\x1b[32m", "\x1b[31m"};
    bool styled = screen->color && style != STYLE_PLAIN && text[0] != '\0';
    builder_text(&screen->out, styled ? starts[style] : "");
    builder_text(&screen->out, text);
    builder_text(&screen->out, styled ? "\x1b[0m" : "");
}

__attribute__((format(printf, 3, 0))) static void add_line(struct screen *screen, enum screen_style style,
                                                           const char *format, va_list arguments)
{
    struct builder text = {0};
    struct builder safe = {0};
    builder_vformat(&text, format, arguments);
    display_escape(&safe, builder_string(&text));
    screen_styled(screen, style, builder_string(&safe));
    builder_text(&screen->out, "\n");
    builder_release(&text);
    builder_release(&safe);
}

void screen_line(struct screen *screen, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add_line(screen, STYLE_PLAIN, format, arguments);
    va_end(arguments);
}

void screen_title(struct screen *screen, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add_line(screen, STYLE_STRONG, format, arguments);
    va_end(arguments);
}

void screen_blank(struct screen *screen)
{
    builder_text(&screen->out, "\n");
}

/* Adds one word to the paragraph, breaking before it where it does not fit. A word wider than the line is cut
 * over several. */
static void add_word(struct screen *screen, unsigned indent, size_t *used, const char *word)
{
    size_t room = screen->width > indent + 20 ? screen->width - indent : 20;
    size_t cells = display_width(word);
    if (*used > 0 && *used + 1 + cells > room) {
        builder_text(&screen->out, "\n");
        *used = 0;
    }
    while (cells > room) {
        size_t bytes = display_fit(word, room);
        builder_repeat(&screen->out, " ", indent);
        builder_bytes(&screen->out, word, bytes);
        builder_text(&screen->out, "\n");
        word += bytes;
        cells = display_width(word);
    }
    builder_repeat(&screen->out, " ", *used > 0 ? 1 : indent);
    builder_text(&screen->out, word);
    *used += cells + (*used > 0);
}

void screen_paragraph(struct screen *screen, unsigned indent, const char *format, ...)
{
    struct builder text = {0};
    struct builder safe = {0};
    va_list arguments;
    va_start(arguments, format);
    builder_vformat(&text, format, arguments);
    va_end(arguments);
    display_escape(&safe, builder_string(&text));
    size_t used = 0;
    for (char *word = safe.data; word && *word != '\0';) {
        size_t length = strcspn(word, " ");
        bool last = word[length] == '\0';
        word[length] = '\0';
        if (length > 0) {
            add_word(screen, indent, &used, word);
        }
        word += last ? length : length + 1;
    }
    builder_text(&screen->out, "\n");
    builder_release(&text);
    builder_release(&safe);
}

int screen_write(struct screen *screen)
{
    const char *data = builder_string(&screen->out);
    size_t left = screen->out.length;
    while (left > 0) {
        ssize_t written = write(STDOUT_FILENO, data, left);
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            if (errno == EPIPE) {
                return 0;
            }
            fprintf(stderr, "bowline: the answer cannot be written to standard output: %s\n",
                    strerror(errno));
            return 1;
        }
        data += written;
        left -= (size_t)written;
    }
    builder_reset(&screen->out);
    return 0;
}
