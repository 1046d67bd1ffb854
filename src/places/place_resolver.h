/* Which place of the gazetteer a cell means, and how sure that is (docs/methods/places.md). */
#ifndef PLACES_PLACE_RESOLVER_H
#define PLACES_PLACE_RESOLVER_H

#include "places/gazetteer.h"

enum place_surety {
    PLACE_UNKNOWN, /* not in the gazetteer, or only against the country that was given */
    PLACE_UNSURE,  /* one of several; the best guess is in `place` and is not to be used as a key */
    PLACE_LIKELY,  /* the one that nearly all who write this mean */
    PLACE_SURE     /* the only one */
};

/* How the cell names the place: its own or another name, whole; a part of the cell; a name with a slip. */
enum place_reading { READ_NOT, READ_WHOLE, READ_PART, READ_SLIP };

struct place_question {
    struct span name, country;  /* cells as given; either may be empty */
    double lat, lon;            /* NAN where the record gives none */
    const gazetteer_id *beside; /* places that the same record is sure of */
    unsigned beside_count;
    bool is_whole; /* only names as they stand: no part of the cell, no slip of the pen */
};

struct place_answer {
    gazetteer_id place; /* 0 where unknown */
    uint8_t surety;     /* enum place_surety */
    uint8_t reading;    /* enum place_reading */
};

struct place_limits {
    unsigned sole_town;  /* inhabitants from which a name that one place has is sure without a country */
    unsigned large_town; /* and from which a slip is read without a country */
    unsigned far_larger; /* times as many people as the next of that name: sure */
    unsigned larger;     /* likely */
    unsigned other_name; /* a place by another name than its own counts as so many times smaller */
    double near_km;      /* a point or a place beside it decides within this distance */
};

/* Ratios by judgement on the list in tests/data/places, not fitted to any data set. */
extern const struct place_limits place_limits_default;

struct place_resolver;

/* The gazetteer stays the caller's, who outlives the resolver. Not for threads to share: one each. NULL
 * where memory is short. */
struct place_resolver *place_resolver_new(const struct gazetteer *gazetteer,
                                          const struct place_limits *limits);
void place_resolver_free(struct place_resolver *resolver); /* NULL allowed */
const struct gazetteer *place_resolver_gazetteer(const struct place_resolver *resolver);

/* False on failure of memory, then and from then on. Cost: a hash look-up for a pair of name and country that
 * was asked before. */
bool place_resolve(struct place_resolver *resolver, const struct place_question *question,
                   struct place_answer *out);

/* Whether the answer may stand for the name, in keys and distances. */
static inline bool place_is_usable(const struct place_answer *answer)
{
    return answer->surety >= PLACE_LIKELY;
}

const char *place_surety_name(enum place_surety surety); /* "unknown", "unsure", "likely", "sure" */

#endif
