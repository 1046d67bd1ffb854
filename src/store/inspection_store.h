/* Conclusions: what the largest entity hangs together by, written and read. */
#ifndef STORE_INSPECTION_STORE_H
#define STORE_INSPECTION_STORE_H

#include "entities/inspection.h"
#include "store/read_cursor.h"

enum bowline_status inspection_store_write(struct store *store, const struct mention_table *mentions,
                                           const struct inspection *found,
                                           struct bowline_error *err) BOWLINE_WARN_UNUSED;

struct inspection_row {
    struct span type; /* held out; empty: nothing is */
    uint32_t entity;
    int64_t parts, kept;
};

/* By type: the whole entity first. No row where the case has no entity. */
void read_inspection(struct store *store, struct cursor *out, struct bowline_error *err);
bool next_inspection(struct cursor *c, struct inspection_row *row);

struct inspection_cut_row {
    uint32_t from_record, to_record;
    struct span from_party, to_party;
    millibits bits;
    int64_t parties, links;
};

/* In the order in which they were told. */
void read_inspection_cuts(struct store *store, struct cursor *out, struct bowline_error *err);
bool next_inspection_cut(struct cursor *c, struct inspection_cut_row *row);

#endif
