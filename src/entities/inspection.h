/* Inspection: the largest entity is always looked at, for over-merging is the practical failure of this
 * field. Each type of identifier is held out in turn: how much of the entity still hangs together without it.
 * And the links are told by which it hangs together most weakly. */
#ifndef ENTITIES_INSPECTION_H
#define ENTITIES_INSPECTION_H

#include "entities/entity_table.h"
#include "graph/weak_cuts.h"

/* A link without which, and without all that are as weak, the entity falls into two. */
struct inspection_cut {
    mention_id a, b;
    millibits bits;   /* no link between the two sides has more */
    uint32_t parties; /* mentions on the lesser side */
    uint32_t links;   /* between the two sides, itself too */
};

struct inspection {
    entity_id entity; /* with most records, of several the first; 0 where there is none */
    uint32_t mentions, records;
    /* Of each type that speaks for it: parts it falls into without the type (0: none of its links has one),
     * and mentions of the largest of them. */
    uint32_t parts[IDENTIFIER_TYPE_COUNT];
    uint32_t kept[IDENTIFIER_TYPE_COUNT];
    struct inspection_cut cuts[WEAK_CUTS]; /* as weak_cuts_find tells them */
    unsigned cut_count;
};

/* The type without which least stays together; 0 where no type speaks for it. */
enum identifier_type inspection_weakest(const struct inspection *in);

/* Time as of the partition, over the links inside the entity, once for each type; and of sorting them. */
enum bowline_status inspection_make(const struct link_table *links, const struct mention_table *mentions,
                                    const struct identifier_table *identifiers,
                                    const struct entity_table *entities, struct inspection *out,
                                    struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
