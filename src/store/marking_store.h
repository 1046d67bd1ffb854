/* Grades and handling codes of records, and what a conclusion inherits of those that it rests on: of each
 * scheme the strictest handling and the weakest grade (docs/methods/handling.md). */
#ifndef STORE_MARKING_STORE_H
#define STORE_MARKING_STORE_H

#include "records/marking.h"
#include "records/record_table.h"
#include "store/read_cursor.h"

/* Writes those of all records; *count: how many records have any. */
enum bowline_status marking_store_write(struct store *store, const struct record_table *records,
                                        uint32_t *count, struct bowline_error *err) BOWLINE_WARN_UNUSED;

enum marking_of {
    MARKING_OF_RECORD,
    MARKING_OF_ENTITY,
    MARKING_OF_NETWORK,
    MARKING_OF_LINK,
    MARKING_OF_TEMPLATE,
    MARKING_OF_KINDS
};

struct marking_row {
    struct span kind, scheme, code; /* kind: grade or handling */
};

/* Of one of them, by kind and scheme. */
void read_markings(struct store *store, enum marking_of of, uint32_t id, struct cursor *out,
                   struct bowline_error *err);
bool next_marking(struct cursor *c, struct marking_row *row);

/* Handling codes and how many records have each. */
struct marking_total {
    struct span scheme, code;
    int64_t records;
};
void read_handling_totals(struct store *store, struct cursor *out, struct bowline_error *err);
bool next_handling_total(struct cursor *c, struct marking_total *row);

/* All: those of records, and what entities, networks, templates and links inherit. */
struct marking_line {
    struct span of, id, kind, scheme, code;
};
void read_all_markings(struct store *store, struct cursor *out, struct bowline_error *err);
bool next_marking_line(struct cursor *c, struct marking_line *row);

enum bowline_status markings_are_there(struct store *store, bool *out,
                                       struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
