/* Which parties of records an entity is made of, and values by their names. */
#ifndef STORE_READ_MEMBERS_H
#define STORE_READ_MEMBERS_H

#include "store/read_links.h"

struct member_row {
    uint32_t record, entity;
    struct span party;
};

/* By record and party. */
void read_members(struct store *store, uint32_t entity, unsigned limit, struct cursor *out,
                  struct bowline_error *err);
void read_record_members(struct store *store, uint32_t record, struct cursor *out, struct bowline_error *err);
bool next_member(struct cursor *c, struct member_row *row);

struct named_value_row {
    uint32_t value; /* identifier */
    struct span type, text;
    bool is_protected;
};

/* Identifiers of that value; type "": of any. An empty value: all there are. */
void read_named_values(struct store *store, struct span type, struct span value, struct cursor *out,
                       struct bowline_error *err);
bool next_named_value(struct cursor *c, struct named_value_row *row);

/* What the case says of an identifier or template as evidence; kind: its word in the ownership table. Its
 * bits and level are the caller's to set. One row, or none. */
void read_value_evidence(struct store *store, struct span kind, uint32_t value, struct cursor *out,
                         struct bowline_error *err);
bool next_value_evidence(struct cursor *c, struct evidence_row *row);

/* The text of a template and the first record that is written from it. One row, or none. */
void read_template_text(struct store *store, uint32_t template_id, struct cursor *out,
                        struct bowline_error *err);
bool next_template_text(struct cursor *c, struct span *text, uint32_t *record);

#endif
