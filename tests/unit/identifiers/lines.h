/* Reads a file of cases: a line each, fields divided by tabs, '#' before remarks. */
#ifndef TESTS_UNIT_IDENTIFIERS_LINES_H
#define TESTS_UNIT_IDENTIFIERS_LINES_H

#include "support/cmocka_all.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#define LINE_FIELDS 8

struct lines {
    FILE *file;
    char text[4096];
    char *fields[LINE_FIELDS];
};

static inline void lines_open(struct lines *lines, const char *path)
{
    lines->file = fopen(path, "re");
    assert_non_null(lines->file);
}

static inline void lines_close(struct lines *lines)
{
    fclose(lines->file);
}

/* The next line that has fields; missing ones are "". */
static inline bool lines_next(struct lines *lines, unsigned fields)
{
    while (fgets(lines->text, sizeof lines->text, lines->file)) {
        char *at = lines->text;
        at[strcspn(at, "\n")] = 0;
        if (at[0] == '#' || at[0] == 0)
            continue;
        for (unsigned i = 0; i < fields; i++) {
            lines->fields[i] = at;
            at += strcspn(at, "\t");
            if (*at)
                *at++ = 0;
        }
        return true;
    }
    return false;
}

/* Undoes \t, \n and \\ in place. */
static inline char *lines_unescape(char *text)
{
    char *to = text;
    for (const char *from = text; *from; from++) {
        if (*from == '\\' && from[1]) {
            from++;
            *to++ = (char)(*from == 't' ? '\t' : *from == 'n' ? '\n' : *from);
        } else
            *to++ = *from;
    }
    *to = 0;
    return text;
}

/* Takes the byte ranges out of an answer, and the reason out of a reject. */
static inline void lines_simplify(char *answer)
{
    char *to = answer;
    for (const char *from = answer; *from && *from != '!'; from++) {
        if (*from == '[')
            from += strcspn(from, "]");
        else
            *to++ = *from;
    }
    if (to == answer)
        *to++ = '!';
    *to = 0;
}

#endif
