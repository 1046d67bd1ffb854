/* Marks found: identifiers that stand in records, against those that truth lists. */
#ifndef SCORING_MARKS_H
#define SCORING_MARKS_H

#include "base/error.h"

#include <stddef.h>
#include <stdint.h>

/* One identifier as it stands at one place. */
struct mark {
    uint32_t record;
    uint32_t value; /* number of type and value; 0: of no other mark */
    uint16_t field;
    uint8_t rank; /* of truth: who comes first where fewer were found than truth lists: the lowest */
};

struct mark_list {
    const struct mark *marks;
    size_t count;
    uint8_t *is_matched; /* [count]: 0 or 1, filled by score_marks */
};

/* Record, field and value must agree. Each find answers for one mark of truth at most, so that a mark that
 * stands twice must be found twice; a find is right where truth has its like, however often. Linear but for
 * radix sorts. */
enum bowline_status score_marks(const struct mark_list *found, const struct mark_list *truth,
                                struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
