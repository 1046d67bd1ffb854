/* Numbers from 0 to 99 as words of eleven languages. */
#ifndef SIMULATION_NUMERALS_H
#define SIMULATION_NUMERALS_H

#include "base/buffer.h"

/* Variants differ where people differ: French 70 and 90 (of France, of Belgium), English and Japanese zero,
 * Chinese one. */
enum { NUMERAL_VARIANTS = 2 };
void numeral_write(struct buffer *out, unsigned language, unsigned number, unsigned variant);

/* "plus", as it is said before a country's code. */
const char *numeral_plus(unsigned language);

#endif
