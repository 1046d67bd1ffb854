/* Countries as people write them. */
#ifndef PLACES_COUNTRY_H
#define PLACES_COUNTRY_H

#include "base/span.h"

/* Two capital letters and a zero (ISO 3166-1 alpha-2) from a code of two or three letters or a name in
 * English, Dutch, French, German, Spanish, Italian, Portuguese or Romanian (CLDR); "UK" counts as GB. False
 * and "" where it is not known. */
bool country_code(struct span given, char code[3]);

#endif
