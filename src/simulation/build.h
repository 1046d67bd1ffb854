/* Steps of building a world, in their order. */
#ifndef SIMULATION_BUILD_H
#define SIMULATION_BUILD_H

#include "simulation/world.h"

/* Operators of every kind with their dates, places, phones and ads. */
bool build_actors(struct world *world);

/* The rings and their members (called by build_actors), and their share of the ads. */
bool build_rings(struct world *world);

/* An operator who is there all the time, alone, with one phone; r: its own stream. NULL where memory ends. */
struct actor *build_actor(struct world *world, enum actor_kind kind, struct random *r);

/* Languages are those of the place, English, and now and then any other of the world; never a trait of a
 * person. */
uint8_t build_language(const struct world *world, unsigned place, struct random *r);

/* Hotels and lets, who owns them, and who rents which. */
bool build_premises(struct world *world);

/* Stays, payments and calls shared out to the operators, so that the sums are exact. */
void build_shares(struct world *world);

/* One event a row, in order of time. */
bool build_events(struct world *world);

/* What rings' collectors passed on, and from which payments. */
bool build_flows(struct world *world);

/* Which operator each row belongs to, counted: the truth (owner.h). */
bool build_claims(struct world *world);

#endif
