/* What an actor shows of itself, and what premises are called: each drawn again from the seed when asked. */
#ifndef SIMULATION_PROFILE_H
#define SIMULATION_PROFILE_H

#include "base/buffer.h"
#include "simulation/world.h"

void actor_name_write(struct buffer *out, const struct world *world, uint32_t op);
const char *actor_given_name(const struct world *world, uint32_t op);

/* The phone an actor has in an epoch. Written as it is used in a country: with the code from abroad, and
 * otherwise in the writer's habit (style, any number). */
struct phone_use {
    uint32_t op;
    uint32_t slot; /* epoch; PHONE_BURNER + ad for one that is used once; PHONE_SHARED */
    unsigned country, style;
};
#define PHONE_SHARED UINT32_MAX
#define PHONE_BURNER 0x80000000u
void actor_phone_write(struct buffer *out, const struct world *world, struct phone_use use);
unsigned actor_phone_style(const struct world *world, uint32_t op);

void actor_mail_write(struct buffer *out, const struct world *world, uint32_t op,
                      uint32_t which); /* 0 to 3 */
void actor_handle_write(struct buffer *out, const struct world *world, uint32_t op,
                        uint32_t which); /* 0 to 3 */
void actor_iban_write(struct buffer *out, const struct world *world, uint32_t op,
                      uint32_t which); /* 0 to 3 */

void actor_website_write(struct buffer *out, const struct world *world,
                         uint32_t op); /* "lanvos-4k1f9.example" */

/* The name under which papers know a person whom a ring advertises: a hash for full_name_write. */
uint64_t advertised_name(const struct world *world, uint32_t ring, uint32_t person);

void premises_name_write(struct buffer *out, const struct world *world, uint32_t premises);
void premises_address_write(struct buffer *out, const struct world *world, uint32_t premises);

/* Latitude and longitude in ten thousandths of a degree, within some two kilometres of the centre. */
struct spot {
    int32_t lat, lon;
};
struct spot premises_spot(const struct world *world, uint32_t premises);

#endif
