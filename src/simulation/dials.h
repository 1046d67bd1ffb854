/* What a person sets: presets, shares of decoys, languages, and the limits of all numbers. */
#ifndef SIMULATION_DIALS_H
#define SIMULATION_DIALS_H

#include "base/error.h"

#include <bowline/simulation.h>

enum bowline_status dials_preset(struct bowline_simulation *options, const char *name,
                                 struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status dials_decoys(struct bowline_simulation *options, const char *text,
                                 struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status dials_languages(struct bowline_simulation *options, const char *text,
                                    struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Fills in the numbers that were left open, and refuses those that no world can have. */
enum bowline_status dials_settle(struct bowline_simulation *options,
                                 struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
