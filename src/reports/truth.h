/* Known answers as a table: for each record of the case its true entity and network. */
#ifndef REPORTS_TRUTH_H
#define REPORTS_TRUTH_H

#include "reports/reader.h"
#include "store/read_cursor.h"

struct truth {
    uint32_t *entity, *network;             /* [1 .. records]: the true group, 0 alone */
    uint8_t *is_known;                      /* whether the table has a row for the record */
    uint32_t *found_entity, *found_network; /* what the case says */
    uint32_t records;                       /* the largest record id */
    uint64_t unknown;                       /* rows that name no record of the case */
};

void truth_init(struct truth *truth);
void truth_release(struct truth *truth);

/* Reads the case's records and joins the table's rows to them by resource and id. */
enum bowline_status truth_read(struct reader *reader, const char *path, struct truth *out,
                               struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
