/* A mixture of two kinds of value, learned from how the values of one type behave: exclusive ones, whose
 * users hang together without them, and generic ones, whose users are strangers. Each user after the first is
 * a draw of four: joins a group, begins a successor, shows a contact that is seen but once, begins a rival.
 * Expectation maximisation (Dempster, Laird and Rubin 1977) with imagined draws that speak for the defaults.
 */
#ifndef LINKS_MIXTURE_H
#define LINKS_MIXTURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum draw { DRAW_JOIN, DRAW_SUCCESSOR, DRAW_ONCE, DRAW_RIVAL, DRAW_COUNT };

/* A value's draws; the first group is not one. */
struct draws {
    uint32_t count[DRAW_COUNT];
};

struct mixture {
    double exclusive;                /* share of exclusive values */
    double if_exclusive[DRAW_COUNT]; /* chance of each draw; they sum to 1 */
    double if_generic[DRAW_COUNT];
};

extern const struct mixture mixture_defaults; /* its share is to be set by type */

/* Bits for exclusive, before the share: log2 of the likelihood ratio. */
double mixture_bits(const struct mixture *m, const struct draws *d);

/* Sums of what each value teaches; exact whole numbers, so that their order does not matter. */
struct mixture_sums {
    uint64_t values, exclusive; /* the second in 2^-20 */
    uint64_t if_exclusive[DRAW_COUNT], if_generic[DRAW_COUNT];
};

void mixture_expect(const struct mixture *m, const struct draws *d, struct mixture_sums *sums);

/* The mixture that the sums and the defaults together speak for. */
void mixture_maximise(struct mixture *m, const struct mixture *defaults, const struct mixture_sums *sums);

#endif
