/* What a report states: counts, days, places, and who says so, each with the bytes that say it. By rules over
 * word lists (docs/methods/observations.md); what is not sure is left out. */
#ifndef OBSERVATIONS_OBSERVER_H
#define OBSERVATIONS_OBSERVER_H

#include "observations/tokens.h"
#include "places/place_resolver.h"

enum observation_kind { OBSERVED_COUNT, OBSERVED_DATE, OBSERVED_PLACE, OBSERVED_SOURCE };

enum qualifier {
    QUALIFIER_EXACT,
    QUALIFIER_ABOUT,
    QUALIFIER_MORE,
    QUALIFIER_LESS,
    QUALIFIER_LEAST,
    QUALIFIER_MOST
};

const char *observation_kind_name(enum observation_kind kind); /* "count", "date", "place", "source" */
const char *qualifier_name(enum qualifier qualifier); /* "exact", "about", "more than", "less than", ... */

struct observation {
    uint32_t start, end; /* bytes of the text */
    uint32_t sentence;   /* 0-based */
    uint8_t kind;
    uint8_t qualifier;     /* of a count */
    uint8_t surety;        /* of a place: enum place_surety */
    int64_t count;         /* of a count; the day of a date, since 1970-01-01 (of a month: its first) */
    gazetteer_id place;    /* of a place */
    struct text_ref value; /* count: its noun, folded; date: "2025-03-04" or "2025-03"; place: its key;
                              source: who, folded */
    uint32_t said_apart;   /* bytes from it to who says so, and one; 0 where the sentence names nobody */
    struct text_ref attribution; /* who says so, as a source's value; empty where nobody is named */
};

struct observation_list {
    struct observation *items;
    size_t count, capacity;
    struct buffer pool; /* of values */
};

enum { OBSERVER_LANGUAGES = 4 };

struct observer; /* scratch and word lists; for one thread */

/* resolver stays the caller's. */
enum bowline_status observer_new(struct place_resolver *resolver, struct observer **out,
                                 struct bowline_error *err) BOWLINE_WARN_UNUSED;
void observer_free(struct observer *observer); /* NULL allowed */

void observation_list_init(struct observation_list *list);
void observation_list_release(struct observation_list *list);

/* Appends what the text states, in the order of its bytes. day: of the report, days since 1970-01-01, or
 * INT64_MIN: then days of the week and dates without a year are left out. country: the report's, as given, or
 * empty. False where memory is short. Linear in the text. */
bool observer_read(struct observer *observer, struct span text, int64_t day, struct span country,
                   struct observation_list *out);

#endif
