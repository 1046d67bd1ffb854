/* stays.csv. A ring's bookers book for the people whom the ring advertises, each for any of them. */
#include "simulation/rows.h"

#include "simulation/contact.h"
#include "simulation/deals.h"
#include "simulation/names.h"
#include "simulation/stay.h"

static void add_booker(struct row_output *out, const struct stay *stay)
{
    const struct world *world = out->world;
    uint32_t owner = world->premises[stay->premises].owner;
    add_actor_name(out, stay->op);
    struct phone_use use = {.op = stay->by_desk ? owner : stay->op, .country = COUNTRY_COUNT};
    use.slot = stay->by_desk ? 0 : actor_epoch(world, use.op, stay->day);
    add_phone(out, use);
    if (stay->gives_mail && !stay->by_desk)
        add_mail(out, stay->op, 0);
    else
        row_add_text(&out->row, "");
}

/* A guest besides the booker is one of the family, or an agency's host. */
static uint64_t add_guest(struct row_output *out, struct stay *stay)
{
    const struct world *world = out->world;
    const struct actor *o = &world->actors[stay->op];
    struct buffer *bytes = &out->row.bytes;
    struct random r = world_stream(world, FOR_NAME, stay->op, (uint64_t)2 << 32 | stay->day);
    uint64_t who = world_hash(world, FOR_NAME, stay->op, 0);
    if (stay->person != UINT32_MAX) {
        who = advertised_name(world, o->ring, stay->person);
        full_name_write(bytes, who);
    } else if (o->kind == ACTOR_AGENCY) {
        who = world_hash(world, FOR_NAME, stay->op, 100 + random_below(&r, 12));
        full_name_write(bytes, who);
    } else if (actor_has(world, stay->op, TRAIT_FAMILY) && random_below(&r, 4) == 0) {
        uint32_t mate = group_mate(world, stay->op, &r);
        stay->with_family = mate != stay->op;
        who = world_hash(world, FOR_NAME, mate, 0);
        actor_name_write(bytes, world, mate);
    } else {
        actor_name_write(bytes, world, stay->op);
    }
    row_end_cell(&out->row);
    return who;
}

/* Hotels ask for a document more often than for the plate of a car; the booker's own or a driver's. */
static void add_register(struct row_output *out, const struct stay *stay, uint64_t guest)
{
    const struct world *world = out->world;
    struct random r = world_stream(world, FOR_STAY, stay->op, (uint64_t)1 << 40 | stay->row);
    bool hotel = stay->premises < world->hotel_count;
    bool document = random_below(&r, 100) < (hotel ? 45u : 8u);
    bool plate = random_below(&r, 100) < (hotel ? 20u : 6u);
    if (document)
        document_write(&out->value, guest);
    add_marked(out, MARK_DOCUMENT);
    if (plate)
        plate_write(&out->scratch, stay->op);
    for (size_t i = 0; i < out->scratch.length; i++)
        if (out->scratch.data[i] != '-')
            buffer_append_char(&out->value, out->scratch.data[i]);
    add_marked(out, MARK_PLATE);
}

static void add_decoys(struct row_output *out, const struct stay *stay)
{
    const struct world *world = out->world;
    row_add_actor_decoys(&out->row, world, stay->op);
    if (stay->by_desk)
        row_add_decoy(&out->row, BOWLINE_DECOY_HOTEL_DESK);
    else
        row_add_phone_decoys(&out->row, world, stay->op, stay->day);
    if (actor_has(world, stay->op, TRAIT_BUSINESS))
        row_add_decoy(&out->row, BOWLINE_DECOY_BUSINESS_TRAVELLER);
    if (stay->with_family)
        row_add_decoy(&out->row, BOWLINE_DECOY_FAMILY);
    if (world->actors[world->premises[stay->premises].owner].kind == ACTOR_LANDLORD && !stay->payer_is_ring)
        row_add_decoy(&out->row, BOWLINE_DECOY_LANDLORD);
}

static void write_stay(struct row_output *out, struct stay *stay, uint64_t number)
{
    const struct world *world = out->world;
    const struct place *place = &places[world->premises[stay->premises].place];
    struct row *row = &out->row;
    row_begin(row, TABLE_STAYS);
    value_key(&row->bytes, "S-", number);
    row_end_cell(row);
    value_date(&row->bytes, world_day(world, stay->day));
    row_end_cell(row);
    value_date(&row->bytes, world_day(world, stay->day + stay->nights));
    row_end_cell(row);
    premises_name_write(&row->bytes, world, stay->premises);
    row_end_cell(row);
    premises_address_write(&row->bytes, world, stay->premises);
    row_end_cell(row);
    row_add_text(row, place->name);
    row_add_text(row, country_name(place->country));
    add_booker(out, stay);
    add_account(out, stay->payer, 0);
    add_register(out, stay, add_guest(out, stay));
    add_decoys(out, stay);
}

enum bowline_status write_stays(struct row_output *out)
{
    const struct world *world = out->world;
    enum bowline_status status = BOWLINE_OK;
    rows_begin(out, TABLE_STAYS);
    for (uint32_t i = 0; i < world->event_count[EVENT_STAY] && status == BOWLINE_OK; i++) {
        struct stay stay = stay_of(world, world->events[EVENT_STAY][i]);
        write_stay(out, &stay, i + 1);
        status = row_finish(out, (struct row_source){stay.op, stay.row, stay.op});
    }
    return status;
}
