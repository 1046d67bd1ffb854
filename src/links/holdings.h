/* Holdings: which identifiers and templates each mention uses, and which mentions use each. One number space:
 * identifiers keep their ids, template t is identifiers + t. */
#ifndef LINKS_HOLDINGS_H
#define LINKS_HOLDINGS_H

#include "links/link_table.h"

typedef uint32_t value_id; /* 1 upwards */

struct holdings {
    uint32_t identifiers; /* values above are templates */
    uint32_t values;
    uint64_t *first;          /* [1 .. mentions + 1]: held[first[m] .. first[m + 1]) */
    value_id *held;           /* ascending, each once */
    uint64_t *first_holder;   /* [1 .. values + 1] */
    mention_id *holders;      /* by time, then mention key */
    millibits *template_bits; /* [1 .. records]: of the record's best template; NULL without templates */
    uint64_t *keys;           /* [1 .. mentions]: hash of resource, row id and party */
    mention_id *by_time;      /* [0 .. mentions): all mentions by begin, then key */
};

enum bowline_status holdings_build(const struct link_inputs *inputs, struct holdings *out,
                                   struct bowline_error *err) BOWLINE_WARN_UNUSED;
void holdings_release(struct holdings *h);

#endif
