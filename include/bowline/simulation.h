/* Inventing a case with known answers. Everything in it is made up (docs/methods/simulation.md). */
#ifndef BOWLINE_SIMULATION_H
#define BOWLINE_SIMULATION_H

#include <bowline/error.h>

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Innocent look-alikes; each can be turned off. What its share is a share of: docs/methods/simulation.md. */
enum bowline_decoy {
    BOWLINE_DECOY_INDEPENDENT,
    BOWLINE_DECOY_AGENCY,
    BOWLINE_DECOY_SHARED_FLAT,
    BOWLINE_DECOY_SHARED_DRIVER,
    BOWLINE_DECOY_SAFETY_PHONE,
    BOWLINE_DECOY_TOURING,
    BOWLINE_DECOY_COPIED_TEXT,
    BOWLINE_DECOY_BOILERPLATE,
    BOWLINE_DECOY_SPAM,
    BOWLINE_DECOY_HOTLINE,
    BOWLINE_DECOY_REASSIGNED_NUMBER,
    BOWLINE_DECOY_HOTEL_DESK,
    BOWLINE_DECOY_LANDLORD,
    BOWLINE_DECOY_PAYROLL,
    BOWLINE_DECOY_RENT,
    BOWLINE_DECOY_FAMILY,
    BOWLINE_DECOY_BUSINESS_TRAVELLER,
    BOWLINE_DECOYS
};

extern const char *const bowline_decoy_names[BOWLINE_DECOYS]; /* "agency", "shared-flat", ... */

#define BOWLINE_SHARE_ONE 10000u /* a share of 1; shares are whole ten thousandths */

struct bowline_simulation {
    uint64_t seed;         /* same seed and numbers: same bytes, on any machine */
    uint32_t ads;          /* rows of ads.csv, before copies of rows (dirt) */
    uint32_t stays;        /* UINT32_MAX: a fifth of the ads; likewise below */
    uint32_t payments;     /* UINT32_MAX: half of the ads */
    uint32_t calls;        /* UINT32_MAX: a fifth of the ads */
    uint32_t rings;        /* organised networks; UINT32_MAX: one for each thousand ads */
    uint32_t members;      /* organisers and helpers of each ring, 2 to 60; 0: drawn, 3 to 7 */
    uint32_t advertised;   /* people that each ring advertises, 1 to 200; 0: drawn, 5 to 14 */
    uint32_t premises;     /* that each ring uses, and it uses no others, 1 to 60; 0: drawn, 3 to 5 */
    const char *centre;    /* the town of each ring's centre, static, as the tables write it; NULL: drawn */
    uint32_t months;       /* that the world lasts, 2 to 120; it ends with June 2025 */
    uint32_t languages;    /* a bit each, from the lowest: en nl fr de es it pt ro zh ja ru */
    uint32_t edits;        /* percent of a ring's ads that do not stand as their text did, 0 to 100 */
    uint32_t reuse;        /* percent of a ring's ads that carry a number its other ads carry, 0 to 100 */
    uint32_t obfuscation;  /* percent of contacts in texts that are written to be hidden, 0 to 100 */
    uint32_t dirt;         /* percent of rows in which something is wrong, 0 to 100 */
    bool swap_nationality; /* words of nationality changed for others; nothing else changes */
    uint16_t decoys[BOWLINE_DECOYS]; /* ten thousandths */
};

extern const struct bowline_simulation bowline_simulation_defaults;

/* Replaces all options by those of "tiny", "belgium" or "hard"; the seed stays. */
enum bowline_status bowline_simulation_take_preset(struct bowline_simulation *options, const char *name,
                                                   struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* text: "agency=0.07,spam=0"; "all=0" is all of them. Decoys that are not named keep their share. */
enum bowline_status bowline_simulation_take_decoys(struct bowline_simulation *options, const char *text,
                                                   struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* text: "en,nl,fr", or "all": en nl fr de es it pt ro zh ja ru. */
enum bowline_status bowline_simulation_take_languages(struct bowline_simulation *options, const char *text,
                                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Writes datapackage.json, its tables (ads, stays, payments, calls, premises, persons, reports), truth.csv
 * and the other files of truth into a folder, which is made where it is not there. Files of those names that
 * exist are an error. */
enum bowline_status bowline_simulate(const char *folder, const struct bowline_simulation *options,
                                     struct bowline_error *err) BOWLINE_WARN_UNUSED;

#ifdef __cplusplus
}
#endif
#endif
