/* Known answers joined to the records of a case: for each its true entity and network, and what the case
 * says. */
#ifndef REPORTS_TRUTH_H
#define REPORTS_TRUTH_H

#include "base/intern.h"
#include "reports/record_index.h"
#include "reports/truth_file.h"

struct truth {
    const char *path;
    struct record_index index;
    uint32_t *entity, *network; /* [1 .. records]: the true group, 0 alone */
    uint32_t *line;             /* of the table that names the record; 0: none does */
    uint32_t *found_entity, *found_network;
    uint32_t records;                 /* the largest record id */
    struct intern entities, networks; /* names of true groups: their numbers */
    struct {
        uint32_t entity, network;
    } * missing; /* records that the case should hold and does not: nothing was found of them */
    size_t missing_count, missing_capacity;
    struct intern absent; /* names of records that are not in the case, so that none counts twice */
    struct truth_file file;
};

void truth_init(struct truth *truth);
void truth_release(struct truth *truth);

/* Reads the case's records and joins the table's rows to them. A record that is named twice, or a table that
 * names no record of the case, is BOWLINE_ERROR_INPUT. path is kept. */
enum bowline_status truth_read(struct reader *reader, const char *path, struct truth *out,
                               struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* The record that cells 0 and 1 of a line name, or 0: then the line is counted among the gaps of the file. */
uint32_t truth_find(const struct truth *truth, const struct reader *reader, const struct truth_line *row,
                    struct truth_file *file);

#endif
