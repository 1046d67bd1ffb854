/* The invented reports of tests/data/reports, taken apart into texts and marked answers. */
#ifndef MARKED_REPORTS_H
#define MARKED_REPORTS_H

#include "base/calendar.h"
#include "observations/observer.h"
#include "support/cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>

#define MARKS_MOST  80
#define MARKED_MOST 4096

struct mark {
    uint8_t kind; /* enum observation_kind */
    uint8_t qualifier;
    int64_t count;
    uint32_t start, end;
    char value[120];
};

struct marked_report {
    char name[16];
    bool is_held;
    int64_t day;
    char text[MARKED_MOST];
    size_t length;
    struct mark marks[MARKS_MOST];
    unsigned mark_count;
};

static inline int marked_number(const char *digits, unsigned count)
{
    int value = 0;
    for (unsigned i = 0; i < count; i++)
        value = value * 10 + (digits[i] - '0');
    return value;
}

static inline int64_t marked_day(const char *text)
{
    const struct civil date = {marked_number(text, 4), marked_number(text + 5, 2),
                               marked_number(text + 8, 2)};
    return calendar_days(date);
}

/* "= en-01 dev 2025-03-12" */
static inline void marked_head(const char *line, struct marked_report *report)
{
    const char *set = strchr(line + 2, ' ');
    assert_non_null(set);
    memset(report, 0, sizeof *report);
    memcpy(report->name, line + 2, (size_t)(set - line - 2));
    report->is_held = strncmp(set + 1, "held", 4) == 0;
    report->day = marked_day(strchr(set + 1, ' ') + 1);
}

static inline void marked_open(const char *mark, size_t length, struct mark *out)
{
    static const char *const words[] = {"exact", "about", "more", "less", "least", "most"};
    *out = (struct mark){0};
    const char *value = mark + 2;
    switch (mark[0]) {
    case 'p': out->kind = OBSERVED_PLACE; break;
    case 'd': out->kind = OBSERVED_DATE; break;
    case 'a': out->kind = OBSERVED_SOURCE; break;
    default:
        out->kind = OBSERVED_COUNT;
        for (unsigned q = 0; q < 6; q++)
            if (strncmp(value, words[q], strlen(words[q])) == 0 && value[strlen(words[q])] == ' ')
                out->qualifier = (uint8_t)q;
        value = strchr(value, ' ') + 1;
        out->count = strtoll(value, NULL, 10);
        value = strchr(value, ' ') + 1;
    }
    memcpy(out->value, value, length - (size_t)(value - mark));
}

/* Takes the marks out of a line; they may stand within each other. */
static inline void marked_body(const char *line, struct marked_report *report)
{
    unsigned open[8];
    unsigned depth = 0;
    for (const char *at = line; *at && *at != '\n'; at++) {
        if (*at == '{') {
            const char *bar = strchr(at, '|');
            assert_non_null(bar);
            assert_true(report->mark_count < MARKS_MOST && depth < 8);
            struct mark *mark = &report->marks[report->mark_count];
            marked_open(at + 1, (size_t)(bar - at) - 1, mark);
            mark->start = (uint32_t)report->length;
            open[depth++] = report->mark_count++;
            at = bar;
        } else if (*at == '}') {
            assert_true(depth > 0);
            report->marks[open[--depth]].end = (uint32_t)report->length;
        } else {
            assert_true(report->length + 1 < MARKED_MOST);
            report->text[report->length++] = *at;
        }
    }
    assert_int_equal(depth, 0);
}

typedef void marked_visit(void *context, const char *language, const struct marked_report *report);

/* Visits all reports. */
static inline void marked_reports_read(marked_visit *visit, void *context)
{
    static const char *const languages[] = {"en", "nl", "fr", "de"};
    static char line[2 * MARKED_MOST];
    static struct marked_report report;
    for (unsigned l = 0; l < 4; l++) {
        char path[300];
        snprintf(path, sizeof path, TEST_DATA "/reports/%s.txt", languages[l]);
        FILE *file = fopen(path, "r");
        assert_non_null(file);
        while (fgets(line, sizeof line, file)) {
            if (line[0] == '=')
                marked_head(line, &report);
            else {
                marked_body(line, &report);
                visit(context, languages[l], &report);
            }
        }
        fclose(file);
    }
}

#endif
