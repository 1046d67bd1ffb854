/* What people decided, as stages need it: names are looked up among the records and values of this run. A
 * decision that no longer finds what it is about does nothing, and is counted. */
#ifndef PIPELINE_DECIDED_H
#define PIPELINE_DECIDED_H

#include "entities/entity_table.h"
#include "sealing/digest.h"
#include "store/decision_store.h"

/* Digests of the standing decisions that a stage depends on; empty where there are none. */
struct decided_digests {
    char values[DIGEST_HEX];
    char pairs[DIGEST_HEX];
};

enum bowline_status decided_digest(struct store *store, struct decided_digests *out,
                                   struct bowline_error *err) BOWLINE_WARN_UNUSED;

struct decided_records {
    struct decided_pairs pairs;
    mention_id *compelled; /* whose part in a record may have been compelled */
    size_t compelled_count;
    struct decision_found *found; /* of each standing decision about records, "unsure" too */
    size_t found_count, lost;
};

struct decided_values {
    struct decided_value *values;
    size_t count;
    struct decision_found *found;
    size_t found_count, lost;
};

enum bowline_status decided_records_load(struct store *store, const struct record_table *records,
                                         const struct mention_table *mentions, struct decided_records *out,
                                         struct bowline_error *err) BOWLINE_WARN_UNUSED;
void decided_records_release(struct decided_records *decided);

/* inputs: its own `decided` is not read. */
enum bowline_status decided_values_load(struct store *store, const struct link_inputs *inputs,
                                        struct decided_values *out,
                                        struct bowline_error *err) BOWLINE_WARN_UNUSED;
void decided_values_release(struct decided_values *decided);

#endif
