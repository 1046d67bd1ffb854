/* Aligned tables. */
#include "table.h"

#include "display.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { GAP = 2, FLEXIBLE_LEAST = 8, COLUMNS_MOST = 16 };

void table_init(struct table *table, const struct table_column *columns, size_t column_count)
{
    assert(column_count <= COLUMNS_MOST);
    *table = (struct table){.columns = columns, .column_count = column_count};
}

void table_release(struct table *table)
{
    for (size_t i = 0; i < table->cell_count; i++) {
        free(table->cells[i]);
    }
    free(table->cells);
    free(table->styles);
    *table = (struct table){0};
}

static void table_grow(struct table *table)
{
    size_t capacity = table->capacity ? table->capacity * 2 : 64;
    char **cells = cli_allocate(capacity, sizeof *cells);
    enum screen_style *styles = cli_allocate(capacity, sizeof *styles);
    if (table->cell_count > 0) {
        memcpy(cells, table->cells, table->cell_count * sizeof *cells);
        memcpy(styles, table->styles, table->cell_count * sizeof *styles);
    }
    free(table->cells);
    free(table->styles);
    table->cells = cells;
    table->styles = styles;
    table->capacity = capacity;
}

void table_styled_cell(struct table *table, enum screen_style style, const char *text)
{
    struct builder safe = {0};
    if (table->cell_count == table->capacity) {
        table_grow(table);
    }
    display_escape(&safe, text);
    while (safe.length > 0 && safe.data[safe.length - 1] == ' ') {
        safe.data[--safe.length] = '\0';
    }
    table->styles[table->cell_count] = style;
    table->cells[table->cell_count++] = cli_duplicate(builder_string(&safe));
    builder_release(&safe);
}

void table_cell(struct table *table, const char *format, ...)
{
    struct builder text = {0};
    va_list arguments;
    va_start(arguments, format);
    builder_vformat(&text, format, arguments);
    va_end(arguments);
    table_styled_cell(table, STYLE_PLAIN, builder_string(&text));
    builder_release(&text);
}

/* The widest cell of each column; 0 where all are empty. */
static void measure(const struct table *table, size_t *widths)
{
    for (size_t column = 0; column < table->column_count; column++) {
        size_t widest = 0;
        for (size_t i = column; i < table->cell_count; i += table->column_count) {
            size_t width = display_width(table->cells[i]);
            widest = width > widest ? width : widest;
        }
        size_t title = display_width(table->columns[column].title);
        widths[column] = widest > 0 && title > widest ? title : widest;
    }
}

static size_t total_width(const struct table *table, const size_t *widths)
{
    size_t total = 0;
    for (size_t column = 0; column < table->column_count; column++) {
        total += widths[column] > 0 ? widths[column] + GAP : 0;
    }
    return total > 0 ? total - GAP : 0;
}

/* Takes cells from the widest flexible column until the table fits or none can give more. */
static void shrink(const struct table *table, size_t *widths, size_t room)
{
    size_t total = total_width(table, widths);
    while (total > room) {
        size_t widest = table->column_count;
        for (size_t column = 0; column < table->column_count; column++) {
            bool flexible = table->columns[column].flexible || table->columns[column].wrapped;
            bool gives = flexible && widths[column] > FLEXIBLE_LEAST;
            if (gives && (widest == table->column_count || widths[column] > widths[widest])) {
                widest = column;
            }
        }
        if (widest == table->column_count) {
            return;
        }
        widths[widest]--;
        total--;
    }
}

static size_t last_filled(const struct table *table, const size_t *widths, char *const *row)
{
    size_t last = 0;
    for (size_t column = 0; column < table->column_count; column++) {
        last = widths[column] > 0 && row[column][0] != '\0' ? column : last;
    }
    return last;
}

/* The text cut to width cells, with an ellipsis where something was cut. */
static char *cut_cell(const struct screen *screen, const char *text, size_t width)
{
    if (display_width(text) <= width) {
        return cli_duplicate(text);
    }
    const char *ellipsis = screen->unicode ? "\xe2\x80\xa6" : "...";
    struct builder cut = {0};
    builder_bytes(&cut, text, display_fit(text, width - display_width(ellipsis)));
    builder_text(&cut, ellipsis);
    return cut.data;
}

/* Where to break text so that the start fits into width: behind a word, or inside one that is too long. */
static size_t break_at(const char *text, size_t width)
{
    size_t most = display_fit(text, width);
    if (text[most] == '\0' || text[most] == ' ') {
        return most;
    }
    for (size_t at = most; at > 0; at--) {
        if (text[at] == ' ') {
            return at;
        }
    }
    return most > 0 ? most : strlen(text);
}

/* The cell of the last column over as many lines as it takes, each behind so many blanks. */
static void print_wrapped(struct screen *screen, const char *text, size_t width, size_t before)
{
    for (bool first = true; *text != '\0'; first = false) {
        size_t bytes = break_at(text, width);
        builder_text(&screen->out, first ? "" : "\n");
        builder_repeat(&screen->out, " ", first ? 0 : before);
        builder_bytes(&screen->out, text, bytes);
        text += bytes;
        text += strspn(text, " ");
    }
}

static void print_cell(struct screen *screen, const char *text, size_t width, bool right,
                       enum screen_style style)
{
    char *cell = cut_cell(screen, text, width);
    size_t blanks = width - display_width(cell);
    builder_repeat(&screen->out, " ", right ? blanks : 0);
    screen_styled(screen, style, cell);
    builder_repeat(&screen->out, " ", right ? 0 : blanks);
    free(cell);
}

static void print_row(const struct table *table, struct screen *screen, const size_t *widths,
                      char *const *row, const enum screen_style *styles)
{
    size_t last = last_filled(table, widths, row);
    size_t before = 0;
    for (size_t column = 0; column <= last; column++) {
        const struct table_column *kind = &table->columns[column];
        if (widths[column] == 0) {
            continue;
        }
        builder_repeat(&screen->out, " ", before > 0 ? GAP : 0);
        before += before > 0 ? GAP : 0;
        if (kind->wrapped) {
            print_wrapped(screen, row[column], widths[column], before);
        } else {
            size_t width = column == last && !kind->right ? display_width(row[column]) : widths[column];
            print_cell(screen, row[column], width < widths[column] ? width : widths[column], kind->right,
                       styles[column]);
        }
        before += widths[column];
    }
    builder_text(&screen->out, "\n");
}

static void print_titles(const struct table *table, struct screen *screen, const size_t *widths)
{
    char *titles[COLUMNS_MOST] = {0};
    enum screen_style styles[COLUMNS_MOST];
    size_t filled = 0;
    for (size_t column = 0; column < table->column_count; column++) {
        titles[column] = cli_duplicate(table->columns[column].title);
        styles[column] = STYLE_FAINT;
        filled += titles[column][0] != '\0';
    }
    if (filled > 0) {
        print_row(table, screen, widths, titles, styles);
    }
    for (size_t column = 0; column < table->column_count; column++) {
        free(titles[column]);
    }
}

void table_print(const struct table *table, struct screen *screen, unsigned indent)
{
    size_t widths[COLUMNS_MOST] = {0};
    struct screen lines = {.width = screen->width, .unicode = screen->unicode, .color = screen->color};
    assert(table->cell_count % table->column_count == 0);
    if (table->cell_count == 0) {
        return;
    }
    measure(table, widths);
    shrink(table, widths, screen->width > indent ? screen->width - indent : 1);
    print_titles(table, &lines, widths);
    for (size_t i = 0; i < table->cell_count; i += table->column_count) {
        print_row(table, &lines, widths, table->cells + i, table->styles + i);
    }
    for (char *line = lines.out.data; line && *line != '\0';) {
        size_t length = strcspn(line, "\n") + 1;
        builder_repeat(&screen->out, " ", indent);
        builder_bytes(&screen->out, line, length);
        line += length;
    }
    screen_release(&lines);
}
