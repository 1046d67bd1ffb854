/* Writes an invented case into a folder (public: bowline_simulate). */
#ifndef SIMULATION_SIMULATION_H
#define SIMULATION_SIMULATION_H

#include "base/error.h"

#include <bowline/simulation.h>

/* Either all files are written, or none is left behind. Linear in rows (about 10 s a million ads with their
 * tables); memory some 16 bytes a row and 60 an operator, with a sort's second copy of the largest table. */
enum bowline_status simulation_write(const char *folder, const struct bowline_simulation *options,
                                     struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
