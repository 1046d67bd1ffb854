/* Money routes found: sums of distinct payments by route and account. */
#include "scoring/routes.h"

#include "base/memory.h"
#include "base/sort.h"

#include <string.h>

#define UNKNOWN (-1)

/* A route through an account, while its payments are summed. */
struct route {
    uint32_t account;
    int64_t sums[2]; /* in, out; UNKNOWN where an amount is */
};

struct routes {
    struct sort_pair *pairs; /* of lines: scratch */
    uint32_t *route_of;      /* [line] */
    struct route *items;
    size_t count;
};

static int64_t add(int64_t a, int64_t b)
{
    return a > INT64_MAX - b ? INT64_MAX : a + b;
}

static bool number_routes(struct routes *r, const struct route_line *lines, size_t count)
{
    for (size_t i = 0; i < count; i++)
        r->pairs[i] = (struct sort_pair){(uint64_t)lines[i].route << 32 | lines[i].account, i};
    if (!sort_pairs(r->pairs, count))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || r->pairs[i - 1].key != r->pairs[i].key)
            r->items[r->count++] = (struct route){.account = (uint32_t)r->pairs[i].key};
        r->route_of[r->pairs[i].value] = (uint32_t)(r->count - 1);
    }
    return true;
}

/* side 0: payments in, 1: out. Each payment counts once a route. */
static bool sum_payments(struct routes *r, const struct route_line *lines, size_t count, int side)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t payment = side ? lines[i].out : lines[i].in;
        r->pairs[i] = (struct sort_pair){(uint64_t)r->route_of[i] << 32 | payment, i};
    }
    if (!sort_pairs(r->pairs, count))
        return false;
    for (size_t i = 0; i < count; i++) {
        const struct route_line *line = &lines[r->pairs[i].value];
        int64_t cents = side ? line->out_cents : line->in_cents;
        int64_t *sum = &r->items[r->pairs[i].key >> 32].sums[side];
        if (cents < 0)
            *sum = UNKNOWN;
        else if (*sum != UNKNOWN && (i == 0 || r->pairs[i - 1].key != r->pairs[i].key))
            *sum = add(*sum, cents);
    }
    return true;
}

/* needed: [account], UNKNOWN where it has no route. */
static void judge(const struct routes *r, const int64_t *passed, int64_t *needed, struct route_score *out)
{
    out->routes = r->count;
    for (size_t i = 0; i < r->count; i++) {
        const struct route *route = &r->items[i];
        int64_t sum = route->sums[0] < route->sums[1] ? route->sums[0] : route->sums[1];
        out->accounts += needed[route->account] == UNKNOWN;
        needed[route->account] = needed[route->account] == UNKNOWN ? 0 : needed[route->account];
        if (sum == UNKNOWN)
            continue;
        out->routes_found += passed[route->account] > 0 && passed[route->account] >= sum;
        needed[route->account] = add(needed[route->account], sum);
    }
}

static void judge_accounts(const int64_t *passed, const int64_t *needed, size_t count,
                           struct route_score *out)
{
    for (size_t account = 0; account < count; account++)
        if (needed[account] != UNKNOWN) {
            bool is_enough = passed[account] >= needed[account];
            out->accounts_found += passed[account] > 0 && is_enough;
            out->cents = add(out->cents, needed[account]);
            out->cents_found = add(out->cents_found, is_enough ? needed[account] : passed[account]);
        }
}

enum bowline_status score_routes(const struct route_line *lines, size_t count, const int64_t *passed,
                                 size_t account_count, struct route_score *out, struct bowline_error *err)
{
    struct routes r = {
        .pairs = memory_new(count, sizeof *r.pairs),
        .route_of = memory_new(count, sizeof *r.route_of),
        .items = memory_new(count, sizeof *r.items),
    };
    int64_t *needed = memory_new(account_count, sizeof *needed);
    *out = (struct route_score){.routes = 0};
    bool is_ready = r.pairs && r.route_of && r.items && needed && number_routes(&r, lines, count) &&
                    sum_payments(&r, lines, count, 0) && sum_payments(&r, lines, count, 1);
    if (is_ready) {
        memset(needed, 0xff, account_count * sizeof *needed); /* UNKNOWN */
        judge(&r, passed, needed, out);
        judge_accounts(passed, needed, account_count, out);
    }
    memory_free(r.pairs);
    memory_free(r.route_of);
    memory_free(r.items);
    memory_free(needed);
    return is_ready ? BOWLINE_OK : error_memory(err);
}
