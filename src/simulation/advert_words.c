/* The words of an ad. A writer has a few texts; a text is a row of topics, each a sentence that the writer
 * changes now and then. So two ads with one text differ by what was edited between them, and by name, town,
 * price and contact. */
#include "simulation/advert.h"

#include "simulation/disguise.h"
#include "simulation/grammar.h"
#include "simulation/names.h"
#include "simulation/profile.h"

struct words {
    const struct world *world;
    struct advert *ad;
    const struct lexicon *lexicon;
    struct phrase_values values;
    struct buffer *body;
    uint32_t writer;
    uint32_t edit_days; /* a sentence lives that long */
    uint32_t drop;      /* percent of sentences left out; 0 in ads that are posted as they stand */
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
    struct buffer *out = w->body;
    if (w->emoji && random_below(sentence, 100) < 22) {
        buffer_append_char(out, ' ');
        buffer_append_text(out, w->emoji);
    }
    buffer_append_char(out, w->by_lines ? '\n' : ' ');
}

static struct random sentence_of(const struct words *w, unsigned slot)
{
    uint64_t text = (uint64_t)w->writer << 8 | w->ad->text;
    uint64_t phase = world_hash(w->world, FOR_TEXT, text, slot) % w->edit_days;
    uint64_t version = (w->ad->day + phase) / w->edit_days;
    return world_stream(w->world, FOR_SENTENCE, text, (uint64_t)slot << 32 | version);
}

/* The sentence of a slot as it reads on the ad's day. */
static void write_slot(struct words *w, unsigned slot, enum topic topic, struct random *r)
{
    struct random sentence = sentence_of(w, slot);
    if (random_below(r, 100) < w->drop)
        return;
    phrase_write(w->body, w->lexicon, topic, &w->values, &sentence);
    end_sentence(w, &sentence);
}

/* A second sentence on a topic is built in another way than the first. */
static uint32_t pattern_before(const struct words *w, const struct slot *plan, size_t slot)
{
    for (size_t i = slot; i-- > 0;)
        if (plan[i].topic == plan[slot].topic) {
            struct random sentence = sentence_of(w, (unsigned)i);
            return phrase_pattern(w->lexicon, (enum topic)plan[i].topic, &sentence) + 1;
        }
    return 0;
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
        if (random_below(&text, 100) < plan[i].percent) {
            w->values.other_than = pattern_before(w, plan, i);
            write_slot(w, (unsigned)i, (enum topic)plan[i].topic, r);
        }
    w->values.other_than = 0;
    if (kind == ACTOR_SPAM || random_below(r, 100) >= w->drop * 2)
        return;
    phrase_write(w->body, w->lexicon, TOPIC_EXTRA, &w->values, r);
    end_sentence(w, r);
}

/* A sentence with a word of nationality: in as many ads of all kinds of writers, whoever they are. */
static void write_taste(struct words *w)
{
    enum { TASTE_PERCENT = 12 };
    struct random r = world_stream(w->world, FOR_TASTE, w->ad->op, w->ad->row);
    if (random_below(&r, 100) >= TASTE_PERCENT)
        return;
    phrase_write(w->body, w->lexicon, TOPIC_TASTE, &w->values, &r);
    end_sentence(w, &r);
}

static bool has_part(const struct words *w, enum advert_part part)
{
    return w->ad->parts[part].length > 0;
}

static void write_contacts(struct words *w, struct random *r)
{
    const struct advert *ad = w->ad;
    enum { CONTACT_SLOTS = 32 };
    bool safety = actor_has(w->world, ad->op, TRAIT_SAFETY);
    uint32_t drop = w->drop;
    w->drop = 0;
    if (ad->phone_in_text)
        write_slot(w, CONTACT_SLOTS, TOPIC_PHONE, r);
    if (has_part(w, PART_SECOND))
        write_slot(w, CONTACT_SLOTS + 1, safety ? TOPIC_SAFETY : TOPIC_DRIVER, r);
    if (ad->mail_in_text)
        write_slot(w, CONTACT_SLOTS + 2, TOPIC_MAIL, r);
    if (has_part(w, PART_HANDLE))
        write_slot(w, CONTACT_SLOTS + 3, TOPIC_HANDLE, r);
    if (has_part(w, PART_LINK))
        write_slot(w, CONTACT_SLOTS + 6, TOPIC_WEB, r);
    if (!ad->phone_in_text && !ad->phone_in_column && !has_part(w, PART_MAIL) && !has_part(w, PART_HANDLE))
        write_slot(w, CONTACT_SLOTS + 4, TOPIC_SITE, r);
    if (world_hash(w->world, FOR_TEXT, w->writer, 98 - ad->text) % 4)
        write_slot(w, CONTACT_SLOTS + 5, TOPIC_CLOSING, r);
    w->drop = drop;
}

/* So many of the sites as the dial asks for, one at least where it is not 0. rank: of the site, from 0. */
static bool site_adds(const struct world *world, enum bowline_decoy decoy, uint32_t rank)
{
    return rank * BOWLINE_SHARE_ONE < (uint32_t)world->options.decoys[decoy] * SITE_COUNT;
}

static void write_line(struct words *w, enum topic topic)
{
    struct random r = world_stream(w->world, FOR_STYLE, w->ad->site, 4);
    struct phrase_values values = w->values;
    values.second = advert_part(w->ad, PART_FOOTER);
    phrase_write(w->body, w->lexicon, topic, &values, &r);
    buffer_append_char(w->body, ' ');
}

/* Some sites add a line below each ad, the same under all; others one with the site's number, below every
 * second. */
static void write_footer(struct words *w)
{
    struct advert *ad = w->ad;
    struct phone_use use = {
        .op = w->world->kinds[ACTOR_SITE].first + ad->site, .style = 1, .country = COUNTRY_COUNT};
    bool second = world_hash(w->world, FOR_STYLE, (uint64_t)1 << 40 | ad->op, ad->row) % 2;
    ad->has_hotline =
        second && site_adds(w->world, BOWLINE_DECOY_HOTLINE, (ad->site + SITE_COUNT - 1) % SITE_COUNT);
    ad->has_notice = site_adds(w->world, BOWLINE_DECOY_BOILERPLATE, (ad->site + SITE_COUNT - 5) % SITE_COUNT);
    if (ad->has_hotline) {
        actor_phone_write(&ad->parts[PART_FOOTER], w->world, use);
        use.style = 0;
        actor_phone_write(&ad->parts[PART_FOOTER_VALUE], w->world, use);
        write_line(w, TOPIC_FOOTER);
    }
    if (ad->has_notice)
        write_line(w, TOPIC_NOTICE);
}

/* Decorative letters in the title, look-alikes in the text: in some ads of those worlds that hide contacts.
 */
static void disguise_words(struct words *w)
{
    struct advert *ad = w->ad;
    struct random r = world_stream(w->world, FOR_DISGUISE, ad->op, (uint64_t)4 << 32 | ad->row);
    uint32_t obfuscation = w->world->options.obfuscation;
    uint32_t title = random_below(&r, 300);
    uint32_t body = random_below(&r, 400);
    if (title < obfuscation)
        disguise_letters(&ad->parts[PART_TITLE], 0, (enum letter_style)(title % LETTERS_CYRILLIC),
                         &ad->parts[PART_SCRATCH], &r);
    if (body < obfuscation)
        disguise_letters(w->body, 0, LETTERS_CYRILLIC, &ad->parts[PART_SCRATCH], &r);
}

static struct words words_of(struct advert *ad, const struct world *world)
{
    static const char *const emoji[] = {"🌸", "✨", "🌿", "😊", "☎️", "🌙", "💆", "🍷", "⭐", "🌺"};
    struct words w = {.world = world, .ad = ad, .writer = world->actors[ad->op].text_of};
    bool in_ring = world->actors[ad->op].kind == ACTOR_RING;
    uint32_t edits = world->options.edits;
    uint64_t habit = world_hash(world, FOR_STYLE, ad->op, 5);
    uint64_t text_habit = world_hash(world, FOR_STYLE, w.writer, 6 + ad->text);
    bool edited = world_hash(world, FOR_AD, ad->op, (uint64_t)1 << 32 | ad->row) % 100 < edits;
    w.body = &ad->parts[PART_BODY];
    w.lexicon = lexicon_of(ad->language);
    w.edit_days = edits ? (in_ring ? 45u : 150u) * 50 / edits + 1 : 100000;
    w.drop = edited ? (in_ring ? 12u : 5u) * edits / 50 : 0;
    w.emoji = habit % 100 < 35 ? emoji[habit / 100 % 10] : NULL;
    w.by_lines = text_habit % 100 < 15;
    w.values = (struct phrase_values){
        .name = span_of(ad->alias),
        .city = span_of(place_name(ad->place, ad->language)),
        .phone = advert_part(ad, PART_PHONE_WORDS),
        .second = advert_part(ad, PART_SECOND),
        .mail = advert_part(ad, PART_MAIL_WORDS),
        .handle = advert_part(ad, PART_HANDLE),
        .link = advert_part(ad, PART_LINK),
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
    phrase_write(&ad->parts[PART_TITLE], w.lexicon, TOPIC_TITLE, &w.values, &title);
    write_plan(&w, r);
    write_taste(&w);
    disguise_words(&w);
    write_contacts(&w, r);
    write_footer(&w);
    while (w.body->length && (unsigned char)w.body->data[w.body->length - 1] <= ' ')
        w.body->length--;
}
