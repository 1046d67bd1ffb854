/* A file of JSON objects, one after another. */
#ifndef REPORTS_JSON_LINES_H
#define REPORTS_JSON_LINES_H

#include "reports/file_part.h"
#include "reports/view.h"

struct json_lines {
    struct view view; /* what an object is composed with; emptied after each */
    struct file_part file;
    const char *between; /* what parts two objects: a line end, a comma */
    bool is_begun;
};

void json_lines_open(struct json_lines *w, struct reader *reader, const char *folder, const char *name,
                     struct bowline_error *err);

/* Writes the object and takes it. False after a failure. */
bool json_lines_put(struct json_lines *w, json_t *object);

/* As file_part_close. */
enum bowline_status json_lines_close(struct json_lines *w, enum bowline_status status) BOWLINE_WARN_UNUSED;

#endif
