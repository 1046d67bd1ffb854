/* The public name of the simulator. */
#include "simulation/simulation.h"

const struct bowline_simulation bowline_simulation_defaults = {
    .seed = 1, .ads = 10000, .stays = UINT32_MAX, .payments = UINT32_MAX, .calls = UINT32_MAX, .rings = 5};

enum bowline_status bowline_simulate(const char *folder, const struct bowline_simulation *options,
                                     struct bowline_error *err)
{
    return simulation_write(folder, options, err);
}
