/* With whom a record was put together: the question behind decoys that are linked wrongly. */
#ifndef SCORING_COMPANY_H
#define SCORING_COMPANY_H

#include "base/error.h"

#include <stddef.h>
#include <stdint.h>

enum company {
    COMPANY_OTHER_GROUP = 1, /* with a record of a true group that is not its own */
    COMPANY_OTHERS = 2,      /* with a record that is not of its own true group; one that stands alone too */
};

/* found[i], truth[i]: the group of record i; 0 stands alone. out[i]: bits of enum company. Linear but for a
 * sort. */
enum bowline_status score_company(const uint32_t *found, const uint32_t *truth, size_t count, uint8_t *out,
                                  struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* owner[group], which the caller has zeroed: the true group that has more than half of its records, else 0.
 */
enum bowline_status score_owners(const uint32_t *found, const uint32_t *truth, size_t count, uint32_t *owner,
                                 struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
