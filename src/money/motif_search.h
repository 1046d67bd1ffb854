/* What the searches for motifs share. Inside the room only. */
#ifndef MONEY_MOTIF_SEARCH_H
#define MONEY_MOTIF_SEARCH_H

#include "money/motif_table.h"
#include "money/surprise.h"

struct motif_search {
    const struct money_inputs *inputs;
    const struct relay_table *relays;
    const struct relay_options *relay_options;
    const struct motif_options *options;
    struct motif_table *out;
    uint8_t *is_used;  /* [payment] */
    uint8_t *is_fresh; /* [payment]: those two hardly ever pay each other */
    double payments;   /* that have a time */
};

/* Adds a motif of these payments where its bits are enough, and marks them as used. False: no memory. */
bool motif_add(struct motif_search *s, struct motif motif, const uint32_t *payments, size_t count)
    __attribute__((warn_unused_result));

bool find_cycles(struct motif_search *s) __attribute__((warn_unused_result));
bool find_scatters(struct motif_search *s) __attribute__((warn_unused_result));
bool find_funnels(struct motif_search *s) __attribute__((warn_unused_result));
bool find_fans(struct motif_search *s) __attribute__((warn_unused_result));
bool find_chains(struct motif_search *s) __attribute__((warn_unused_result));

/* Seconds from a to b, b not before a, without overflow. */
static inline int64_t motif_seconds(int64_t a, int64_t b)
{
    int64_t span;
    return __builtin_sub_overflow(b, a, &span) ? INT64_MAX : span;
}

static inline uint32_t payments_into(const struct motif_search *s, account_id account)
{
    return s->inputs->sides->in_first[account + 1] - s->inputs->sides->in_first[account];
}

#endif
