/* One ad: who is offered where, by which contacts. Percentages are assumed. */
#include "simulation/advert.h"

#include "simulation/names.h"
#include "simulation/profile.h"

enum { CELL_MOST = 1 << 16 };

static struct buffer *const *advert_buffers(struct advert *ad, struct buffer *list[7])
{
    list[0] = &ad->phone;
    list[1] = &ad->phone_in_words;
    list[2] = &ad->second;
    list[3] = &ad->mail;
    list[4] = &ad->handle;
    list[5] = &ad->title;
    list[6] = &ad->body;
    return list;
}

void advert_init(struct advert *ad)
{
    struct buffer *list[7];
    *ad = (struct advert){0};
    advert_buffers(ad, list);
    for (int i = 0; i < 7; i++)
        buffer_init(list[i], CELL_MOST);
}

void advert_release(struct advert *ad)
{
    struct buffer *list[7];
    advert_buffers(ad, list);
    for (int i = 0; i < 7; i++)
        buffer_release(list[i]);
}

/* A ring's operators each answer for some of the advertised, and now and then for another's. */
static void choose_ring_person(struct advert *ad, const struct world *world, struct random *r)
{
    const struct actor *o = &world->actors[ad->op];
    const struct ring *ring = world_ring(world, ad->op);
    uint32_t own = ad->op - ring->first;
    ad->person = random_below(r, ring->people);
    if (random_below(r, 100) < 85 && ring->people > ring->count)
        ad->person = own + ring->count * random_below(r, (ring->people - own - 1) / ring->count + 1);
    ad->place = person_place(world, o->ring, ad->person, ad->day);
    ad->text = ad->person % RING_TEXTS;
    ad->alias = given_name(world_hash(world, FOR_ALIAS, (uint64_t)o->ring << 32 | ad->person, ad->day / 180));
    for (unsigned i = 0; i < ring->place_count; i++)
        if (ring->places[i] == ad->place && random_below(r, 100) < 60)
            ad->let = ring->lets[i];
}

static void choose_person(struct advert *ad, const struct world *world, struct random *r)
{
    const struct actor *o = &world->actors[ad->op];
    ad->let = UINT32_MAX;
    if (o->kind == ACTOR_RING) {
        choose_ring_person(ad, world, r);
        return;
    }
    uint32_t people = o->kind == ACTOR_AGENCY ? 12 : o->kind == ACTOR_SPAM ? 1000 : 1;
    if (people == 1 && world_hash(world, FOR_ALIAS, ad->op, 99) % 5 == 0)
        people = 2;
    ad->person = random_below(r, people);
    ad->place = o->kind == ACTOR_SPAM ? world_any_place(r) : actor_place(world, ad->op, ad->day);
    ad->text = random_below(r, world_hash(world, FOR_TEXT, ad->op, 99) % 10 < 7 ? 1 : 2);
    ad->alias = given_name(world_hash(world, FOR_ALIAS, ad->op, ad->person));
    if (o->group != ad->op || random_below(r, 3) == 0)
        ad->let = ad->place == o->place ? o->let : UINT32_MAX;
}

static void choose_images(struct advert *ad, const struct world *world, struct random *r)
{
    const struct actor *o = &world->actors[ad->op];
    uint64_t who = o->ring ? (uint64_t)o->ring << 40 : (uint64_t)ad->op + 1;
    ad->image_count = random_below(r, ADVERT_IMAGES + 1);
    for (uint32_t i = 0; i < ad->image_count; i++)
        ad->images[i] =
            world_hash(world, FOR_IMAGE, who, (uint64_t)ad->person << 8 | (random_below(r, 2) + 2 * i));
}

/* At the default setting six in ten ads of a ring carry a phone that others of its ads carry; the others a
 * number that is used once, or none. */
static bool choose_phone_slot(const struct advert *ad, const struct world *world, struct random *r,
                              uint32_t *slot)
{
    const struct actor *o = &world->actors[ad->op];
    uint32_t share = random_below(r, 100);
    *slot = actor_epoch(world, ad->op, ad->day);
    switch (o->kind) {
    case ACTOR_RING:
        if (share >= 56 && share < 74)
            *slot = PHONE_BURNER + ad->row;
        return share < 74;
    case ACTOR_AGENCY: *slot = random_below(r, o->epochs); return share < 97;
    case ACTOR_SPAM: return true;
    default: return share < 92;
    }
}

static void write_phones(struct advert *ad, const struct world *world, struct random *r)
{
    const struct actor *o = &world->actors[ad->op];
    struct phone_use use = {.op = ad->op, .country = places[ad->place].country};
    uint32_t where = random_below(r, 100);
    bool shown = choose_phone_slot(ad, world, r, &use.slot);
    ad->phone_in_column = shown && where < 80;
    ad->phone_in_text = shown && (where < 50 || where >= 80 || o->kind == ACTOR_SPAM);
    use.style = (unsigned)(world_hash(world, FOR_STYLE, ad->site, 2) % 5); /* each site has its form */
    if (ad->phone_in_column)
        actor_phone_write(&ad->phone, world, use);
    use.style = actor_phone_style(world, ad->op);
    if (random_below(r, 100) < 20)
        use.style = random_below(r, 24);
    if (ad->phone_in_text)
        actor_phone_write(&ad->phone_in_words, world, use);
    bool shares = o->kind == ACTOR_RING
                      ? random_below(r, 100) < 10
                      : o->kind == ACTOR_INDEPENDENT && o->group != ad->op && ad->op % 3 == 0;
    uint32_t sharer = o->kind == ACTOR_RING ? world_ring(world, ad->op)->first : o->group;
    use.slot = PHONE_SHARED;
    use.op = sharer;
    if (shares)
        actor_phone_write(&ad->second, world, use);
}

static void write_accounts(struct advert *ad, const struct world *world, struct random *r)
{
    const struct actor *o = &world->actors[ad->op];
    uint32_t mail_share = o->kind == ACTOR_AGENCY ? 60 : o->kind == ACTOR_RING ? 15 : 12;
    uint32_t handle_share = o->kind == ACTOR_RING ? 20 : 15;
    bool has_mail = random_below(r, 100) < mail_share;
    bool has_handle = random_below(r, 100) < handle_share;
    if (o->kind == ACTOR_SPAM)
        return;
    uint32_t which = o->kind == ACTOR_RING ? actor_epoch(world, ad->op, ad->day) / 3 : 0;
    if (has_mail)
        actor_mail_write(&ad->mail, world, ad->op, which);
    if (has_handle)
        actor_handle_write(&ad->handle, world, ad->op, o->kind == ACTOR_RING ? ad->person % 2 : 0);
}

bool advert_compose(struct advert *ad, const struct world *world, uint64_t event, uint32_t day)
{
    struct buffer *list[7];
    advert_buffers(ad, list);
    for (int i = 0; i < 7; i++)
        buffer_reset(list[i]);
    ad->op = (uint32_t)(event >> 32);
    ad->row = (uint32_t)event;
    ad->day = day;
    struct random r = world_stream(world, FOR_AD, ad->op, ad->row);
    uint64_t habit = world_hash(world, FOR_STYLE, ad->op, 3);
    ad->site = (uint32_t)(random_below(&r, 3) ? habit : habit >> 8) % SITE_COUNT;
    choose_person(ad, world, &r);
    choose_images(ad, world, &r);
    write_phones(ad, world, &r);
    write_accounts(ad, world, &r);
    advert_write_words(ad, world, &r);
    bool ok = true;
    for (int i = 0; i < 7; i++)
        ok = ok && buffer_ok(list[i]);
    return ok;
}
