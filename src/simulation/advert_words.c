/* The words of an ad. A writer has a few texts; a text is a row of topics, each a sentence that the writer
 * changes now and then. So two ads with one text differ by what was edited between them, and by name, town,
 * price and contact. */
#include "simulation/advert.h"

#include "simulation/grammar.h"
#include "simulation/names.h"
#include "simulation/profile.h"

struct words {
    const struct world *world;
    struct advert *ad;
    const struct lexicon *lexicon;
    struct phrase_values values;
    uint32_t writer;
    uint32_t edit_days; /* a sentence lives that long */
    uint32_t drop;      /* percent of sentences left out; half of the ads are posted as they stand */
    const char *emoji;  /* the writer's favourite, or NULL */
    bool by_lines;
};

struct slot {
    uint8_t topic;
    uint8_t percent; /* of texts that have it */
};

static const struct slot plan_person[] = {
    {TOPIC_OPENING, 97}, {TOPIC_MANNER, 90}, {TOPIC_OFFER, 95}, {TOPIC_EXTRA, 55},
    {TOPIC_PLACE, 92},   {TOPIC_MANNER, 60}, {TOPIC_OFFER, 65}, {TOPIC_PLACE, 30},
    {TOPIC_TIMES, 85},   {TOPIC_PRICE, 80},  {TOPIC_EXTRA, 55}, {TOPIC_RULES, 75},
};

static const struct slot plan_agency[] = {
    {TOPIC_AGENCY, 100}, {TOPIC_OPENING, 50}, {TOPIC_OFFER, 95},  {TOPIC_AGENCY, 80},
    {TOPIC_MANNER, 60},  {TOPIC_PRICE, 80},   {TOPIC_AGENCY, 70}, {TOPIC_RULES, 60},
};

static const struct slot plan_spam[] = {{TOPIC_SPAM, 100}, {TOPIC_SPAM, 60}};

/* The emoji belongs to the sentence, and stays with it. */
static void end_sentence(struct words *w, struct random *sentence)
{
    struct buffer *out = &w->ad->body;
    if (w->emoji && random_below(sentence, 100) < 22) {
        buffer_append_char(out, ' ');
        buffer_append_text(out, w->emoji);
    }
    buffer_append_char(out, w->by_lines ? '\n' : ' ');
}

/* The sentence of a slot as it reads on the ad's day. */
static void write_slot(struct words *w, unsigned slot, enum topic topic, struct random *r)
{
    uint64_t text = (uint64_t)w->writer << 8 | w->ad->text;
    uint64_t phase = world_hash(w->world, FOR_TEXT, text, slot) % w->edit_days;
    uint64_t version = (w->ad->day + phase) / w->edit_days;
    struct random sentence = world_stream(w->world, FOR_SENTENCE, text, (uint64_t)slot << 32 | version);
    if (random_below(r, 100) < w->drop)
        return;
    phrase_write(&w->ad->body, w->lexicon, topic, &w->values, &sentence);
    end_sentence(w, &sentence);
}

static void write_plan(struct words *w, struct random *r)
{
    unsigned kind = w->world->actors[w->writer].kind;
    const struct slot *plan = kind == ACTOR_AGENCY ? plan_agency
                              : kind == ACTOR_SPAM ? plan_spam
                                                   : plan_person;
    size_t count = kind == ACTOR_AGENCY ? sizeof plan_agency / sizeof *plan
                   : kind == ACTOR_SPAM ? sizeof plan_spam / sizeof *plan
                                        : sizeof plan_person / sizeof *plan;
    struct random text = world_stream(w->world, FOR_TEXT, w->writer, w->ad->text);
    for (size_t i = 0; i < count; i++)
        if (random_below(&text, 100) < plan[i].percent)
            write_slot(w, (unsigned)i, (enum topic)plan[i].topic, r);
    if (kind == ACTOR_SPAM || random_below(r, 100) >= w->drop * 2)
        return;
    phrase_write(&w->ad->body, w->lexicon, TOPIC_EXTRA, &w->values, r);
    end_sentence(w, r);
}

static void write_contacts(struct words *w, struct random *r)
{
    const struct advert *ad = w->ad;
    enum { CONTACT_SLOTS = 32 };
    uint32_t drop = w->drop;
    w->drop = 0;
    if (ad->phone_in_text)
        write_slot(w, CONTACT_SLOTS, TOPIC_PHONE, r);
    if (ad->second.length)
        write_slot(w, CONTACT_SLOTS + 1, TOPIC_DRIVER, r);
    if (ad->mail.length && random_below(r, 2))
        write_slot(w, CONTACT_SLOTS + 2, TOPIC_MAIL, r);
    if (ad->handle.length)
        write_slot(w, CONTACT_SLOTS + 3, TOPIC_HANDLE, r);
    if (!ad->phone_in_text && !ad->phone_in_column && !ad->mail.length && !ad->handle.length)
        write_slot(w, CONTACT_SLOTS + 4, TOPIC_SITE, r);
    if (world_hash(w->world, FOR_TEXT, w->writer, 98 - ad->text) % 4)
        write_slot(w, CONTACT_SLOTS + 5, TOPIC_CLOSING, r);
    w->drop = drop;
}

/* Two sites in eight add a line below each ad, the same under all; most of these lines carry the site's
 * number. */
static void write_footer(struct words *w)
{
    struct advert *ad = w->ad;
    if (ad->site % 4 != 1)
        return;
    struct random r = world_stream(w->world, FOR_STYLE, ad->site, 4);
    struct phone_use use = {
        .op = w->world->kinds[ACTOR_SITE].first + ad->site, .style = 1, .country = COUNTRY_COUNT};
    struct phrase_values values = w->values;
    buffer_reset(&ad->second);
    actor_phone_write(&ad->second, w->world, use);
    values.second = buffer_all(&ad->second);
    phrase_write(&ad->body, w->lexicon, ad->site == 1 ? TOPIC_FOOTER : TOPIC_NOTICE, &values, &r);
    buffer_append_char(&ad->body, ' ');
}

static struct words words_of(struct advert *ad, const struct world *world)
{
    static const char *const emoji[] = {"🌸", "✨", "🌿", "😊", "☎️", "🌙", "💆", "🍷", "⭐", "🌺"};
    struct words w = {.world = world, .ad = ad, .writer = world->actors[ad->op].text_of};
    const struct actor *writer = &world->actors[w.writer];
    bool in_ring = world->actors[ad->op].kind == ACTOR_RING;
    uint64_t habit = world_hash(world, FOR_STYLE, ad->op, 5);
    uint64_t text_habit = world_hash(world, FOR_STYLE, w.writer, 6 + ad->text);
    w.lexicon = lexicon_of(ad->text == 1 ? LANGUAGE_EN : writer->language);
    w.edit_days = in_ring ? 45 : 150;
    w.drop = world_hash(world, FOR_AD, ad->op, (uint64_t)1 << 32 | ad->row) % 100 < 50 ? 0 : in_ring ? 12 : 5;
    w.emoji = habit % 100 < 35 ? emoji[habit / 100 % 10] : NULL;
    w.by_lines = text_habit % 100 < 15;
    w.values = (struct phrase_values){
        .name = span_of(ad->alias),
        .city = span_of(places[ad->place].name),
        .phone = buffer_all(&ad->phone_in_words),
        .second = buffer_all(&ad->second),
        .mail = buffer_all(&ad->mail),
        .handle = buffer_all(&ad->handle),
        .price = (unsigned)(6 + (habit >> 32) % 9) * 10,
    };
    return w;
}

void advert_write_words(struct advert *ad, const struct world *world, struct random *r)
{
    struct words w = words_of(ad, world);
    uint64_t text = (uint64_t)w.writer << 8 | ad->text;
    struct random title =
        world_stream(world, FOR_SENTENCE, text, ad->day / (2 * w.edit_days) + ((uint64_t)99 << 32));
    phrase_write(&ad->title, w.lexicon, TOPIC_TITLE, &w.values, &title);
    write_plan(&w, r);
    write_contacts(&w, r);
    write_footer(&w);
    while (ad->body.length && (unsigned char)ad->body.data[ad->body.length - 1] <= ' ')
        ad->body.length--;
}
