/* Records, and what was read in each. */
#ifndef STORE_READ_RECORDS_H
#define STORE_READ_RECORDS_H

#include "store/read_cursor.h"
#include "store/rows.h"

struct use_row {
    uint32_t identifier, field;
    uint32_t start, end; /* bytes within the cell */
    bool is_protected;   /* the identifier itself */
    struct span type, value, party, form;
};

struct record_template_row {
    uint32_t template_id;
    int64_t records;
    millibits bits; /* what writing the record's text from the template saves */
    struct span text;
};

struct member_line {
    uint32_t template_id, record;
    millibits bits;
};

struct cell_reject_row {
    struct span column, reason;
};

void read_record(struct store *store, uint32_t record, struct cursor *out, struct bowline_error *err);

/* By key, in one resource or (resource 0) in any: at most two rows, so that the caller sees an ambiguity. */
void read_record_named(struct store *store, uint32_t resource, struct span key, struct cursor *out,
                       struct bowline_error *err);

/* The records of an entity's members by record; those of a network that stand alone. */
void read_entity_records(struct store *store, uint32_t entity, unsigned limit, struct cursor *out,
                         struct bowline_error *err);
void read_lone_records(struct store *store, uint32_t network, unsigned limit, struct cursor *out,
                       struct bowline_error *err);

/* All records of a resource, by record; without what was concluded. */
void read_resource_records(struct store *store, uint32_t resource, struct cursor *out,
                           struct bowline_error *err);
bool next_record(struct cursor *c, struct record_row *row);

/* By field, start, identifier. */
void read_uses(struct store *store, uint32_t record, struct cursor *out, struct bowline_error *err);
bool next_use(struct cursor *c, struct use_row *row);

void read_record_template(struct store *store, uint32_t record, struct cursor *out,
                          struct bowline_error *err);
bool next_record_template(struct cursor *c, struct record_template_row *row);

/* A template's members by record. */
void read_template_members(struct store *store, uint32_t template_id, unsigned limit, struct cursor *out,
                           struct bowline_error *err);
bool next_member_line(struct cursor *c, struct member_line *row);

/* Of cells of a record that was kept: those of the reader, then those of the identifiers. */
void read_cell_rejects(struct store *store, uint32_t record, struct cursor *out, struct bowline_error *err);
bool next_cell_reject(struct cursor *c, struct cell_reject_row *row);

/* query is in the language of FTS5: see reports/json_search.c. */
enum bowline_status read_search_total(struct store *store, struct span query, int64_t *out,
                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;
void read_search(struct store *store, struct span query, unsigned limit, struct cursor *out,
                 struct bowline_error *err);
bool next_found(struct cursor *c, uint32_t *record);
/* How many records the case holds. */
enum bowline_status read_record_count(struct store *store, uint64_t *out,
                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
