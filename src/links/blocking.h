/* Blocking: which pairs are worth comparing. Each value and each rule sorts mentions into blocks; a block is
 * in canonical order, and each of its members is paired with the next `window` ones, so that no block costs
 * more than linear time. A pair needs one rule only, and no field stands in all of them. */
#ifndef LINKS_BLOCKING_H
#define LINKS_BLOCKING_H

#include "links/holdings.h"
#include "links/portraits.h"

struct pair_list {
    uint64_t *pairs; /* lower mention << 32 | higher */
    size_t count, capacity;
    uint64_t cut; /* pairs of a block that lie beyond the window */
};

void pair_list_release(struct pair_list *list);
bool pair_list_add(struct pair_list *list, mention_id a, mention_id b);
bool pair_list_unique(struct pair_list *list); /* sorts; false on failure of memory */

struct blocking_values {
    const struct link_inputs *in;
    const struct holdings *holdings;
    const struct ownership *ownership; /* [value] */
    uint32_t window;
    millibits links_alone; /* a value worth this much links two by itself */
    millibits least_worth; /* a value in many records that is worth less makes no pairs of its own */
};

bool blocking_by_values(const struct blocking_values *b, struct pair_list *out);

/* Whether a value that so many mentions hold makes no pairs, for it is common and worth little. */
bool blocking_leaves_out(uint64_t holders, millibits bits, millibits least_worth);

/* Whether two mentions may be compared at all: two records, and both protected or neither. */
bool blocking_may_pair(const struct mention_table *mentions, mention_id a, mention_id b);

enum blocking_rule {
    RULE_NAME, /* the same words */
    RULE_BORN, /* the same date */
    RULE_POSTCODE,
    RULE_ADDRESS,
    RULE_NAME_YEAR,  /* a word of the name, or its first or last letters, and the year of birth */
    RULE_NAME_AREA,  /* likewise and the area of the postcode */
    RULE_NAME_PLACE, /* likewise and the place */
    RULE_NAME_DAY,   /* likewise and day and month of birth */
    RULE_NAME_ATTRIBUTE,
    RULE_YEAR_PLACE,
    RULE_COUNT
};

/* The fields that the rule makes agree, as a set of bits by enum compare_field. */
unsigned blocking_fixed(enum blocking_rule rule);

struct profiles;

struct blocking_portraits {
    const struct link_inputs *in;
    const struct portrait_table *portraits;
    const struct profiles *profiles;
    uint32_t window;
};

/* The rules by which the two have a key in common, as a set of bits. False: no memory. */
bool blocking_shared_rules(const struct blocking_portraits *b, portrait_id x, portrait_id y, unsigned *rules);
const char *blocking_rule_name(enum blocking_rule rule); /* "name and year of birth"; static */

/* Empties out first. */
bool blocking_by_rule(const struct blocking_portraits *b, enum blocking_rule rule, struct pair_list *out);

#endif
