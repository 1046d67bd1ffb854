/* What the case as a whole is: sources, columns, totals, rejects. */
#ifndef STORE_READ_CASE_H
#define STORE_READ_CASE_H

#include "store/read_cursor.h"
#include "store/rows.h"

/* Rejects of one column for one reason. */
struct reject_group_row {
    uint32_t resource;
    struct span column, reason;
    int64_t count;
    int64_t line; /* of the first */
};

/* Appends the value of case_info to out; nothing where it is not there. */
enum bowline_status read_info(struct store *store, const char *name, char *out, size_t size,
                              struct bowline_error *err) BOWLINE_WARN_UNUSED;

void read_resources(struct store *store, struct cursor *out, struct bowline_error *err); /* by resource */
bool next_resource(struct cursor *c, struct resource_row *row);

void read_fields(struct store *store, struct cursor *out, struct bowline_error *err); /* by field */
bool next_field(struct cursor *c, struct field_row *row);

/* The most frequent first. */
void read_reject_groups(struct store *store, unsigned limit, struct cursor *out, struct bowline_error *err);
bool next_reject_group(struct cursor *c, struct reject_group_row *row);

#endif
