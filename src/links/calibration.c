/* Calibration by holding one type of identifier out. */
#include "links/calibration.h"

#include <math.h>

#define MILLION    1000000
#define SURE_PAIRS 50   /* pairs in the last bin below which a type's agreement is not known */
#define TRUST_RAW  200  /* imagined pairs of each bin that are as true as they claim */
#define LEAST_RATE 0.05 /* agreement of sure pairs below which a type tells nothing */

void calibration_add(struct calibration *c, enum identifier_type held_out, millibits bits_without, bool agree)
{
    double claim = bits_probability(bits_without);
    unsigned at = (unsigned)(claim * CALIBRATION_BINS);
    struct calibration_bin *bin = &c->bins[held_out][at < CALIBRATION_BINS ? at : CALIBRATION_BINS - 1];
    bin->pairs++;
    bin->agree += agree;
    bin->claimed += (uint64_t)llround(MILLION * claim);
}

void calibration_merge(struct calibration *into, const struct calibration *from)
{
    for (unsigned t = 0; t < IDENTIFIER_TYPE_COUNT; t++)
        for (unsigned b = 0; b < CALIBRATION_BINS; b++) {
            into->bins[t][b].pairs += from->bins[t][b].pairs;
            into->bins[t][b].agree += from->bins[t][b].agree;
            into->bins[t][b].claimed += from->bins[t][b].claimed;
        }
}

double calibration_actual(const struct calibration *c, enum identifier_type held_out, unsigned bin)
{
    const struct calibration_bin *b = &c->bins[held_out][bin];
    if (!b->pairs || c->agreement[held_out] < LEAST_RATE)
        return -1;
    return fmin(1, (double)b->agree / (double)b->pairs / c->agreement[held_out]);
}

/* One operator may have several numbers, so sure pairs do not all agree; their rate is the yardstick. */
static void set_agreements(struct calibration *c)
{
    for (unsigned t = 0; t < IDENTIFIER_TYPE_COUNT; t++) {
        const struct calibration_bin *sure = &c->bins[t][CALIBRATION_BINS - 1];
        c->agreement[t] = sure->pairs < SURE_PAIRS ? 0 : (double)sure->agree / (double)sure->pairs;
    }
}

struct pooled {
    double pairs, claimed, actual; /* sums over the types */
};

static void pool_types(const struct calibration *c, struct pooled pooled[CALIBRATION_BINS])
{
    for (unsigned b = 0; b < CALIBRATION_BINS; b++)
        for (unsigned t = 0; t < IDENTIFIER_TYPE_COUNT; t++) {
            double actual = calibration_actual(c, (enum identifier_type)t, b);
            double pairs = (double)c->bins[t][b].pairs;
            if (actual < 0)
                continue;
            pooled[b].pairs += pairs;
            pooled[b].claimed += (double)c->bins[t][b].claimed / MILLION;
            pooled[b].actual += actual * pairs;
        }
}

/* Bins become points; neighbours that fall are averaged until all rise (pool adjacent violators; Ayer et al.
 * 1955).
 */
static void draw_curve(struct calibration *c, const struct pooled pooled[CALIBRATION_BINS])
{
    struct pooled block[CALIBRATION_BINS];
    unsigned blocks = 0;
    for (unsigned b = 0; b < CALIBRATION_BINS; b++) {
        double centre =
            pooled[b].pairs > 0 ? pooled[b].claimed / pooled[b].pairs : (b + .5) / CALIBRATION_BINS;
        struct pooled now = {pooled[b].pairs + TRUST_RAW, pooled[b].claimed + TRUST_RAW * centre,
                             pooled[b].actual + TRUST_RAW * centre};
        for (; blocks && block[blocks - 1].actual * now.pairs > now.actual * block[blocks - 1].pairs;
             blocks--) {
            now.pairs += block[blocks - 1].pairs;
            now.claimed += block[blocks - 1].claimed;
            now.actual += block[blocks - 1].actual;
        }
        block[blocks++] = now;
    }
    c->points = 0;
    c->curve[c->points++] = (struct calibration_point){0, 0};
    for (unsigned i = 0; i < blocks; i++)
        c->curve[c->points++] =
            (struct calibration_point){block[i].claimed / block[i].pairs, block[i].actual / block[i].pairs};
    c->curve[c->points++] = (struct calibration_point){1, 1};
}

void calibration_finish(struct calibration *c)
{
    struct pooled pooled[CALIBRATION_BINS] = {{0}};
    set_agreements(c);
    pool_types(c, pooled);
    c->pairs = 0;
    for (unsigned b = 0; b < CALIBRATION_BINS; b++)
        c->pairs += (uint64_t)pooled[b].pairs;
    draw_curve(c, pooled);
}

double calibration_probability(const struct calibration *c, millibits bits)
{
    double claim = bits_probability(bits);
    if (!c->pairs)
        return claim;
    unsigned at = 1;
    while (at + 1 < c->points && c->curve[at].claimed < claim)
        at++;
    const struct calibration_point *low = &c->curve[at - 1];
    const struct calibration_point *high = &c->curve[at];
    double width = high->claimed - low->claimed;
    double share = width > 0 ? (claim - low->claimed) / width : 1;
    return low->actual + share * (high->actual - low->actual);
}
