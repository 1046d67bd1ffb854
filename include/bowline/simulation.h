/* Inventing a case with known answers. Everything in it is made up (docs/methods/simulation.md). */
#ifndef BOWLINE_SIMULATION_H
#define BOWLINE_SIMULATION_H

#include <bowline/error.h>

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct bowline_simulation {
    uint64_t seed;     /* same seed and numbers: same bytes, on any machine */
    uint32_t ads;      /* rows of ads.csv */
    uint32_t stays;    /* UINT32_MAX: a fifth of the ads; likewise below */
    uint32_t payments; /* UINT32_MAX: half of the ads */
    uint32_t calls;    /* UINT32_MAX: a fifth of the ads */
    uint32_t rings;    /* organised networks among them; the rest are independents and decoys */
};

extern const struct bowline_simulation bowline_simulation_defaults;

/* Writes datapackage.json, its tables (ads, stays, payments, calls, premises, persons, reports) and truth.csv
 * into a folder, which is made where it is not there. Files of those names that exist are an error. */
enum bowline_status bowline_simulate(const char *folder, const struct bowline_simulation *options,
                                     struct bowline_error *err) BOWLINE_WARN_UNUSED;

#ifdef __cplusplus
}
#endif
#endif
