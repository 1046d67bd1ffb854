/* One ad: who is offered where, by which contacts. Percentages are assumed. */
#include "simulation/advert.h"

#include "simulation/contact.h"
#include "simulation/disguise.h"
#include "simulation/lexicon.h"
#include "simulation/names.h"
#include "simulation/profile.h"

enum { CELL_MOST = 1 << 16 };

void advert_init(struct advert *ad)
{
    *ad = (struct advert){0};
    for (int i = 0; i < PARTS; i++)
        buffer_init(&ad->parts[i], CELL_MOST);
}

void advert_release(struct advert *ad)
{
    for (int i = 0; i < PARTS; i++)
        buffer_release(&ad->parts[i]);
}

/* A ring's writers each answer for some of the advertised, and now and then for another's. */
static struct subject ring_subject(const struct world *world, uint32_t op, uint32_t day, struct random *r)
{
    const struct ring *ring = world_ring(world, op);
    uint32_t own = op - ring->first;
    struct subject s = {.person = random_below(r, ring->people)};
    if (random_below(r, 100) < 85 && ring->people > ring->writers)
        s.person = own + ring->writers * random_below(r, (ring->people - own - 1) / ring->writers + 1);
    s.place = person_place(world, world->actors[op].ring, s.person, day);
    s.text = s.person % RING_TEXTS;
    return s;
}

struct subject advert_subject(const struct world *world, uint32_t op, uint32_t row, uint32_t day)
{
    const struct actor *o = &world->actors[op];
    struct random r = world_stream(world, FOR_SUBJECT, op, row);
    if (o->kind == ACTOR_RING)
        return ring_subject(world, op, day, &r);
    uint32_t people = o->kind == ACTOR_AGENCY ? 12 : o->kind == ACTOR_SPAM ? 1000 : 1;
    if (people == 1 && world_hash(world, FOR_ALIAS, op, 99) % 5 == 0)
        people = 2;
    struct subject s = {.person = random_below(&r, people)};
    s.place = o->kind == ACTOR_SPAM ? world_any_place(&r) : actor_place(world, op, day);
    s.text = random_below(&r, world_hash(world, FOR_TEXT, op, 99) % 10 < 7 ? 1 : 2);
    return s;
}

static void choose_subject(struct advert *ad, const struct world *world, struct random *r)
{
    const struct actor *o = &world->actors[ad->op];
    struct subject s = advert_subject(world, ad->op, ad->row, ad->day);
    bool near = random_below(r, 100) < 60;
    ad->person = s.person;
    ad->place = s.place;
    ad->text = s.text;
    ad->let = UINT32_MAX;
    if (o->kind == ACTOR_RING) {
        ad->alias =
            given_name(world_hash(world, FOR_ALIAS, (uint64_t)o->ring << 32 | ad->person, ad->day / 180));
        if (near)
            ad->let = ring_any_let(world, world_ring(world, ad->op), ad->place, r);
        return;
    }
    ad->alias = given_name(world_hash(world, FOR_ALIAS, ad->op, ad->person));
    if ((o->group != ad->op || random_below(r, 3) == 0) && ad->place == o->place)
        ad->let = o->let;
}

/* A picture that was scaled or cut has a hash with a few other bits, as perceptual hashes do (assumed: up to
 * five; in half as many ads as hide their contacts). */
static uint64_t retouch(const struct world *world, uint64_t image, struct random *r)
{
    uint32_t bits = 1 + random_below(r, 5);
    if (random_below(r, 200) >= world->options.obfuscation)
        return image;
    while (bits--)
        image ^= (uint64_t)1 << random_below(r, 64);
    return image;
}

static void choose_images(struct advert *ad, const struct world *world, struct random *r)
{
    const struct actor *o = &world->actors[ad->op];
    struct random touch = world_stream(world, FOR_IMAGE, (uint64_t)1 << 63 | ad->op, ad->row);
    uint64_t who = o->ring ? (uint64_t)o->ring << 40 : (uint64_t)ad->op + 1;
    ad->image_count = random_below(r, ADVERT_IMAGES + 1);
    for (uint32_t i = 0; i < ad->image_count; i++) {
        uint64_t picture = (uint64_t)ad->person << 8 | (random_below(r, 2) + 2 * i);
        ad->images[i] = retouch(world, world_hash(world, FOR_IMAGE, who, picture), &touch);
    }
}

/* So many ads of a ring as its reuse carry a phone that others of its ads carry; of the others four in ten
 * carry a number that is used once, and the rest none. */
static bool choose_phone_slot(const struct advert *ad, const struct world *world, struct random *r,
                              uint32_t *slot)
{
    const struct actor *o = &world->actors[ad->op];
    uint32_t share = random_below(r, 100);
    uint32_t reuse = world->options.reuse;
    uint32_t once = (100 - reuse) * 41 / 100;
    *slot = actor_epoch(world, ad->op, ad->day);
    switch (o->kind) {
    case ACTOR_RING:
        if (share >= reuse)
            *slot = PHONE_BURNER + ad->row;
        return share < reuse + once;
    case ACTOR_AGENCY: *slot = random_below(r, o->epochs); return share < 97;
    case ACTOR_SPAM: return true;
    default: return share < 92;
    }
}

/* A writer hides numbers mostly in one way. */
static enum contact_form choose_form(const struct advert *ad, const struct world *world, struct random *r)
{
    enum { HABIT_PERCENT = 75, FORMS = FORM_MIXED - FORM_SEPARATED + 1 };
    uint64_t habit = world_hash(world, FOR_DISGUISE, ad->op, 0);
    uint32_t any = random_below(r, FORMS);
    return (enum contact_form)(FORM_SEPARATED + (random_below(r, 100) < HABIT_PERCENT ? habit % FORMS : any));
}

static void write_phone_words(struct advert *ad, const struct world *world, struct phone_use use)
{
    struct buffer *out = &ad->parts[PART_PHONE_WORDS];
    struct random r = world_stream(world, FOR_DISGUISE, ad->op, (uint64_t)1 << 32 | ad->row);
    if (!ad->hidden) {
        ad->phone_form = FORM_PLAIN;
        actor_phone_write(out, world, use);
        return;
    }
    struct buffer *plain = &ad->parts[PART_SCRATCH];
    unsigned home = places[world->actors[use.op].place].country;
    use.style = use.country == home ? PHONE_GROUPED : PHONE_GROUPED_ABROAD;
    actor_phone_write(plain, world, use);
    ad->phone_form = disguise_phone(out, buffer_all(plain), choose_form(ad, world, &r), ad->language, &r);
    out->failed = out->failed || !buffer_ok(plain);
    buffer_reset(plain);
}

static void write_value(struct advert *ad, const struct world *world, enum advert_part part,
                        struct phone_use use)
{
    use.style = PHONE_E164;
    actor_phone_write(&ad->parts[part], world, use);
}

/* A number that several give: a ring's, a driver's, one for safety. */
static void write_second(struct advert *ad, const struct world *world, struct phone_use use, struct random *r)
{
    const struct actor *o = &world->actors[ad->op];
    uint32_t share = random_below(r, 100);
    bool circle = (o->traits & (TRAIT_DRIVER | TRAIT_SAFETY)) != 0;
    bool shares = o->kind == ACTOR_RING ? share < world->options.reuse * 18 / 100 : circle && share < 70;
    if (!shares || ad->hidden)
        return;
    use.slot = PHONE_SHARED;
    use.op = o->kind == ACTOR_RING ? world_ring(world, ad->op)->first : o->second_of;
    actor_phone_write(&ad->parts[PART_SECOND], world, use);
    write_value(ad, world, PART_SECOND_VALUE, use);
}

/* Who hides a number does not put it into the form of the site. */
static void write_phones(struct advert *ad, const struct world *world, struct random *r)
{
    const struct actor *o = &world->actors[ad->op];
    struct phone_use use = {.op = ad->op, .country = places[ad->place].country};
    uint32_t where = random_below(r, 100);
    bool shown = choose_phone_slot(ad, world, r, &use.slot);
    ad->phone_in_column = shown && where < 80 && !ad->hidden;
    ad->phone_in_text = shown && (where < 50 || where >= 80 || o->kind == ACTOR_SPAM || ad->hidden);
    use.style = (unsigned)(world_hash(world, FOR_STYLE, ad->site, 2) % 5); /* each site has its form */
    if (ad->phone_in_column)
        actor_phone_write(&ad->parts[PART_PHONE], world, use);
    use.style = actor_phone_style(world, ad->op);
    if (random_below(r, 100) < 20)
        use.style = random_below(r, 24);
    if (ad->phone_in_text)
        write_phone_words(ad, world, use);
    if (shown)
        write_value(ad, world, PART_PHONE_VALUE, use);
    write_second(ad, world, use, r);
}

static uint32_t mail_share(const struct actor *o)
{
    return o->kind == ACTOR_AGENCY ? 60 : o->kind == ACTOR_RING ? 15 : 12;
}

static uint32_t website_share(const struct actor *o)
{
    return o->kind == ACTOR_AGENCY ? 50 : o->kind == ACTOR_RING ? 15 : 4;
}

static void write_mail(struct advert *ad, const struct world *world, uint32_t which, struct random *r)
{
    struct buffer *mail = &ad->parts[PART_MAIL];
    struct random own = world_stream(world, FOR_DISGUISE, ad->op, (uint64_t)2 << 32 | ad->row);
    actor_mail_write(mail, world, ad->op, which);
    ad->mail_in_text = random_below(r, 2) || ad->hidden;
    ad->mail_form = ad->hidden ? FORM_AT_DOT : FORM_PLAIN;
    if (ad->mail_in_text && ad->hidden)
        disguise_mail(&ad->parts[PART_MAIL_WORDS], buffer_all(mail), ad->language, &own);
    else if (ad->mail_in_text)
        buffer_append_span(&ad->parts[PART_MAIL_WORDS], buffer_all(mail));
}

static void write_website(struct advert *ad, const struct world *world, struct random *r)
{
    static const char *const before[] = {"www.", "https://www.", "https://", "http://"};
    uint32_t habit = random_below(r, 4);
    uint32_t op = world->actors[ad->op].ring ? world_ring(world, ad->op)->first : ad->op;
    actor_website_write(&ad->parts[PART_WEBSITE], world, op);
    buffer_append_text(&ad->parts[PART_LINK], before[habit]);
    buffer_append_span(&ad->parts[PART_LINK], advert_part(ad, PART_WEBSITE));
}

static void write_accounts(struct advert *ad, const struct world *world, struct random *r)
{
    const struct actor *o = &world->actors[ad->op];
    bool has_mail = random_below(r, 100) < mail_share(o);
    bool has_handle = random_below(r, 100) < (o->kind == ACTOR_RING ? 20u : 15u);
    bool has_website = random_below(r, 100) < website_share(o);
    if (o->kind == ACTOR_SPAM)
        return;
    uint32_t epoch = o->kind == ACTOR_RING ? actor_epoch(world, ad->op, ad->day) / 3 : 0;
    if (has_mail)
        write_mail(ad, world, epoch, r);
    if (has_handle)
        actor_handle_write(&ad->parts[PART_HANDLE], world, ad->op,
                           o->kind == ACTOR_RING ? epoch + ad->person % 2 : 0);
    if (has_website)
        write_website(ad, world, r);
}

/* A ring's writer posts to four sites, others to two. */
static uint32_t choose_site(const struct advert *ad, const struct world *world, struct random *r)
{
    uint64_t habit = world_hash(world, FOR_STYLE, ad->op, 3);
    bool ring = world->actors[ad->op].kind == ACTOR_RING;
    uint32_t which = ring ? random_below(r, 4) : random_below(r, 3) > 0;
    uint32_t step = 1 + 2 * (uint32_t)(habit >> 8 & 3); /* odd, so that four steps are four sites */
    return (uint32_t)(habit + (uint64_t)which * step) % SITE_COUNT;
}

bool advert_compose(struct advert *ad, const struct world *world, uint64_t event, uint32_t day)
{
    for (int i = 0; i < PARTS; i++)
        buffer_reset(&ad->parts[i]);
    ad->op = (uint32_t)(event >> 32);
    ad->row = (uint32_t)event;
    ad->day = day;
    struct random r = world_stream(world, FOR_AD, ad->op, ad->row);
    struct random hide = world_stream(world, FOR_DISGUISE, ad->op, (uint64_t)3 << 32 | ad->row);
    ad->hidden = random_below(&hide, 100) < world->options.obfuscation;
    ad->site = choose_site(ad, world, &r);
    choose_subject(ad, world, &r);
    uint32_t writer = world->actors[ad->op].text_of;
    bool english = ad->text == 1 && world->options.languages >> LANGUAGE_EN & 1;
    ad->language = english ? LANGUAGE_EN : world->actors[writer].language;
    choose_images(ad, world, &r);
    ad->mail_in_text = false;
    write_phones(ad, world, &r);
    write_accounts(ad, world, &r);
    advert_write_words(ad, world, &r);
    bool ok = true;
    for (int i = 0; i < PARTS; i++)
        ok = ok && buffer_ok(&ad->parts[i]);
    return ok;
}
