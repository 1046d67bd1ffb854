/* The truth: which operator a row belongs to (docs/methods/simulation.md says what that means). */
#ifndef SIMULATION_OWNER_H
#define SIMULATION_OWNER_H

#include "simulation/deals.h"

/* A payment belongs to its payer; where the payer does nothing else in the whole world, to who is paid. */
uint32_t payment_owner(const struct world *world, struct deal deal);

/* A person record belongs to the person's operator where it carries the phone, else to nobody. */
uint32_t person_owner(const struct person *person);

/* Whether the operator has two rows or more, so that it is an entity. */
bool owner_is_entity(const struct world *world, uint32_t op);

/* What the operator is: "ring", "independent", "shared-flat", ... */
const char *owner_kind(const struct world *world, uint32_t op);

#endif
