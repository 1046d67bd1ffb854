/* Builds a world, step by step. */
#include "simulation/build.h"

#include "simulation/dials.h"

static bool build_all(struct world *world)
{
    if (!build_actors(world) || !build_premises(world))
        return false;
    build_shares(world);
    return build_events(world) && build_flows(world) && build_claims(world);
}

enum bowline_status world_build(struct world *world, const struct bowline_simulation *options,
                                struct bowline_error *err)
{
    *world = (struct world){.options = *options};
    enum bowline_status status = dials_settle(&world->options, err);
    if (status != BOWLINE_OK)
        return status;
    world->days = world->options.months * 365 / 12;
    world->first_day = WORLD_END_DAY - (int64_t)world->days;
    if (!build_all(world)) {
        world_release(world);
        return error_memory(err);
    }
    return BOWLINE_OK;
}
