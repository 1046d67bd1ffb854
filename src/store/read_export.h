/* Whole tables in the order of their ids, for the exports and the scores: each cursor is one pass. */
#ifndef STORE_READ_EXPORT_H
#define STORE_READ_EXPORT_H

#include "store/read_groups.h"
#include "store/read_records.h"

struct use_line {
    uint32_t record, field, identifier, start, end;
    struct span party, type, value, form;
    bool is_protected;
    millibits bits;
};

struct evidence_line {
    uint32_t link;
    struct span kind, level, type, text;
    uint32_t value;
    bool is_protected;
    millibits bits;
};

void read_all_records(struct store *store, struct cursor *out,
                      struct bowline_error *err); /* next_record; without source */
void read_all_entities(struct store *store, struct cursor *out, struct bowline_error *err); /* next_entity */
void read_all_networks(struct store *store, struct cursor *out, struct bowline_error *err); /* next_network */
void read_all_links(struct store *store, struct cursor *out, struct bowline_error *err);    /* next_link */
void read_all_ties(struct store *store, struct cursor *out, struct bowline_error *err);     /* next_tie */
void read_all_templates(struct store *store, struct cursor *out,
                        struct bowline_error *err); /* next_template */

/* By link, as the links are: the two passes are merged by the caller. */
void read_all_evidence(struct store *store, struct cursor *out, struct bowline_error *err);
bool next_evidence_line(struct cursor *c, struct evidence_line *row);
void read_all_members(struct store *store, struct cursor *out, struct bowline_error *err);
void read_all_uses(struct store *store, struct cursor *out, struct bowline_error *err);
bool next_use_line(struct cursor *c, struct use_line *row);
void read_all_rejects(struct store *store, struct cursor *out, struct bowline_error *err);
bool next_reject(struct cursor *c, struct reject_row *row);

#endif
