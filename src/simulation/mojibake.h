/* UTF-8 that somebody read as Windows-1252 and wrote as UTF-8 again: "café" becomes "cafÃ©". */
#ifndef SIMULATION_MOJIBAKE_H
#define SIMULATION_MOJIBAKE_H

#include "base/buffer.h"

/* Placeholders of nationality words (nation.h) stay as they are. */
void mojibake_write(struct buffer *out, struct span text);

#endif
