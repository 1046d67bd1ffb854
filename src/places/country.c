/* Country names: a sorted table, searched by halves. */
#include "places/country.h"

#include "base/buffer.h"
#include "places/fold.h"

#include <stdlib.h>

struct country_name {
    const char *name; /* folded as in places/fold.h */
    const char *code;
};

/* In byte order of the names. From Unicode CLDR and ISO 3166-1. */
static const struct country_name names[] = {
#include "places/country_names.inc"
};

#define NAME_MOST 80

static int compare(const void *key, const void *row)
{
    return strcmp(key, ((const struct country_name *)row)->name);
}

bool country_code(struct span given, char code[3])
{
    memset(code, 0, 3);
    if (given.length == 0 || given.length > NAME_MOST)
        return false;
    /* On the stack: a name that folds to more is no country's. */
    char bytes[4 * NAME_MOST];
    struct buffer folded = {.data = bytes, .capacity = sizeof bytes, .most = sizeof bytes};
    place_fold(given, &folded);
    buffer_append_char(&folded, 0);
    const struct country_name *row = NULL;
    if (buffer_ok(&folded))
        row = bsearch(folded.data, names, sizeof names / sizeof names[0], sizeof names[0], compare);
    if (row)
        memcpy(code, row->code, 2);
    return row != NULL;
}
