/* Measures of a partition against known answers: pairwise and B-cubed (Bagga and Baldwin 1998) precision,
 * recall and F1, adjusted Rand index (Hubert and Arabie 1985), the largest group, and the reliability of
 * claimed probabilities. Groups found, company, marks, circuits and routes have headers of their own. */
#ifndef SCORING_SCORE_H
#define SCORING_SCORE_H

#include "base/error.h"

#include <stddef.h>
#include <stdint.h>

struct score_triple {
    double precision, recall,
        f1; /* 0 to 1; precision is 1 where nothing was claimed, recall 1 where nothing is true */
};

struct partition_score {
    struct score_triple pairs;
    struct score_triple bcubed;
    double adjusted_rand;
    size_t records;
    size_t groups_found, groups_true; /* of two records or more */
    size_t largest_found;             /* records in it */
    double largest_purity;            /* the share of its records that have its most frequent true group */
};

/* found[i], truth[i]: the group of record i; 0 stands alone. Linear but for a sort. */
enum bowline_status score_partition(const uint32_t *found, const uint32_t *truth, size_t count,
                                    struct partition_score *out,
                                    struct bowline_error *err) BOWLINE_WARN_UNUSED;

#define SCORE_BINS 10

struct reliability {
    struct {
        double claimed; /* mean probability */
        double actual;  /* share that is true */
        size_t count;
    } bins[SCORE_BINS];    /* [i]: probabilities in [i / 10, (i + 1) / 10) */
    double expected_error; /* mean |claimed - actual|, weighted by counts */
    double brier;          /* mean (claimed - what is true)^2: 0 is best, 0.25 is saying 1/2 always */
    double log_loss;       /* mean bits lost: -log2 of the chance that was given to what is true */
    size_t count;
};

/* is_true[i] is 0 or 1. */
void score_reliability(const double *probabilities, const uint8_t *is_true, size_t count,
                       struct reliability *out);

#endif
