/* What the exports of a graph need beside the whole tables: each a pass over one table in its order. */
#ifndef STORE_READ_GRAPH_H
#define STORE_READ_GRAPH_H

#include "store/read_members.h"

/* All parties that belong to an entity, by record and party: next_member. */
void read_all_parties(struct store *store, struct cursor *out, struct bowline_error *err);

/* Which identifier each party of a record uses, by record: next_party_use. */
struct party_use_row {
    uint32_t record, identifier;
    struct span party;
};
void read_all_party_uses(struct store *store, struct cursor *out, struct bowline_error *err);
bool next_party_use(struct cursor *c, struct party_use_row *row);

#endif
