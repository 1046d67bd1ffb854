/* What an actor shows of itself. */
#include "simulation/profile.h"

#include "base/hash.h"
#include "simulation/contact.h"
#include "simulation/names.h"

const char *actor_given_name(const struct world *world, uint32_t op)
{
    return given_name(world_hash(world, FOR_NAME, op, 0));
}

/* A family has one family name; firms have firms' names. */
void actor_name_write(struct buffer *out, const struct world *world, uint32_t op)
{
    const struct actor *o = &world->actors[op];
    switch (o->kind) {
    case ACTOR_AGENCY:
    case ACTOR_COMPANY:
    case ACTOR_HOTEL: firm_name_write(out, world_hash(world, FOR_NAME, op, 0)); break;
    case ACTOR_SITE: buffer_format(out, "Site %u Online BV", op - world->kinds[ACTOR_SITE].first + 1); break;
    case ACTOR_HOUSEHOLD:
        buffer_append_text(out, actor_given_name(world, op));
        buffer_append_char(out, ' ');
        family_name_write(out, world_hash(world, FOR_NAME, o->group, 1));
        break;
    default: full_name_write(out, world_hash(world, FOR_NAME, op, 0));
    }
}

unsigned actor_phone_style(const struct world *world, uint32_t op)
{
    return (unsigned)(world_hash(world, FOR_STYLE, op, 0) % PHONE_STYLES);
}

void actor_phone_write(struct buffer *out, const struct world *world, struct phone_use use)
{
    const struct actor *o = &world->actors[use.op];
    uint32_t slot = use.slot;
    if (slot == PHONE_SHARED)
        slot = o->epochs + (o->kind == ACTOR_RING ? o->rows[EVENT_AD] : 0);
    else if (slot >= PHONE_BURNER)
        slot = o->epochs + (slot - PHONE_BURNER);
    else if (slot == 0)
        o = &world->actors[o->phone_of];
    unsigned country = places[o->place].country;
    unsigned style = use.style % (use.country == country ? PHONE_STYLES : PHONE_NATIONAL);
    phone_write(out, country, (uint64_t)o->phone_first + slot, style);
}

void actor_mail_write(struct buffer *out, const struct world *world, uint32_t op, uint32_t which)
{
    mail_write(out, given_name(world_hash(world, FOR_NAME, op, which)), (uint64_t)op * 4 + which % 4);
}

void actor_handle_write(struct buffer *out, const struct world *world, uint32_t op, uint32_t which)
{
    handle_write(out, given_name(world_hash(world, FOR_NAME, op, which)), (uint64_t)op * 4 + which % 4);
}

void actor_iban_write(struct buffer *out, const struct world *world, uint32_t op, uint32_t which)
{
    bool grouped = world_hash(world, FOR_STYLE, op, 1) % 2;
    iban_write(out, places[world->actors[op].place].country, (uint64_t)op * 4 + which % 4, grouped);
}

void actor_website_write(struct buffer *out, const struct world *world, uint32_t op)
{
    struct buffer name;
    buffer_init(&name, 100);
    family_name_write(&name, hash_mix(world_hash(world, FOR_NAME, op, 0) + 1));
    buffer_append_char(&name, '\0');
    website_write(out, buffer_ok(&name) ? name.data : "", op);
    out->failed = out->failed || !buffer_ok(&name);
    buffer_release(&name);
}

uint64_t advertised_name(const struct world *world, uint32_t ring, uint32_t person)
{
    return world_hash(world, FOR_NAME, ring, (uint64_t)1 << 32 | person);
}

void premises_name_write(struct buffer *out, const struct world *world, uint32_t premises)
{
    static const char *const kinds[] = {"Holiday home", "Studio", "Flat", "Apartment", "Guest house", "Loft"};
    uint64_t hash = world_hash(world, FOR_PREMISES, premises, 1);
    buffer_append_text(out, premises < world->hotel_count ? "Hotel" : kinds[hash % 6]);
    buffer_append_char(out, ' ');
    family_name_write(out, hash >> 3);
}

void premises_address_write(struct buffer *out, const struct world *world, uint32_t premises)
{
    unsigned country = places[world->premises[premises].place].country;
    street_write(out, world_hash(world, FOR_PREMISES, premises, 2), country);
}

struct spot premises_spot(const struct world *world, uint32_t premises)
{
    const struct place *place = &places[world->premises[premises].place];
    uint64_t hash = world_hash(world, FOR_PREMISES, premises, 3);
    return (struct spot){place->lat + (int32_t)(hash % 361) - 180,
                         place->lon + (int32_t)(hash / 361 % 561) - 280};
}
