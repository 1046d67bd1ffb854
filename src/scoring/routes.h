/* Money routes found: what truth says passed through collecting accounts, against what the case says did. */
#ifndef SCORING_ROUTES_H
#define SCORING_ROUTES_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A payment in that was passed on by a payment out, as truth lists them. */
struct route_line {
    uint32_t route, account;     /* numbers from 0 */
    uint32_t in, out;            /* payments: the same number is the same payment */
    int64_t in_cents, out_cents; /* below 0: not known */
};

struct route_score {
    size_t routes, routes_found; /* a route: the lines of one number and account */
    size_t accounts, accounts_found;
    int64_t cents, cents_found; /* passed on in truth; of them at most what the case says passed */
};

/* passed[account]: cents that the case says passed through it, 0 where it says nothing. A route's sum is the
 * lesser of its distinct payments in and out; it is found where that much passed through its account, an
 * account where the sums of all its routes did. A route with a payment whose amount is not known is not
 * found and has no sum. Sums stay at INT64_MAX. Linear but for sorts. */
enum bowline_status score_routes(const struct route_line *lines, size_t count, const int64_t *passed,
                                 size_t account_count, struct route_score *out,
                                 struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
