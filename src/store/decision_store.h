/* Facts: what people decided. A decision names records by resource and key, so that it outlives the numbers
 * of a run; it is never changed but for being withdrawn. */
#ifndef STORE_DECISION_STORE_H
#define STORE_DECISION_STORE_H

#include "store/read_cursor.h"

/* A party of a record, by names that stay. */
struct decision_side {
    struct span resource, key, party;
    struct span row; /* SHA-256 of the row in hex, where its key is only its line; else empty */
};

/* Whether a decision is in the conclusions of the last run. */
enum decision_effect {
    EFFECT_NONE, /* made since, or says nothing to the run */
    EFFECT_FOUND,
    EFFECT_LOST /* what it is about is not in the case any more */
};

struct decision_row {
    uint32_t decision;
    struct span what; /* the words are those of the schema */
    struct decision_side a, b;
    struct span type, value;
    bool is_hidden;
    struct span reason, who;
    int64_t made, withdrawn; /* TIME_NONE where it stands */
    struct span withdrawn_by, withdrawn_reason;
    enum decision_effect effect;
};

/* All by number, or those that stand. */
void read_decisions(struct store *store, bool standing_only, struct cursor *out, struct bowline_error *err);
bool next_decision(struct cursor *c, struct decision_row *row);

/* Adds a decision that stands; its number and effect are not read. In a transaction. */
enum bowline_status decision_store_add(struct store *store, const struct decision_row *row, uint32_t *number,
                                       struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Reads number, withdrawn, withdrawn_by and withdrawn_reason. In a transaction. */
enum bowline_status decision_store_withdraw(struct store *store, const struct decision_row *row,
                                            struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* What a run made of decisions. table: "decided_pair" or "decided_value". */
struct decision_found {
    uint32_t decision;
    bool is_found;
};
enum bowline_status decision_store_write_found(struct store *store, const char *table,
                                               const struct decision_found *rows, size_t count,
                                               struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
