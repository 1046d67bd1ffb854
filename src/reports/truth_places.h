/* Keys of places as truth has them, brought to those of the gazetteer: truth may say be:ghent where a case
 * says be:gent. */
#ifndef REPORTS_TRUTH_PLACES_H
#define REPORTS_TRUTH_PLACES_H

#include "places/place_resolver.h"

struct truth_places {
    struct gazetteer gazetteer; /* opened when first asked */
    struct place_resolver *resolver;
    struct buffer key;
};

void truth_places_init(struct truth_places *places);
void truth_places_release(struct truth_places *places);

/* *out: the gazetteer's key of the place, or the key as it stands; valid until the next call. */
enum bowline_status truth_place_key(struct truth_places *places, struct span key, struct span *out,
                                    struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
