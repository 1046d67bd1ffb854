/* What the exports of a graph need beside the whole tables. */
#include "store/read_graph.h"

void read_all_parties(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store, "SELECT record, entity, party FROM entity_member ORDER BY record, party", err);
}

void read_all_party_uses(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store, "SELECT record, identifier, party FROM identifier_use ORDER BY record, use", err);
}

bool next_party_use(struct cursor *c, struct party_use_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct party_use_row){
        .record = cursor_id(c, 0),
        .identifier = cursor_id(c, 1),
        .party = cursor_span(c, 2),
    };
    return true;
}
