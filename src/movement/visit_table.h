/* Visits: the sightings of one entity in time order, collapsed to stays at a place and the legs between them.
 */
#ifndef MOVEMENT_VISIT_TABLE_H
#define MOVEMENT_VISIT_TABLE_H

#include "movement/sighting_table.h"

struct visit {
    uint32_t entity;
    place_id place;
    int64_t begin, end;
    uint32_t sightings;
    uint32_t km_from_previous; /* great circle, 0 for the first or where a place has no coordinates */
};

struct visit_table {
    struct visit *visits; /* by entity, begin, place */
    size_t count;
};

/* entity_of[record] is 0 for a record that stands alone. Sightings without time or place are left out. */
enum bowline_status visit_table_build(const struct sighting_table *sightings, const uint32_t *entity_of,
                                      struct visit_table *out, struct bowline_error *err) BOWLINE_WARN_UNUSED;
void visit_table_release(struct visit_table *table);

#endif
