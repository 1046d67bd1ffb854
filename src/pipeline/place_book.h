/* The gazetteer of a run, with the names that the data package adds. */
#ifndef PIPELINE_PLACE_BOOK_H
#define PIPELINE_PLACE_BOOK_H

#include "places/place_resolver.h"
#include "records/package.h"

struct place_book {
    struct gazetteer gazetteer;
    struct place_resolver *resolver; /* NULL: not open */
};

/* Opens it, or leaves an open one as it is. An alias of a place that the gazetteer does not have is an error
 * that names it. */
enum bowline_status place_book_open(struct place_book *book, const struct package *package,
                                    struct bowline_error *err) BOWLINE_WARN_UNUSED;
void place_book_release(struct place_book *book);

#endif
