/* Which groups were found: true groups and proposed ones, one to one, where they share at least half of all
 * records that either has (Jaccard 1912), and how large both are. */
#ifndef SCORING_MATCHING_H
#define SCORING_MATCHING_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MATCH_SIZES 32 /* [i]: groups of 2^i to 2^(i + 1) - 1 records */

/* A true group of two records or more, and the proposed group with most of its records. */
struct group_match {
    uint32_t records;
    uint32_t best;   /* records of that proposed group, 0 where all its records stand alone */
    uint32_t shared; /* records of both */
    bool is_found;   /* a proposed group has been matched to it */
};

/* Groups are of two records or more; a share of nothing is 1. */
struct match_table {
    size_t groups_found, groups_true;
    size_t matched;    /* pairs of a true and a proposed group with Jaccard >= 1/2, one to one */
    size_t mostly_one; /* proposed groups of which one true group has half of the records or more */
    double recall, precision,
        mostly_one_share; /* matched / true, matched / proposed, mostly_one / proposed */
    struct {
        size_t found, truth;
    } sizes[MATCH_SIZES];
    struct group_match *groups; /* [groups_true]: the largest first */
};

/* found[i], truth[i]: the group of record i; 0 stands alone. Linear but for sorts. Release also after a
 * failure. */
enum bowline_status match_table_build(const uint32_t *found, const uint32_t *truth, size_t count,
                                      struct match_table *out, struct bowline_error *err) BOWLINE_WARN_UNUSED;
void match_table_release(struct match_table *table);

#endif
