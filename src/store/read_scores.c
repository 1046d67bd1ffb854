/* What a score reads of a case. */
#include "store/read_scores.h"

enum bowline_status read_last_record(struct store *store, uint32_t *out, struct bowline_error *err)
{
    struct cursor c;
    cursor_open(&c, store, "SELECT max(record) FROM record", err);
    *out = cursor_next(&c) ? cursor_id(&c, 0) : 0;
    return cursor_close(&c);
}

void read_keys(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store, "SELECT record, resource, key FROM record", err);
}

bool next_key(struct cursor *c, struct key_line *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct key_line){cursor_id(c, 0), cursor_id(c, 1), cursor_span(c, 2)};
    return true;
}

void read_filed(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store, "SELECT record, entity, network FROM assignment ORDER BY record", err);
}

bool next_filed(struct cursor *c, struct filed_line *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct filed_line){cursor_id(c, 0), cursor_id(c, 1), cursor_id(c, 2)};
    return true;
}

void read_finds(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store, "SELECT record, identifier, field FROM identifier_use ORDER BY record, use", err);
}

bool next_find(struct cursor *c, struct find_line *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct find_line){cursor_id(c, 0), cursor_id(c, 1), cursor_id(c, 2)};
    return true;
}

void read_values(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store, "SELECT identifier, type, value FROM identifier ORDER BY identifier", err);
}

bool next_value(struct cursor *c, struct value_line *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct value_line){cursor_id(c, 0), cursor_span(c, 1), cursor_value(c, 2)};
    return true;
}

void read_visited(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT entity, place, time_begin, time_end FROM visit ORDER BY entity, time_begin, place",
                err);
}

bool next_visited(struct cursor *c, struct visited_line *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct visited_line){cursor_id(c, 0), cursor_id(c, 1), cursor_int(c, 2), cursor_int(c, 3)};
    return true;
}

void read_place_keys(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store, "SELECT place, key FROM place ORDER BY place", err);
}

bool next_place_key(struct cursor *c, struct place_key_line *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct place_key_line){cursor_id(c, 0), cursor_span(c, 1)};
    return true;
}

void read_passed(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT i.value, f.currency, f.cents_passed FROM flow AS f"
                " CROSS JOIN identifier AS i ON i.identifier = f.account WHERE f.cents_passed > 0"
                " ORDER BY f.account, f.currency",
                err);
}

bool next_passed(struct cursor *c, struct passed_line *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct passed_line){cursor_value(c, 0), cursor_span(c, 1), cursor_int(c, 2)};
    return true;
}

void read_sources(struct store *store, uint32_t resource, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store, "SELECT record, source FROM record WHERE resource = ?1 ORDER BY record", err);
    cursor_bind(out, 1, resource);
}

bool next_source(struct cursor *c, struct source_line *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct source_line){cursor_id(c, 0), cursor_span(c, 1)};
    return true;
}
