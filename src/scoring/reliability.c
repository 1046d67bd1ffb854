/* Claimed probabilities against what is true: a reliability table, the expected calibration error (Naeini,
 * Cooper and Hauskrecht 2015), the Brier score (Brier 1950) and the logarithmic loss (Good 1952). */
#include "scoring/score.h"

#include <math.h>
#include <stdbool.h>

/* What is not a number, or lies outside, is moved to the nearest bound: it must not vanish from the counts.
 */
static double probability_of(double claimed)
{
    return claimed > 0 ? (claimed < 1 ? claimed : 1) : 0;
}

/* A double tells 1 from what is below it by 2^-53 at best: a certainty that is wrong costs 53 bits. */
#define LEAST_CHANCE 0x1p-53

static double bits_lost(double claimed, bool is_true)
{
    double chance = is_true ? claimed : 1 - claimed;
    return -log2(chance > LEAST_CHANCE ? chance : LEAST_CHANCE);
}

void score_reliability(const double *probabilities, const uint8_t *is_true, size_t count,
                       struct reliability *out)
{
    *out = (struct reliability){.count = count};
    for (size_t i = 0; i < count; i++) {
        double claimed = probability_of(probabilities[i]);
        size_t bin = (size_t)(claimed * SCORE_BINS);
        bin = bin < SCORE_BINS ? bin : SCORE_BINS - 1;
        out->bins[bin].claimed += claimed;
        out->bins[bin].actual += is_true[i] ? 1 : 0;
        out->bins[bin].count++;
        double miss = claimed - (is_true[i] ? 1 : 0);
        out->brier += miss * miss;
        out->log_loss += bits_lost(claimed, is_true[i]);
    }
    out->brier = count ? out->brier / (double)count : 0;
    out->log_loss = count ? out->log_loss / (double)count + 0.0 : 0;
    for (size_t bin = 0; bin < SCORE_BINS; bin++) {
        double records = (double)out->bins[bin].count;
        if (out->bins[bin].count == 0)
            continue;
        out->expected_error += fabs(out->bins[bin].claimed - out->bins[bin].actual) / (double)count;
        out->bins[bin].claimed /= records;
        out->bins[bin].actual /= records;
    }
}
