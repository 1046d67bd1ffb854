/* Builds a world, step by step. */
#include "simulation/build.h"

static uint32_t number_or(uint32_t given, uint32_t otherwise)
{
    return given == UINT32_MAX ? otherwise : given;
}

static bool build_all(struct world *world)
{
    if (!build_actors(world) || !build_premises(world))
        return false;
    build_shares(world);
    return build_events(world) && build_claims(world);
}

enum bowline_status world_build(struct world *world, const struct bowline_simulation *options,
                                struct bowline_error *err)
{
    enum { ROWS_MOST = 20000000, RINGS_MOST = 10000 };
    *world = (struct world){.options = *options};
    struct bowline_simulation *o = &world->options;
    o->stays = number_or(o->stays, o->ads / 5);
    o->payments = number_or(o->payments, o->ads / 2);
    o->calls = number_or(o->calls, o->ads / 5);
    if (o->ads > ROWS_MOST || o->stays > ROWS_MOST || o->payments > ROWS_MOST || o->calls > ROWS_MOST)
        return error_set(err, BOWLINE_ERROR_ARGUMENT, "a simulated table has %d rows at most", ROWS_MOST);
    if (o->rings > RINGS_MOST)
        return error_set(err, BOWLINE_ERROR_ARGUMENT, "a simulated case has %d rings at most", RINGS_MOST);
    if (!build_all(world)) {
        world_release(world);
        return error_memory(err);
    }
    return BOWLINE_OK;
}
