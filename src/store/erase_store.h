/* What was erased: commitments by which a row is known again and left out, and taking records out of the
 * case (docs/methods/erasure.md). */
#ifndef STORE_ERASE_STORE_H
#define STORE_ERASE_STORE_H

#include "records/record_table.h"
#include "sealing/merkle.h"
#include "store/store.h"

#define ERASURE_SALT 32

/* The erasures of a case in memory. */
struct erasures {
    unsigned char salt[ERASURE_SALT];
    bool has_salt;
    struct merkle_hash *known; /* sorted */
    size_t count, capacity;
};

enum erasure_kind { ERASURE_KEY, ERASURE_ROW };

enum bowline_status erasures_load(struct store *store, struct erasures *out,
                                  struct bowline_error *err) BOWLINE_WARN_UNUSED;
void erasures_release(struct erasures *erasures);
/* Whether a row with that id, or that text, was erased. Cost: a hash, and nothing where nothing was. */
bool erasures_have(const struct erasures *erasures, enum erasure_kind kind, struct span resource,
                   struct span text);

/* Adds one; makes the salt of the case with the first. In a transaction. */
enum bowline_status erasure_add(struct store *store, struct erasures *erasures, enum erasure_kind kind,
                                struct span resource, struct span text,
                                struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Which records go: is_doomed[1 .. records->count]. */
struct doom {
    const struct record_table *records;
    const uint8_t *is_doomed;
    uint32_t count;
    uint32_t decisions, notes; /* that went with them */
};

/* Takes the records out, with their rejects, the decisions that name them, and the texts of the log that do;
 * numbers those that stay anew. In a transaction, with the conclusions cleared. Cost: the record table is
 * written again, by way of memory. */
enum bowline_status erase_records(struct store *store, struct doom *doom,
                                  struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Whether an erasure is still to be ended: conclusions computed again, the file cleaned of what was. */
enum bowline_status erasure_is_open(struct store *store, bool *out,
                                    struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status erasure_set_open(struct store *store, struct bowline_error *err) BOWLINE_WARN_UNUSED;
/* Writes the whole file anew, without free space (VACUUM). Not in a transaction. */
enum bowline_status erasure_clean(struct store *store, struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status erasure_close(struct store *store, struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
