/* What may leave the case by a record: exports ask here whether a record is of a possible victim. */
#ifndef REPORTS_DISCLOSURE_H
#define REPORTS_DISCLOSURE_H

#include "reports/record_keys.h"

struct disclosure {
    struct reader *reader;
    const struct record_keys *keys;
    uint32_t asked;       /* the last record that was asked for */
    bool is_asked_victim; /* and the answer */
};

/* Whether the record is of a person whose category is possible-victim, or cannot be read. Only tables of
 * persons, which are small, are looked into. keys must hold the record. A failure goes into *status and
 * answers true. */
bool disclosure_is_victim(struct disclosure *d, uint32_t record, enum bowline_status *status,
                          struct bowline_error *err);

#endif
