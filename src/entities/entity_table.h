/* Entities: mentions that one operator controls. A partition that seeks the largest sum of log-odds by greedy
 * additive edge contraction (Keuper et al. 2015; docs/methods/entities.md); never plain connected components.
 */
#ifndef ENTITIES_ENTITY_TABLE_H
#define ENTITIES_ENTITY_TABLE_H

#include "graph/contraction.h"
#include "links/link_table.h"

typedef uint32_t entity_id; /* 1 upwards, in the order of the entity's first mention; 0 stands alone */

struct entity_table {
    uint32_t count;        /* entities of two records or more */
    entity_id *of_mention; /* [1 .. mentions]; 0 for a mention that stands alone */
    entity_id *of_record;  /* [1 .. records]: of the principal mention, else of the first other mention that
                              has one; a payment or a call of its sender, where it names one */
    uint32_t *records;     /* [1 .. count] how many records are filed under it */
    uint32_t mention_count, record_count;
};

/* What a person decided of two mentions: that one operator is behind both, or that two are. It outranks every
 * weight and holds for whole entities (docs/methods/decisions.md). */
struct decided_pair {
    mention_id a, b;
    bool is_same;
};

struct decided_pairs {
    struct decided_pair *pairs; /* protected mentions are left out; of contradictory ones "same" wins */
    size_t count;
};

/* decided: NULL for none. */
enum bowline_status entity_table_build(const struct link_table *links, const struct mention_table *mentions,
                                       const struct record_table *records,
                                       const struct decided_pairs *decided, struct entity_table *out,
                                       struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* What keeps two mentions apart, or that nothing does: the same partition, watched. probe: a and b are the
 * mentions less one; `shared` is what values say that the two groups share, `mean` what fields say on
 * average. */
enum bowline_status entity_table_probe(const struct link_table *links, const struct mention_table *mentions,
                                       const struct decided_pairs *decided, struct contraction_probe *probe,
                                       struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Files each record under an entity: makes of_record and records from of_mention, count and the two sizes. */
enum bowline_status entity_table_file(struct entity_table *table, const struct mention_table *mentions,
                                      const struct record_table *records,
                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Whether a record can be filed under its sender alone: a payment or a call that names one. Who is paid or
 * called by strangers does not control their records; a payment by an unknown hand is the collector's. */
bool record_is_senders(const struct record_table *records, record_id id);

void entity_table_init(struct entity_table *table);
void entity_table_release(struct entity_table *table);

#endif
