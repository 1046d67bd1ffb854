/* The public names of the simulator. */
#include "simulation/simulation.h"
#include "simulation/dials.h"

enum bowline_status bowline_simulation_take_preset(struct bowline_simulation *options, const char *name,
                                                   struct bowline_error *err)
{
    return dials_preset(options, name, err);
}

enum bowline_status bowline_simulation_take_decoys(struct bowline_simulation *options, const char *text,
                                                   struct bowline_error *err)
{
    return dials_decoys(options, text, err);
}

enum bowline_status bowline_simulation_take_languages(struct bowline_simulation *options, const char *text,
                                                      struct bowline_error *err)
{
    return dials_languages(options, text, err);
}

enum bowline_status bowline_simulate(const char *folder, const struct bowline_simulation *options,
                                     struct bowline_error *err)
{
    return simulation_write(folder, options, err);
}
