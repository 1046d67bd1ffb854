/* A mixture of exclusive and generic values. */
#include "links/mixture.h"

#include <math.h>

#define UNIT        1048576.0 /* weights are summed in 2^-20 */
#define MOST_DRAWS  50.0      /* what one value may teach: a hotline of thousands is still one value */
#define TRUST_SHARE 5000.0    /* imagined values that speak for the default share */
#define TRUST_DRAWS                                                                                          \
    2000.0 /* imagined draws that speak for the default chances: few data must not turn them over */

/* An operator's next record carries a contact seen before, but for the rate at which operators begin afresh;
 * the next record of a hotline is another's about once in three, for strangers too post in rows. Assumed; the
 * data correct it. */
const struct mixture mixture_defaults = {
    .exclusive = .5,
    .if_exclusive = {[DRAW_JOIN] = .80, [DRAW_SUCCESSOR] = .11, [DRAW_ONCE] = .06, [DRAW_RIVAL] = .03},
    .if_generic = {[DRAW_JOIN] = .44, [DRAW_SUCCESSOR] = .14, [DRAW_ONCE] = .10, [DRAW_RIVAL] = .32},
};

double mixture_bits(const struct mixture *m, const struct draws *d)
{
    double bits = 0;
    for (unsigned i = 0; i < DRAW_COUNT; i++)
        bits += d->count[i] * log2(m->if_exclusive[i] / m->if_generic[i]);
    return bits;
}

void mixture_expect(const struct mixture *m, const struct draws *d, struct mixture_sums *sums)
{
    double total = 0;
    for (unsigned i = 0; i < DRAW_COUNT; i++)
        total += d->count[i];
    if (total == 0)
        return;
    double bits = log2(m->exclusive / (1 - m->exclusive)) + mixture_bits(m, d);
    double chance = 1 / (1 + exp2(-bits));
    double scale = UNIT * fmin(1, MOST_DRAWS / total);
    sums->values++;
    sums->exclusive += (uint64_t)llround(UNIT * chance);
    for (unsigned i = 0; i < DRAW_COUNT; i++) {
        sums->if_exclusive[i] += (uint64_t)llround(scale * chance * d->count[i]);
        sums->if_generic[i] += (uint64_t)llround(scale * (1 - chance) * d->count[i]);
    }
}

static void normalise(double *out, const double *defaults, const uint64_t *sums)
{
    double total = TRUST_DRAWS;
    for (unsigned i = 0; i < DRAW_COUNT; i++)
        total += (double)sums[i] / UNIT;
    for (unsigned i = 0; i < DRAW_COUNT; i++)
        out[i] = ((double)sums[i] / UNIT + TRUST_DRAWS * defaults[i]) / total;
}

void mixture_maximise(struct mixture *m, const struct mixture *defaults, const struct mixture_sums *sums)
{
    m->exclusive = ((double)sums->exclusive / UNIT + TRUST_SHARE * defaults->exclusive) /
                   ((double)sums->values + TRUST_SHARE);
    normalise(m->if_exclusive, defaults->if_exclusive, sums->if_exclusive);
    normalise(m->if_generic, defaults->if_generic, sums->if_generic);
}
