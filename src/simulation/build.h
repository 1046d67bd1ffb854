/* Steps of building a world, in their order. */
#ifndef SIMULATION_BUILD_H
#define SIMULATION_BUILD_H

#include "simulation/world.h"

/* Operators of every kind with their dates, places, phones and ads. */
bool build_actors(struct world *world);

/* Hotels and lets, who owns them, and who rents which. */
bool build_premises(struct world *world);

/* Stays, payments and calls shared out to the operators, so that the sums are exact. */
void build_shares(struct world *world);

/* One event a row, in order of time. */
bool build_events(struct world *world);

/* Which operator each row belongs to, counted: the truth (owner.h). */
bool build_claims(struct world *world);

#endif
