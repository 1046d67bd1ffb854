/* A table of text: columns aligned by the cells they take, cut to the width of the screen, empty columns left
 * out. */
#ifndef CLI_TABLE_H
#define CLI_TABLE_H

#include "screen.h"

struct table_column {
    const char *title;
    bool right;    /* numbers */
    bool flexible; /* cut first where the table is too wide */
    bool wrapped;  /* never cut but continued below; allowed of the last column */
};

struct table {
    const struct table_column *columns;
    size_t column_count;
    char **cells; /* row by row, escaped */
    enum screen_style *styles;
    size_t cell_count;
    size_t capacity;
};

/* columns: kept by the caller as long as the table. */
void table_init(struct table *table, const struct table_column *columns, size_t column_count);
void table_release(struct table *table);

/* The next cell, left to right, row by row. */
__attribute__((format(printf, 2, 3))) void table_cell(struct table *table, const char *format, ...);
void table_styled_cell(struct table *table, enum screen_style style, const char *text);

/* Nothing is printed of a table without rows. */
void table_print(const struct table *table, struct screen *screen, unsigned indent);

#endif
