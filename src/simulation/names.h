/* Names of nobody: common given names used evenly, family names and firms made of syllables, streets. */
#ifndef SIMULATION_NAMES_H
#define SIMULATION_NAMES_H

#include "base/buffer.h"

const char *given_name(uint64_t hash);

/* Every hash gives the same name each time; names of two people may be the same, as in life. */
void family_name_write(struct buffer *out, uint64_t hash);
void full_name_write(struct buffer *out, uint64_t hash);
void firm_name_write(struct buffer *out, uint64_t hash);
/* "Lindenstraat 12", as streets are called in the country. */
void street_write(struct buffer *out, uint64_t hash, unsigned country);

#endif
