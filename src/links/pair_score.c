/* The sum of evidence for and against two mentions having one operator. */
#include "links/pair_score.h"

#include <math.h>

#define NAME_ALONE    (-1000) /* a name, whatever its rarity, leaves the sum below zero */
#define WHERE_REPEATS 300     /* thousandths: what a second agreement about one place adds */
#define UNLIKE_PHONES (-1500) /* one operator has several numbers, but most ads carry the one in use */
#define ADVERT_FIELD                                                                                         \
    3000 /* an ad's place is where business is, its name is often invented: each is worth little */

static void add(struct pair_score *out, struct evidence e)
{
    if (!e.bits || out->count == PAIR_EVIDENCE)
        return;
    out->evidence[out->count++] = e;
    out->bits += e.bits;
}

/* All pictures of one person say one thing of who answers for the person: the strongest stands for them. */
static void add_picture(struct pair_score *out, struct evidence e)
{
    for (uint32_t i = 0; i < out->count; i++) {
        struct evidence *had = &out->evidence[i];
        if (!evidence_is_picture(had))
            continue;
        if (e.bits > had->bits) {
            out->bits += e.bits - had->bits;
            *had = e;
        }
        return;
    }
    add(out, e);
}

static void add_value(const struct pair_scorer *s, const mention_id pair[2], value_id v,
                      struct pair_score *out)
{
    bool persons = s->in->mentions->mentions[pair[0]].is_protected;
    millibits bits = persons ? s->ownership[v].person_bits : s->ownership[v].bits;
    if (v <= s->holdings->identifiers) {
        bool is_picture = s->in->identifiers->identifiers[v].type == IDENTIFIER_IMAGE;
        struct evidence e = {bits, v, EVIDENCE_IDENTIFIER, is_picture ? LEVEL_PARTIAL : LEVEL_EXACT};
        if (!is_picture || persons)
            add(out, e);
        else
            add_picture(out, e);
        return;
    }
    for (unsigned i = 0; i < 2; i++) {
        millibits saved = s->holdings->template_bits[s->in->mentions->mentions[pair[i]].record];
        bits = bits < saved ? bits : saved;
    }
    add(out, (struct evidence){bits, v - s->holdings->identifiers, EVIDENCE_TEMPLATE, LEVEL_CLOSE});
}

static void add_values(const struct pair_scorer *s, const mention_id pair[2], struct pair_score *out)
{
    const struct holdings *h = s->holdings;
    uint64_t i = h->first[pair[0]];
    uint64_t j = h->first[pair[1]];
    while (i < h->first[pair[0] + 1] && j < h->first[pair[1] + 1]) {
        if (h->held[i] < h->held[j]) {
            i++;
        } else if (h->held[i] > h->held[j]) {
            j++;
        } else {
            add_value(s, pair, h->held[i], out);
            i++, j++;
        }
    }
}

/* Near pictures speak where no equal one does. */
static void add_near_pictures(const struct pair_scorer *s, const mention_id pair[2], struct pair_score *out)
{
    if (s->near->base == s->near->end)
        return;
    for (uint32_t i = 0; i < out->count; i++)
        if (out->evidence[i].value && out->evidence[i].kind == EVIDENCE_IDENTIFIER &&
            s->in->identifiers->identifiers[out->evidence[i].value].type == IDENTIFIER_IMAGE)
            return;
    bool persons = s->in->mentions->mentions[pair[0]].is_protected;
    add(out, near_pictures_evidence(s->near, s->holdings, pair, persons));
}

static bool has_own_phone(const struct pair_scorer *s, mention_id m)
{
    for (uint64_t i = s->holdings->first[m]; i < s->holdings->first[m + 1]; i++) {
        value_id v = s->holdings->held[i];
        if (v > s->holdings->identifiers)
            break;
        if (s->in->identifiers->identifiers[v].type == IDENTIFIER_PHONE && s->ownership[v].per_mille >= 500)
            return true;
    }
    return false;
}

/* Two ads whose own numbers differ throughout. */
static void add_unlike_phones(const struct pair_scorer *s, const mention_id pair[2], struct pair_score *out)
{
    const struct mention *mentions = s->in->mentions->mentions;
    if (mentions[pair[0]].party != PARTY_CONTACT || mentions[pair[1]].party != PARTY_CONTACT)
        return;
    for (uint32_t i = 0; i < out->count; i++)
        if (out->evidence[i].kind == EVIDENCE_IDENTIFIER)
            return;
    if (has_own_phone(s, pair[0]) && has_own_phone(s, pair[1]))
        add(out, (struct evidence){UNLIKE_PHONES, 0, EVIDENCE_IDENTIFIER, LEVEL_DIFFERENT});
}

/* Which fields two portraits of these classes may compare, as a set of bits. */
static unsigned comparable(enum portrait_class a, enum portrait_class b)
{
    const unsigned all = (1u << FIELD_COUNT) - 1;
    if (a == b)
        return a == CLASS_ADVERT ? 1u << FIELD_NAME | 1u << FIELD_PLACE | 1u << FIELD_ADDRESS : all;
    if (a == CLASS_HOUSE || b == CLASS_HOUSE)
        return 1u << FIELD_ADDRESS;
    return 1u << FIELD_NAME | 1u << FIELD_BORN;
}

static bool is_where(unsigned field)
{
    return field == FIELD_PLACE || field == FIELD_POSTCODE || field == FIELD_ADDRESS;
}

/* Place, postcode and address say nearly the same: the strongest counts, the others for a part. */
static void temper_places(millibits bits[FIELD_COUNT])
{
    unsigned best = FIELD_PLACE;
    for (unsigned f = 0; f < FIELD_COUNT; f++)
        if (is_where(f) && bits[f] > bits[best])
            best = f;
    for (unsigned f = 0; f < FIELD_COUNT; f++)
        if (is_where(f) && f != best && bits[f] > 0)
            bits[f] = bits[f] * WHERE_REPEATS / 1000;
}

/* Neighbours share a place and its code: two houses with two addresses are two, wherever they stand. */
static void temper_houses(const struct comparison *c, millibits bits[FIELD_COUNT])
{
    if (c->grade[FIELD_ADDRESS] != VALUE_DIFFERENT)
        return;
    for (unsigned f = 0; f < FIELD_COUNT; f++)
        if (is_where(f) && bits[f] > 0)
            bits[f] = 0;
}

/* Whether they share a contact; pictures and links are shown, not answered. */
static bool shares_contact(const struct pair_scorer *s, const struct pair_score *score)
{
    for (uint32_t i = 0; i < score->count; i++) {
        const struct evidence *e = &score->evidence[i];
        if (e->kind == EVIDENCE_IDENTIFIER && e->level == LEVEL_EXACT &&
            s->in->identifiers->identifiers[e->value].type != IDENTIFIER_URL)
            return true;
    }
    return false;
}

static bool is_advertised(const struct pair_scorer *s, mention_id m)
{
    return s->in->mentions->mentions[m].party == PARTY_ADVERTISED;
}

static void add_fields(const struct pair_scorer *s, const struct portrait *x, const struct portrait *y,
                       struct pair_score *out)
{
    struct comparison c;
    portrait_id a = (portrait_id)(x - s->portraits->portraits);
    portrait_id b = (portrait_id)(y - s->portraits->portraits);
    compare_portraits(s->portraits, a, b, &c);
    unsigned allowed = comparable((enum portrait_class)x->class, (enum portrait_class)y->class);
    enum portrait_class class = (enum portrait_class)(x->class > y->class ? x->class : y->class);
    millibits bits[FIELD_COUNT];
    for (unsigned f = 0; f < FIELD_COUNT; f++)
        bits[f] = allowed >> f & 1 ? weights_bits(&s->weights[class], &c, (enum compare_field)f) : 0;
    for (unsigned f = 0; f < FIELD_COUNT; f++)
        if (class == CLASS_ADVERT && (f == FIELD_PLACE || f == FIELD_NAME) && bits[f] > ADVERT_FIELD)
            bits[f] = ADVERT_FIELD;
    temper_places(bits);
    if (x->class == CLASS_HOUSE && y->class == CLASS_HOUSE)
        temper_houses(&c, bits);
    /* Who moves keeps the number: that two ads with one contact stand in two towns says nothing against it.
     */
    if (class == CLASS_ADVERT && bits[FIELD_PLACE] < 0 && shares_contact(s, out))
        bits[FIELD_PLACE] = 0;
    /* The names under which people are advertised are invented and change: another name says nothing. */
    if (is_advertised(s, x->mention) && is_advertised(s, y->mention) && bits[FIELD_NAME] < 0)
        bits[FIELD_NAME] = 0;
    for (unsigned f = 0; f < FIELD_COUNT; f++)
        add(out, (struct evidence){bits[f], 0, (uint8_t)compare_kind((enum compare_field)f),
                                   (uint8_t)compare_level((enum compare_field)f, c.grade[f])});
}

/* Names alone never join two: where nothing else speaks for them, the name counts for no more than leaves the
 * sum below zero. */
static void hold_back_names(struct pair_score *out)
{
    struct evidence *name = NULL;
    for (uint32_t i = 1; i < out->count; i++) {
        if (out->evidence[i].kind == EVIDENCE_NAME)
            name = &out->evidence[i];
        else if (out->evidence[i].bits > 0)
            return;
    }
    if (!name || out->bits <= NAME_ALONE)
        return;
    millibits less = out->bits - NAME_ALONE;
    name->bits -= less;
    out->bits -= less;
}

millibits pair_score_without(const struct evidence *evidence, uint32_t count, uint32_t without)
{
    struct pair_score rest = {0};
    for (uint32_t i = 0; i < count; i++)
        if (i != without)
            add(&rest, evidence[i]);
    hold_back_names(&rest);
    return rest.bits > BITS_MOST ? BITS_MOST : rest.bits;
}

void pair_score(const struct pair_scorer *s, mention_id a, mention_id b, struct pair_score *out)
{
    out->bits = 0;
    out->count = 0;
    const mention_id pair[2] = {a, b};
    add(out, (struct evidence){s->prior, 0, EVIDENCE_PRIOR, LEVEL_NONE});
    add_values(s, pair, out);
    add_near_pictures(s, pair, out);
    add_unlike_phones(s, pair, out);
    portrait_id x = s->portraits->of_mention[a];
    portrait_id y = s->portraits->of_mention[b];
    if (x && y)
        add_fields(s, &s->portraits->portraits[x], &s->portraits->portraits[y], out);
    hold_back_names(out);
    if (out->bits > BITS_MOST)
        out->bits = BITS_MOST;
}
