/* A simulated case in a folder of its own, and its tables read back: cells by row and name of column. */
#ifndef TESTS_SIMULATION_CASE_FILES_H
#define TESTS_SIMULATION_CASE_FILES_H

#include <bowline/simulation.h>

#include "base/buffer.h"
#include "support/cmocka_all.h"
#include "support/remove_tree.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CASE_COLUMNS = 20 };

struct case_table {
    char *bytes;
    char *(*rows)[CASE_COLUMNS]; /* [0]: the header */
    size_t count;                /* with the header */
    unsigned columns;
};

struct case_files {
    char path[40];
};

static inline struct case_files case_make(const struct bowline_simulation *options)
{
    struct case_files files = {"/tmp/bowline-case-XXXXXX"};
    assert_non_null(mkdtemp(files.path));
    assert_int_equal(bowline_simulate(files.path, options, NULL), BOWLINE_OK);
    return files;
}

static inline char *case_bytes(const struct case_files *files, const char *name)
{
    int folder = open(files->path, O_RDONLY | O_DIRECTORY);
    int file = openat(folder, name, O_RDONLY);
    assert_true(file >= 0);
    size_t size = (size_t)lseek(file, 0, SEEK_END);
    char *bytes = calloc(size + 1, 1);
    assert_int_equal(pread(file, bytes, size, 0), size);
    close(file);
    close(folder);
    return bytes;
}

/* Takes the cell at *at out of its quotes, ends it with a zero, and says what stood behind it. */
static inline char case_cell(char **at, char **cell)
{
    char *in = *at;
    char *out = in;
    bool quoted = *in == '"';
    *cell = out;
    for (in += quoted; *in && (quoted || (*in != ',' && *in != '\n')); in++) {
        if (quoted && *in == '"' && *++in != '"')
            quoted = false;
        if (!quoted && (*in == ',' || *in == '\n'))
            break;
        *out++ = *in;
    }
    char behind = *in;
    *out = '\0';
    *at = in + (behind != '\0');
    return behind;
}

static inline struct case_table case_table_read(const struct case_files *files, const char *name)
{
    struct case_table table = {.bytes = case_bytes(files, name)};
    size_t lines = 1;
    for (const char *c = table.bytes; *c; c++)
        lines += *c == '\n';
    table.rows = calloc(lines, sizeof *table.rows);
    for (char *at = table.bytes; *at; table.count++) {
        unsigned column = 0;
        do
            assert_true(column < CASE_COLUMNS);
        while (case_cell(&at, &table.rows[table.count][column++]) == ',');
        if (table.count == 0)
            table.columns = column;
        assert_int_equal(column, table.columns);
    }
    return table;
}

static inline void case_table_free(struct case_table *table)
{
    free(table->bytes);
    free(table->rows);
}

static inline unsigned case_column(const struct case_table *table, const char *name)
{
    unsigned column = 0;
    while (strcmp(table->rows[0][column], name) != 0)
        assert_true(++column < table->columns);
    return column;
}

/* The row whose first cell is id; 0 where there is none. Rows stand in the order of their ids. */
static inline size_t case_row(const struct case_table *table, const char *id)
{
    size_t low = 1;
    size_t high = table->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(table->rows[middle][0], id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < table->count && strcmp(table->rows[low][0], id) == 0 ? low : 0;
}

#endif
