/* Fellegi-Sunter weights with expectation maximisation. */
#include "links/weights.h"

#include <math.h>

#define ROUNDS        30     /* of expectation maximisation at most; it settles in ten to twenty */
#define TRUST_DEFAULT 200    /* imagined pairs that speak for the defaults */
#define MOST_BITS     14.0   /* what one field may prove */
#define LEAST_BITS    (-7.0) /* and disprove */

static const unsigned radix[FIELD_COUNT] = {7, 7, 5, 5, 5, 5};

/* m: from the error rates that the linkage literature gives for names, dates and addresses as they are typed
 * in (Christen 2012, ch. 3 and 7), rounded; u: uniform guesses that random pairs replace. */
const struct weights weights_defaults = {
    .m = {[FIELD_NAME] = {0, .45, .22, .10, .08, .10, .05},
          [FIELD_BORN] = {0, .66, .10, .10, .05, .05, .04},
          [FIELD_PLACE] = {0, .62, .13, .001, .249},
          [FIELD_POSTCODE] = {0, .50, .08, .12, .30},
          [FIELD_ADDRESS] = {0, .50, .25, .001, .249},
          [FIELD_ATTRIBUTE] = {0, .62, .10, .001, .279}},
    .u = {[FIELD_NAME] = {0, .001, .001, .001, .002, .045, .95},
          [FIELD_BORN] = {0, .0005, .001, .005, .010, .03, .9535},
          [FIELD_PLACE] = {0, .01, .01, .001, .979},
          [FIELD_POSTCODE] = {0, .001, .001, .008, .99},
          [FIELD_ADDRESS] = {0, .001, .002, .001, .996},
          [FIELD_ATTRIBUTE] = {0, .05, .01, .001, .939}},
};

uint32_t weights_pattern(const struct comparison *c)
{
    uint32_t pattern = 0;
    for (unsigned f = 0; f < FIELD_COUNT; f++)
        pattern = pattern * radix[f] + c->grade[f];
    return pattern;
}

static void grades_of(uint32_t pattern, uint8_t grade[FIELD_COUNT])
{
    for (unsigned f = FIELD_COUNT; f-- > 0; pattern /= radix[f])
        grade[f] = (uint8_t)(pattern % radix[f]);
}

static void normalise(double table[FIELD_COUNT][GRADES], const double defaults[FIELD_COUNT][GRADES],
                      double out[FIELD_COUNT][GRADES])
{
    for (unsigned f = 0; f < FIELD_COUNT; f++) {
        double sum = 0;
        for (unsigned g = 1; g < GRADES; g++)
            sum += table[f][g] + TRUST_DEFAULT * defaults[f][g];
        for (unsigned g = 1; g < GRADES; g++)
            out[f][g] = (table[f][g] + TRUST_DEFAULT * defaults[f][g]) / sum;
    }
}

void weights_learn_u(struct weights *w, const uint32_t *random)
{
    double table[FIELD_COUNT][GRADES] = {{0}};
    for (uint32_t p = 0; p < PATTERNS; p++) {
        if (!random[p])
            continue;
        uint8_t grade[FIELD_COUNT];
        grades_of(p, grade);
        for (unsigned f = 0; f < FIELD_COUNT; f++)
            table[f][grade[f]] += random[p];
    }
    normalise(table, weights_defaults.u, w->u);
}

/* The chance that a pair of this pattern is a match, from the fields that are not fixed. */
static double posterior(const struct weights *w, const double m[FIELD_COUNT][GRADES], const uint8_t *grade,
                        unsigned fixed, double share)
{
    double match = share;
    double other = 1 - share;
    for (unsigned f = 0; f < FIELD_COUNT; f++) {
        if (!grade[f] || fixed >> f & 1)
            continue;
        match *= m[f][grade[f]];
        other *= w->u[f][grade[f]];
    }
    return match / (match + other);
}

/* One round; returns the new share of matches. */
static double expect_once(const struct weights *w, const uint32_t *counts, unsigned fixed, double share,
                          const double m[FIELD_COUNT][GRADES], double matches[FIELD_COUNT][GRADES])
{
    double sum = 0;
    double all = 0;
    for (uint32_t p = 0; p < PATTERNS; p++) {
        if (!counts[p])
            continue;
        uint8_t grade[FIELD_COUNT];
        grades_of(p, grade);
        double expected = counts[p] * posterior(w, m, grade, fixed, share);
        sum += expected;
        all += counts[p];
        for (unsigned f = 0; f < FIELD_COUNT; f++)
            if (grade[f] && !(fixed >> f & 1))
                matches[f][grade[f]] += expected;
    }
    return all > 0 ? sum / all : share;
}

void weights_expect(const struct weights *w, const uint32_t *counts, unsigned fixed,
                    double matches[FIELD_COUNT][GRADES])
{
    double m[FIELD_COUNT][GRADES];
    double found[FIELD_COUNT][GRADES];
    double share = 0.1;
    for (unsigned round = 0; round < ROUNDS; round++) {
        for (unsigned f = 0; f < FIELD_COUNT; f++)
            for (unsigned g = 0; g < GRADES; g++) {
                m[f][g] = round ? m[f][g] : w->m[f][g];
                found[f][g] = 0;
            }
        double next = expect_once(w, counts, fixed, share, m, found);
        bool settled = fabs(next - share) < 1e-6;
        share = fmin(fmax(next, 1e-6), 1 - 1e-6);
        normalise(found, weights_defaults.m, m);
        if (settled)
            break;
    }
    for (unsigned f = 0; f < FIELD_COUNT; f++)
        for (unsigned g = 1; g < GRADES; g++)
            matches[f][g] += found[f][g];
}

void weights_learn_m(struct weights *w, double matches[FIELD_COUNT][GRADES])
{
    normalise(matches, weights_defaults.m, w->m);
}

millibits weights_bits(const struct weights *w, const struct comparison *c, enum compare_field field)
{
    uint8_t grade = c->grade[field];
    if (!grade)
        return 0;
    double bits = log2(w->m[field][grade]);
    bits += c->rarity[field] >= 0 ? (double)c->rarity[field] : -log2(w->u[field][grade]);
    return (millibits)lround(1000 * fmin(fmax(bits, LEAST_BITS), MOST_BITS));
}
