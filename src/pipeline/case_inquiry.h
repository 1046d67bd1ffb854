/* Asks a finished case about two parties of records: the tables are read into memory and links made again, by
 * the code of the run, which tells what became of the pair. Costs about what the link stage does. */
#ifndef PIPELINE_CASE_INQUIRY_H
#define PIPELINE_CASE_INQUIRY_H

#include "entities/entity_table.h"
#include "links/inquiry.h"
#include "store/store.h"

struct inquiry_side {
    record_id record;
    enum party party;
};

struct case_inquiry {
    struct link_inquiry pair; /* its values are the ids of the case file */
    struct contraction_probe groups;
    millibits prior;
    bool is_swapped; /* pair.a is the second of the sides */
};

enum bowline_status case_inquire(struct store *store, const struct inquiry_side sides[2],
                                 struct case_inquiry *out, struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
