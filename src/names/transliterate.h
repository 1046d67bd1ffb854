/* Letters of other alphabets as Latin ones. */
#ifndef NAMES_TRANSLITERATE_H
#define NAMES_TRANSLITERATE_H

#include "base/buffer.h"

/* Appends the text with Cyrillic and Greek letters written as people transcribe them in passports and papers
 * ("Шевченко" gives "shevchenko"); all else stays. */
void name_transliterate(struct span text, struct buffer *out);

#endif
