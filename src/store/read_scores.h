/* What a score reads of a case: whole tables, few columns, so that millions of rows take seconds. */
#ifndef STORE_READ_SCORES_H
#define STORE_READ_SCORES_H

#include "store/read_cursor.h"

struct key_line {
    uint32_t record, resource;
    struct span key;
};

struct filed_line {
    uint32_t record, entity, network; /* 0: none */
};

struct find_line {
    uint32_t record, identifier, field;
};

struct value_line {
    uint32_t identifier;
    struct span type, value;
};

struct visited_line {
    uint32_t entity, place;
    int64_t begin, end;
};

struct place_key_line {
    uint32_t place;
    struct span key;
};

struct passed_line {
    struct span account, currency;
    int64_t cents;
};

struct source_line {
    uint32_t record;
    struct span source;
};

enum bowline_status read_last_record(struct store *store, uint32_t *out,
                                     struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* In no order: from the index of keys, where there is one. */
void read_keys(struct store *store, struct cursor *out, struct bowline_error *err);
bool next_key(struct cursor *c, struct key_line *row);

void read_filed(struct store *store, struct cursor *out, struct bowline_error *err);
bool next_filed(struct cursor *c, struct filed_line *row);

void read_finds(struct store *store, struct cursor *out, struct bowline_error *err);
bool next_find(struct cursor *c, struct find_line *row);

/* By identifier. */
void read_values(struct store *store, struct cursor *out, struct bowline_error *err);
bool next_value(struct cursor *c, struct value_line *row);

/* By entity, begin. */
void read_visited(struct store *store, struct cursor *out, struct bowline_error *err);
bool next_visited(struct cursor *c, struct visited_line *row);

void read_place_keys(struct store *store, struct cursor *out, struct bowline_error *err);
bool next_place_key(struct cursor *c, struct place_key_line *row);

/* Accounts through which money passed. */
void read_passed(struct store *store, struct cursor *out, struct bowline_error *err);
bool next_passed(struct cursor *c, struct passed_line *row);

/* The rows of a resource as they stood, by record. */
void read_sources(struct store *store, uint32_t resource, struct cursor *out, struct bowline_error *err);
bool next_source(struct cursor *c, struct source_line *row);

#endif
