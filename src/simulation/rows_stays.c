/* stays.csv. A ring's operators book for the people whom the ring advertises, each for any of them. */
#include "simulation/rows.h"

#include "simulation/names.h"
#include "simulation/profile.h"

struct stay {
    uint32_t op, day, nights, premises;
    uint32_t payer;  /* whose account */
    uint32_t person; /* a ring's; UINT32_MAX: the booker or kin is the guest */
    bool by_desk;    /* booked at the desk: the hotel's own number stands there */
    bool gives_mail;
};

static void choose_ring_stay(struct stay *stay, const struct world *world, struct random *r)
{
    const struct ring *ring = world_ring(world, stay->op);
    stay->person = random_below(r, ring->people);
    unsigned place = person_place(world, world->actors[stay->op].ring, stay->person, stay->day);
    stay->nights = 3 + random_below(r, ring->dwell);
    stay->premises = random_below(r, 2) ? world_any_hotel(world, place, r) : world_any_let(world, place, r);
    for (unsigned i = 0; i < ring->place_count; i++)
        if (ring->places[i] == place && random_below(r, 100) < 50)
            stay->premises = ring->lets[i];
    stay->payer = random_below(r, 100) < 45 ? ring->first : stay->op;
}

static void choose_other_stay(struct stay *stay, const struct world *world, struct random *r)
{
    const struct actor *o = &world->actors[stay->op];
    bool business = o->kind == ACTOR_HOUSEHOLD && o->rows[EVENT_STAY] >= 5;
    unsigned place = o->is_touring ? actor_place(world, stay->op, stay->day) : world_any_place(r);
    bool hotel = random_below(r, 100) < (business ? 90 : 55);
    stay->nights = business ? 1 + random_below(r, 3) : 1 + random_below(r, 8);
    stay->premises = hotel ? world_any_hotel(world, place, r) : world_any_let(world, place, r);
    stay->by_desk = hotel && random_below(r, 100) < 10;
    uint32_t employer = world->kinds[ACTOR_COMPANY].first + stay->op % world->kinds[ACTOR_COMPANY].count;
    stay->payer = business && random_below(r, 100) < 60 ? employer : stay->op;
}

static struct stay stay_of(const struct world *world, struct sort_pair event)
{
    uint32_t op = (uint32_t)(event.value >> 32);
    struct random r = world_stream(world, FOR_STAY, op, (uint32_t)event.value);
    struct stay stay = {.op = op, .day = (uint32_t)(event.key / 86400), .person = UINT32_MAX, .payer = op};
    if (world->actors[op].ring)
        choose_ring_stay(&stay, world, &r);
    else
        choose_other_stay(&stay, world, &r);
    stay.gives_mail = random_below(&r, 100) < 55;
    return stay;
}

static void write_booker(struct row_output *out, const struct stay *stay)
{
    const struct world *world = out->world;
    uint32_t owner = world->premises[stay->premises].owner;
    cell_actor_name(out, stay->op);
    struct phone_use use = {.op = stay->by_desk ? owner : stay->op, .country = COUNTRY_COUNT};
    use.slot = stay->by_desk ? 0 : actor_epoch(world, use.op, stay->day);
    actor_phone_write(&out->scratch, world, use);
    cell_scratch(out);
    if (stay->gives_mail && !stay->by_desk)
        actor_mail_write(&out->scratch, world, stay->op, 0);
    cell_scratch(out);
}

/* A guest besides the booker is one of the family, or an agency's host. */
static void write_guest(struct row_output *out, const struct stay *stay)
{
    const struct world *world = out->world;
    const struct actor *o = &world->actors[stay->op];
    struct random r = world_stream(world, FOR_NAME, stay->op, (uint64_t)2 << 32 | stay->day);
    if (stay->person != UINT32_MAX)
        full_name_write(&out->scratch, advertised_name(world, o->ring, stay->person));
    else if (o->kind == ACTOR_AGENCY)
        full_name_write(&out->scratch, world_hash(world, FOR_NAME, stay->op, 100 + random_below(&r, 12)));
    else if (o->kind == ACTOR_HOUSEHOLD && random_below(&r, 4) == 0)
        actor_name_write(&out->scratch, world, o->group + random_below(&r, 3));
    else
        actor_name_write(&out->scratch, world, stay->op);
    cell_scratch(out);
}

static void write_stay(struct row_output *out, const struct stay *stay, uint64_t number)
{
    const struct world *world = out->world;
    const struct place *place = &places[world->premises[stay->premises].place];
    cell_key(&out->table, "S-", number);
    cell_date(&out->table, stay->day);
    cell_date(&out->table, stay->day + stay->nights);
    premises_name_write(&out->scratch, world, stay->premises);
    cell_scratch(out);
    premises_address_write(&out->scratch, world, stay->premises);
    cell_scratch(out);
    cell_text(&out->table, place->name);
    cell_text(&out->table, country_name(place->country));
    write_booker(out, stay);
    cell_actor_iban(out, stay->payer, 0);
    write_guest(out, stay);
}

enum bowline_status write_stays(struct row_output *out)
{
    const struct world *world = out->world;
    enum bowline_status status = BOWLINE_OK;
    buffer_append_text(&out->table.bytes,
                       "id,arrival,departure,premises,address,place,country,booker,booker_phone,"
                       "booker_email,payer_account,guest\n");
    for (uint32_t i = 0; i < world->event_count[EVENT_STAY] && status == BOWLINE_OK; i++) {
        struct stay stay = stay_of(world, world->events[EVENT_STAY][i]);
        write_stay(out, &stay, i + 1);
        status = row_end(out, "stays", "S-", i + 1, stay.op);
    }
    return status;
}
