/* The places of the world, all real: Belgium first, and its neighbours by land. Coordinates in ten
 * thousandths of a degree, of the centre (GeoNames, rounded). */
#ifndef SIMULATION_GAZETTEER_H
#define SIMULATION_GAZETTEER_H

#include <stdint.h>

enum country { COUNTRY_BE, COUNTRY_NL, COUNTRY_FR, COUNTRY_DE, COUNTRY_LU, COUNTRY_COUNT };

struct place {
    const char *name;
    const char *postcode; /* of its centre */
    int32_t lat, lon;
    uint8_t country;
    uint8_t weight; /* how often people live there */
};

enum { PLACE_COUNT = 32, PLACE_WEIGHTS = 342 /* summed */ };

extern const struct place places[PLACE_COUNT];

const char *country_name(unsigned country); /* ISO 3166-1 alpha-2 */

/* PLACE_COUNT where there is none of the name. */
unsigned place_find(const char *name);

/* As it is called in a language (enum of lexicon.h). */
const char *place_name(unsigned place, unsigned language);

#endif
