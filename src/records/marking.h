/* Grades and handling codes as sources give them: "scheme:code", kept as given and never turned into another
 * scheme (docs/methods/handling.md). What is known of a code is its order within its scheme, and how far it
 * lets a record go. */
#ifndef RECORDS_MARKING_H
#define RECORDS_MARKING_H

#include "base/span.h"

/* Who may get what is marked, each also what those before may not: a word of --recipient. */
enum audience { AUDIENCE_NAMED, AUDIENCE_OWN, AUDIENCE_PARTNER, AUDIENCE_COURT, AUDIENCE_PUBLIC, AUDIENCES };

const char *audience_name(enum audience audience);
enum audience audience_find(struct span word); /* AUDIENCES where unknown */

struct marking {
    struct span scheme, code; /* as given; the scheme in the contract's letters */
    unsigned rank;            /* within the scheme: the larger, the stricter, or the weaker the grade */
    unsigned audiences;       /* a bit for each audience that a handling code allows */
};

/* NULL, or why it is none (static). */
const char *handling_parse(struct span value, struct marking *out);
const char *grade_parse(struct span value, struct marking *out);

/* What stands for a handling code that could not be read: nobody but named persons may get it. */
#define HANDLING_UNREAD "unread:unread"

#endif
