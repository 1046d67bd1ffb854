/* Sightings: that a record places something somewhere at some time. */
#ifndef MOVEMENT_SIGHTING_TABLE_H
#define MOVEMENT_SIGHTING_TABLE_H

#include "places/place_resolver.h"
#include "records/record_table.h"

typedef uint32_t place_id; /* 1 upwards, by key in byte order; 0 is none */

struct place {
    struct text_ref key; /* "be:antwerp", in the pool: country and name, folded (src/places) */
    double lat, lon; /* the median of the sightings that give coordinates, else the gazetteer's, else NAN */
    gazetteer_id gazetteer; /* or 0 */
    bool is_looked_up;      /* the coordinates are the gazetteer's */
};

struct sighting {
    record_id record;
    place_id place;     /* 0 where only coordinates are known */
    double lat, lon;    /* as given, but put right where they were exchanged; NAN where not given */
    int64_t begin, end; /* seconds UTC, end exclusive; TIME_NONE where not given */
    uint8_t surety;     /* enum place_surety: that the place is the gazetteer's */
};

struct sighting_table {
    uint32_t place_count;
    struct place *places; /* [1 .. place_count] */
    struct buffer pool;
    struct sighting *sightings; /* by record; at most one a record */
    size_t count;
    size_t bad_coordinates;     /* records whose lat or lon is not a number in range, or stands alone */
    size_t swapped_coordinates; /* records whose lat and lon stood in each other's column, as their place
                                   tells */
};

/* The place, country, lat and lon of the kind's default party; other places of the record help to tell places
 * of one name apart. resolver: which place is meant; NULL: each spelling is a place of its own. Cost: linear,
 * and sorting the distinct keys. */
enum bowline_status sighting_table_build(const struct record_table *records, struct place_resolver *resolver,
                                         struct sighting_table *out,
                                         struct bowline_error *err) BOWLINE_WARN_UNUSED;
void sighting_table_init(struct sighting_table *table);
void sighting_table_release(struct sighting_table *table);

#endif
